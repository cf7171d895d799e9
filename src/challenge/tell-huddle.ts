import { customerView } from "../feedback/customer-view.ts";
import { debrief } from "../feedback/debrief.ts";
import { shortened } from "../feedback/shortened.ts";
import type { Session } from "../session/session.ts";
import { ERASED } from "./erase-lines.ts";
import type { Counted } from "./huddle.ts";

/** What a huddle is, for those who are there. */
export const HOW_IT_GOES =
  "Turn by turn you read what the customer said and vote for the line you would say next; then you see what was said. There is no right one, only what a customer makes of it. Everybody has one vote and can change it until it is shown. Only how many votes there were is shown, never whose.";

/** So many votes. */
export const votesInWords = (votes: number): string =>
  votes === 0 ? "No votes." : votes === 1 ? "1 vote." : `${votes} votes.`;

/** What became of a line that was said: what the customer answered, and how they felt. */
export function tellAnswer(session: Session, n: number): { said: string[]; felt: string } {
  const lived = customerView(session)[n - 1];
  const { name } = session.flow.persona;
  if (!lived) return { said: [], felt: "" };
  const { says, emoji, feels, stayed, ending, because } = lived;
  const felt = ending
    ? `${emoji} With that the talk was over.`
    : `${emoji} ${stayed ? `${name} felt as before.` : `${name} felt: “${feels}”`}`;
  return { said: says, felt: [felt, because].filter(Boolean).join(" ") };
}

/** A short look back over what was voted, and a line of the talk to keep. */
export function tellLookBack(session: Session, counts: readonly Counted[]): string[] {
  if (counts.length === 0) return ["It ended before anything was shown. The talk is there for another day."];
  const voted = counts.filter(({ votes }) => votes.some((one) => one > 0));
  const agreed = voted.filter(({ votes, said }) => (votes[said] ?? 0) === Math.max(...votes));
  const { keep } = debrief(session);
  return [
    `You went through ${counts.length === 1 ? "one turn" : `${counts.length} turns`}.`,
    tellVotes(agreed.length, voted.length),
    ...(keep && keep.quote !== ERASED && counts.some(({ turn }) => turn === keep.turn)
      ? [`A line worth keeping: “${shortened(keep.quote)}” ${keep.words}`]
      : []),
    "To end with, each of you in a sentence: which line from here will you say this week?",
  ];
}

function tellVotes(agreed: number, voted: number): string {
  if (voted === 0) return "Nobody voted, which is fine too.";
  const most = "The line that was said had the most votes, alone or with another";
  if (agreed === 0)
    return voted === 1
      ? "Another line had more votes than the one that was said."
      : "Each time another line had more votes than the one that was said.";
  return agreed === voted
    ? `${most}${voted === 1 ? "." : ", each time."}`
    : `${most}, at ${agreed} of ${voted} turns.`;
}
