import type { Flow } from "../flow/flow.ts";
import { about, LENGTHS, MARKS } from "./marks.ts";
import { ruleNames } from "./rule-names.ts";
import { ENOUGH, type Figures, type Share, shareOf } from "./tally.ts";

/** What trainers may know of one version of a flow: from talks, and from readings that were seen differently. */
export type Learned = { talks: Figures; appeals: Figures };

/** Said where too few people have practised. */
export const TOO_FEW = `Nothing to show yet: figures begin with ${ENOUGH} different people, and go on in steps of ${ENOUGH}.`;

/** What trainers learn back about this version of a flow, a line each: never who, and never anybody's words. */
export function tellLearned(flow: Flow, { talks, appeals }: Learned): string[] {
  const told = [
    ...(talks.people < ENOUGH ? [] : tellTalks(flow, talks)),
    ...(appeals.people < ENOUGH ? [] : [tellAppeals(appeals)]),
  ];
  return told.length > 0 ? told : [TOO_FEW];
}

function tellTalks(flow: Flow, talks: Figures): string[] {
  const endings = Object.entries(flow.endings).map(
    ([name, { outcome }]) => `${name} (${outcome}) ${shareOf(talks, MARKS.ending(name))}`,
  );
  return [
    `From ${talks.people} talks, always ${ENOUGH} of ${ENOUGH} different people together. Shares are told in words, so that nobody stands out.`,
    `How far: ${standingOut(talks, MARKS.length, LENGTHS, (length) => `${length}${length === "no message" ? "" : " messages"}`)}.`,
    `Endings: ${endings.join("; ")}; stopped before one ${shareOf(talks, MARKS.stopped)}.`,
    `Where people leave: ${standingOut(talks, MARKS.leftIn, about(talks.marks, MARKS.leftIn), (mood) => `in ${mood}`)}.`,
    `What ends talks: ${standingOut(talks, MARKS.endedBy, about(talks.marks, MARKS.endedBy), (rule) => tellRule(flow, rule))}.`,
  ];
}

const tellAppeals = (appeals: Figures): string =>
  `Readings seen differently, by ${ENOUGH} people or more: ${standingOut(appeals, MARKS.differing, about(appeals.marks, MARKS.differing), (words) => words.replace(/\.$/, ""))}.`;

function tellRule(flow: Flow, name: string): string {
  const rule = ruleNames(flow).find((one) => one.name === name);
  return rule ? `line ${rule.line} (${name})` : `a rule that has changed since (${name})`;
}

// Whatever few or none did is left out, so that one person's way is never named; and among things that read alike no
// order says which more people did.
function standingOut(
  figures: Figures,
  kind: (about: string) => string,
  all: readonly string[],
  tell: (about: string) => string,
): string {
  const told = SHARES.flatMap((share) =>
    all.filter((one) => shareOf(figures, kind(one)) === share).map((one) => `${tell(one)}: ${share}`),
  );
  return told.join("; ") || "nothing stands out";
}

const SHARES: readonly Share[] = ["nearly all or all", "most", "about half", "some"];
