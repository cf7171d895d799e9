import type { Debrief } from "../feedback/debrief.ts";
import type { Suggestion } from "../feedback/keep-and-try.ts";
import { NOT_CERTAIN } from "../feedback/not-certain.ts";
import { shortened } from "../feedback/shortened.ts";
import { speakOf } from "../feedback/speak-of.ts";
import { NOTHING_TO_KEEP, NOTHING_TO_TRY, SKILL_TITLES, tellLeaving, tellSkill } from "../feedback/tell.ts";
import { ERASED } from "./erase-lines.ts";

/** What a team is told of the talk it had together: of the lines, and of nobody who wrote one. */
export type TeamTalk = {
  ending: string;
  /** A skill's name, and how it showed. */
  skills: { title: string; words: string }[];
  keep: string[];
  try: string[];
  care: string | undefined;
};

/** Tells a team how the talk went that it had together, so many people as there were. */
export function tellTeamTalk(told: Debrief, colleagues: number): TeamTalk {
  return {
    ending: tellEnding(told, colleagues),
    skills: told.skills.map((report) => ({
      title: SKILL_TITLES[report.skill],
      words: tellSkill({ ...report, missed: undefined }),
    })),
    keep: quotable(told.keep) ? suggestion(told.keep) : [NOTHING_TO_KEEP],
    try: told.try ? withoutWhose(told.try) : [NOTHING_TO_TRY],
    care: told.care,
  };
}

function tellEnding(told: Debrief, colleagues: number): string {
  const { ending, customer, pronoun, turning, turns, rating } = told;
  if (turns === 0)
    return `Nobody answered ${customer} this time. Weeks are like that; ${speakOf(pronoun, "they")} will wait.`;
  const together = `${turns === 1 ? "One message" : `${turns} messages`}, by ${colleagues === 1 ? "one of you" : `${colleagues} of you`}.`;
  const how = ending
    ? tellLeaving(ending, customer, `message ${turns}`)
    : "The time was up before the talk was. Here is what it showed so far.";
  return [
    together,
    how,
    `${speakOf(pronoun, "Asked how satisfied they are")}, ${customer} would say: ${rating} out of 10.`,
    ...(turning?.better
      ? [`Message ${turning.turn} ${speakOf(pronoun, "moved them most")}, for the better.`]
      : []),
  ].join(" ");
}

const quotable = (one: Suggestion | undefined): one is Suggestion =>
  one !== undefined && one.quote !== ERASED;

const suggestion = ({ turn, quote, words, sure }: Suggestion): string[] => [
  `“${shortened(quote)}” (message ${turn}). ${sure ? "" : NOT_CERTAIN}${words}`,
];

// The thread shows who wrote each line, so the one that could be better is neither quoted nor pointed at.
const withoutWhose = ({ words, example }: Suggestion): string[] =>
  example
    ? [`A line that may go further with this customer: “${example}”`]
    : [`Of one of the lines: ${words}`];
