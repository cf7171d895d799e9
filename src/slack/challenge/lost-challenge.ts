import { type Challenge, isOpen } from "../../challenge/challenge.ts";
import { titleOf } from "../../challenge/tell-plan.ts";
import type { Desk } from "../../store/desk.ts";
import type { Outgoing } from "../../store/outbox.ts";
import { inDoubt } from "../in-doubt.ts";
import { button, escaped, section } from "../message.ts";
import { whyNotPosted } from "../why-not-posted.ts";
import { challengeSentAs } from "./challenge-message.ts";

const DAY = 86_400_000;

/** A message of a challenge can never be sent: the lead is told once why and what to do; what was counted stays. */
export async function lostChallenge(desk: Desk, outgoing: Outgoing, code: string): Promise<void> {
  const { team, channel, id, target } = outgoing;
  const challenge = await desk.challenges.byId(team, challengeSentAs(target ?? id) ?? "");
  if (!challenge || !(await desk.firstTap(team, `lost/${challenge.id}/${channel}/${code}`, DAY))) return;
  if (outgoing.kind === "delete") return notRemoved(desk, challenge, channel);
  const what = `“${escaped(titleOf(challenge.plan))}” can't be shown in <#${channel}>.`;
  const why = whyNotPosted(code) ?? "Slack did not take its message.";
  const then = isOpen(challenge)
    ? "What people do still counts. You can end it or call it off with the command and the word challenge, in any of its channels."
    : "";
  await desk.send(team, challenge.leadChannel, { text: [what, why, then].filter(Boolean).join(" ") });
}

/** Nobody can find out whether a challenge's message arrived: it is not sent again, and the lead is asked to look. */
export async function inDoubtAboutChallenge(desk: Desk, { team, id, channel }: Outgoing): Promise<void> {
  const challenge = await desk.challenges.byId(team, challengeSentAs(id) ?? "");
  if (!challenge) return;
  const text = `Slack did not say whether “${escaped(titleOf(challenge.plan))}” arrived in <#${channel}>, so I did not send it twice. Please look there. If it is there, press Join under it once, and I know it again; if not, I can post it again.`;
  const pressable = {
    type: "actions" as const,
    elements: [button("Post it again", "challenge:post-again", id)],
  };
  await desk.send(team, challenge.leadChannel, { text, blocks: [section(text), pressable] });
}

async function notRemoved(
  desk: Desk,
  { team, leadChannel, plan }: Challenge,
  channel: string,
): Promise<void> {
  const text = `Slack did not let me remove something from the thread of “${escaped(titleOf(plan))}” in <#${channel}>, so it may still be seen there. Please ask whoever looks after that channel to remove it.`;
  await desk.send(team, leadChannel, { text });
}

/** Whether a message with this outbox id is one that can be taken back, so that there must never be a second copy. */
export const isTakenBack = (outboxId: string): boolean =>
  /^challenge\/[^/]+\/[^/]+\/(board|slip)\//.test(outboxId);

/** Said to a lead while it is not known whether their slip stands in a thread. */
export const slipInDoubt = (channel: string): string => inDoubt("your slip", threadIn(channel), "Take back");

const boardInDoubt = (channel: string) => inDoubt("the board", threadIn(channel), "Take my line off");

const threadIn = (channel: string) => `the thread in <#${channel}>`;

/** Nobody can find out whether a board or a slip arrived: it is not sent again, and the lead is told. */
export async function inDoubtInThread(desk: Desk, { team, channel, id }: Outgoing): Promise<void> {
  const challenge = await desk.challenges.byId(team, challengeSentAs(id) ?? "");
  if (!challenge) return;
  const text = id.includes("/slip/") ? slipInDoubt(channel) : boardInDoubt(channel);
  await desk.send(team, challenge.leadChannel, { text });
}
