import { type Challenge, isMetered } from "../../challenge/challenge.ts";
import { joinedInWords } from "../../challenge/meter.ts";
import { titleOf } from "../../challenge/tell-plan.ts";
import { tellResult } from "../../challenge/tell-summary.ts";
import type { Desk } from "../../store/desk.ts";
import { escaped, type Message, section } from "../message.ts";
import type { Stage } from "./games.ts";

/** Tells each channel what its challenge came to. */
export async function giveSummary(desk: Desk, challenge: Challenge, _stage: Stage): Promise<void> {
  if (!isMetered(challenge.plan)) return;
  const { team, id, plan } = challenge;
  const standings = await desk.challenges.standings(challenge);
  for (const channel of plan.channels) {
    const joined = standings.find((one) => one.channel === channel)?.joined ?? 0;
    const parts = [tellResult(challenge, standings, channel), joinedInWords(joined)];
    await desk.send(
      team,
      channel,
      summaryMessage(challenge, parts),
      undefined,
      `challenge/${id}/${channel}/end`,
    );
  }
}

function summaryMessage({ plan, lead }: Challenge, parts: readonly string[]): Message {
  const title = escaped(`${titleOf(plan)}: it is over`);
  const thanks = `Thank you, everybody who took part, and <@${lead}> for having us together.`;
  return {
    text: [title, ...parts, thanks].join("\n\n"),
    blocks: [section(`*${title}*`), ...parts.map(section), section(thanks)],
  };
}
