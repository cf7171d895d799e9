import { findAll, type Phrasebook, phrasebookOf } from "./phrasebook.ts";
import type { WordLists } from "./phrases.ts";
import type { Evidence, Tagged } from "./reading.ts";
import type { Clause, Sentence } from "./sentences.ts";

/** What some phrases show: a tag, how sure that is (0–1), and why in a trainee's words. */
export type Rule<Tag extends string> = {
  name: string;
  tag: Tag;
  sure: number;
  why: string;
  /** Phrases that show it, in the signs of `phraseOf`. */
  says: readonly string[];
  /** Phrases that, anywhere in the same sentence, mean that it is not that. */
  unless?: readonly string[];
};

/** Rules by kind, all of them filed in one book, so that a sentence is gone through once. */
export type Rulebook<Kinds extends RulesByKind> = { kinds: Kinds; phrases: Phrasebook<Filed> };
type RulesByKind = Readonly<Record<string, readonly Rule<string>[]>>;
type Filed = { kind: string; rule: Rule<string>; phrase: string; says: boolean };
type TagOf<Rules> = Rules extends readonly Rule<infer Tag>[] ? Tag : never;

/** A rule that a sentence met, the phrase by which, and the clauses that say it. */
export type Match<Tag extends string> = {
  rule: Rule<Tag>;
  phrase: string;
  from: number;
  to: number;
  clauses: Clause[];
};

/** Makes rules ready to be applied. */
export function rulebookOf<Kinds extends RulesByKind>(kinds: Kinds, lists: WordLists): Rulebook<Kinds> {
  const rows = Object.entries(kinds).flatMap(([kind, rules]) =>
    rules.flatMap((rule) => [
      ...rule.says.map((phrase) => ({ phrase, of: { kind, rule, phrase, says: true } })),
      ...(rule.unless ?? []).map((phrase) => ({ phrase, of: { kind, rule, phrase, says: false } })),
    ]),
  );
  return { kinds, phrases: phrasebookOf(rows, lists) };
}

type Met = Match<string> & { kind: string };
const met = new WeakMap<Sentence, Met[]>();

/** The rules of one kind that a sentence meets, each phrase on its own, in the order of the words. */
export function matchesOf<Kinds extends RulesByKind, Kind extends keyof Kinds & string>(
  book: Rulebook<Kinds>,
  kind: Kind,
  sentence: Sentence,
): Match<TagOf<Kinds[Kind]>>[] {
  return allMatchesOf(book, sentence).filter((one) => one.kind === kind) as unknown as Match<
    TagOf<Kinds[Kind]>
  >[];
}

/** The rules of every kind that a sentence meets. */
export function allMatchesOf(book: Rulebook<RulesByKind>, sentence: Sentence): readonly Met[] {
  const known = met.get(sentence);
  if (known !== undefined) return known;
  const matches = findMatches(book, sentence);
  met.set(sentence, matches);
  return matches;
}

function findMatches({ phrases }: Rulebook<RulesByKind>, sentence: Sentence): Met[] {
  const found = findAll(phrases, sentence.words);
  const silenced = new Set(found.filter((one) => !one.of.says).map((one) => one.of.rule));
  return found
    .filter((one) => one.of.says && !silenced.has(one.of.rule))
    .map(({ of, from, to }) => ({
      kind: of.kind,
      rule: of.rule,
      phrase: of.phrase,
      from,
      to,
      clauses: clausesBetween(sentence, sentence.words[from]?.start ?? 0, sentence.words[to]?.end ?? 0),
    }));
}

function clausesBetween(sentence: Sentence, start: number, end: number): Clause[] {
  return sentence.clauses.filter((clause) => clause.start < end && clause.end > start);
}

/** The words from the first to the last of these clauses, as evidence. */
export function evidenceOf(message: string, clauses: readonly { start: number; end: number }[]): Evidence[] {
  const first = clauses[0];
  if (first === undefined) return [];
  const start = Math.min(...clauses.map((clause) => clause.start));
  const end = Math.max(...clauses.map((clause) => clause.end));
  const quote = message.slice(start, end).replace(/[,;:—–-]\s*$/, "");
  return [{ quote, start, end: start + quote.length }];
}

/** Evidence with what is said twice left out, in the order of the message. */
export function tidyEvidence(evidence: readonly Evidence[]): Evidence[] {
  const sorted = [...evidence].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Evidence[] = [];
  for (const one of sorted) {
    const last = kept.at(-1);
    if (last === undefined || one.start >= last.end) kept.push(one);
  }
  return kept;
}

const SURE = 0.75;

/** Gathers matches of a whole message, each tag once, in a fixed order. */
export function taggedFrom<Tag extends string>(
  message: string,
  matches: readonly Match<Tag>[],
  order: readonly Tag[],
): Tagged<Tag>[] {
  const all = matches.map(({ rule, clauses }): Tagged<Tag> => {
    const certainty = rule.sure >= SURE ? "sure" : "likely";
    const evidence = evidenceOf(message, clauses);
    return { tag: rule.tag, confidence: rule.sure, certainty, evidence, why: rule.why };
  });
  return mergeTagged(all, order);
}

/** Puts findings of the same tag together, in a fixed order. */
export function mergeTagged<Tag extends string>(
  all: readonly Tagged<Tag>[],
  order: readonly Tag[],
): Tagged<Tag>[] {
  if (all.length === 0) return [];
  return order.flatMap((tag) => {
    const same = all.filter((one) => one.tag === tag);
    const surest = same.toSorted((a, b) => b.confidence - a.confidence)[0];
    if (surest === undefined) return [];
    return [{ ...surest, evidence: tidyEvidence(same.flatMap((one) => one.evidence)) }];
  });
}
