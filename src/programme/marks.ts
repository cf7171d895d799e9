import type { Appeal } from "../feedback/appeal.ts";
import { tellDiffering } from "../feedback/appealed-lines.ts";
import type { Session } from "../session/session.ts";
import { ruleNames } from "./rule-names.ts";

/** How many messages a talk had, in steps: what is shown to trainers holds no exact number of one talk. */
export const LENGTHS = ["no message", "1 to 3", "4 to 6", "7 to 9", "10 or more"] as const;

const lengthOf = (messages: number): (typeof LENGTHS)[number] => {
  if (messages === 0) return "no message";
  if (messages < 4) return "1 to 3";
  if (messages < 7) return "4 to 6";
  return messages < 10 ? "7 to 9" : "10 or more";
};

/** What may be counted, as marks: nothing in them is anybody's words. */
export const MARKS = {
  length: (length: string) => `length/${length}`,
  ending: (ending: string) => `ending/${ending}`,
  stopped: "stopped",
  leftIn: (mood: string) => `left-in/${mood}`,
  endedBy: (rule: string) => `ended-by/${rule}`,
  differing: (words: string) => `differing/${words}`,
} as const;

/** What trainers may learn from a talk that is over: how long it was, how it ended, or in which mood it was left. */
export function marksOfTalk({ flow, state, turns, play }: Session): string[] {
  const { mood, ending, talk } = play.standing;
  const length = MARKS.length(lengthOf(turns.length));
  if (state === "stopped" || ending === undefined) return [length, MARKS.stopped, MARKS.leftIn(mood)];
  const rule = ruleNames(flow).find(({ line }) => line === talk.last.line);
  return [length, MARKS.ending(ending), ...(rule ? [MARKS.endedBy(rule.name)] : [])];
}

/** What trainers may learn from an appeal: what the reader said, and what its trainee says. */
export const marksOfAppeal = (appeal: Appeal): string[] => [MARKS.differing(tellDiffering(appeal))];

/** What marks of one kind are about, such as the moods people left in, by the alphabet. */
export const about = (marks: Readonly<Record<string, number>>, kind: (about: string) => string): string[] =>
  Object.keys(marks)
    .filter((mark) => mark.startsWith(kind("")))
    .map((mark) => mark.slice(kind("").length))
    .sort();
