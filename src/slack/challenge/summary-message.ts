import type { Challenge, Standing } from "../../challenge/challenge.ts";
import type { AgreedLine, By } from "../../challenge/lines-to-show.ts";
import type { Showing } from "../../challenge/showing.ts";
import { tellFirstTimers, tellMended } from "../../challenge/tell-celebration.ts";
import { titleOf } from "../../challenge/tell-plan.ts";
import { tellResult } from "../../challenge/tell-summary.ts";
import type { Picture } from "../../feedback/picture.ts";
import { escaped, type Message, section } from "../message.ts";

/** What a challenge came to in one channel. */
export type Summary = {
  challenge: Challenge;
  channel: string;
  standings: readonly Standing[];
  /** How many took part here. */
  joined: number;
  /** What was shown in the practices of this channel. */
  showings: readonly Showing[];
  mended: number;
  lines: readonly { line: AgreedLine; by: By }[];
  picture: Picture | undefined;
};

/** The summary of a challenge, as its channel sees it. */
export function summaryMessage(summary: Summary): Message {
  const { challenge, channel, standings, joined, showings, mended, picture } = summary;
  const { plan, lead } = challenge;
  const title = escaped(`${titleOf(plan)}: it is over`);
  // The meter of a redo week has counted them one by one already.
  const repaired = plan.counted === "repairs" ? undefined : tellMended(mended, showings);
  const parts = [
    [tellResult(challenge, standings, channel)],
    joined > 1 ? [`${joined} took part.`] : [],
    [repaired, tellFirstTimers(showings)].filter((told) => told !== undefined),
    tellLines(summary),
    [`Thank you, everybody who took part, and <@${lead}> for having us together.`],
  ].filter((paragraph) => paragraph.length > 0);
  const alt = picture ? [escaped(picture.alt)] : [];
  return {
    text: [title, ...parts.map((told) => told.join("\n")), ...alt].join("\n\n"),
    blocks: [section(`*${title}*`), ...parts.flat().map(section)],
    ...(picture ? { picture: { ...picture, name: "what-you-did-together.png" } } : {}),
  };
}

// Each line is a paragraph of its own, so that none is ever cut.
const tellLines = ({ lines }: Summary): string[] =>
  lines.length === 0
    ? []
    : [LINES_HEAD, ...lines.map(({ line, by }) => `“${escaped(line.quote)}”${tellBy(by)}`)];

const LINES_HEAD = "Lines worth keeping, each shown because its author agreed:";

const tellBy = (by: By) => (by ? `, ${"user" in by ? `<@${by.user}>` : `${escaped(by.alias)} (alias)`}` : "");
