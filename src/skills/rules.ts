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

/** Rules made ready to be applied. */
export type Rulebook<Tag extends string> = Phrasebook<{ rule: Rule<Tag>; phrase: string; says: boolean }>;

/** A rule that a sentence met, the phrase by which, and the clauses that say it. */
export type Match<Tag extends string> = {
  rule: Rule<Tag>;
  phrase: string;
  from: number;
  to: number;
  clauses: Clause[];
};

/** Makes rules ready to be applied. */
export function rulebookOf<Tag extends string>(rules: readonly Rule<Tag>[], lists: WordLists): Rulebook<Tag> {
  const rows = rules.flatMap((rule) => [
    ...rule.says.map((phrase) => ({ phrase, of: { rule, phrase, says: true } })),
    ...(rule.unless ?? []).map((phrase) => ({ phrase, of: { rule, phrase, says: false } })),
  ]);
  return phrasebookOf(rows, lists);
}

const met = new WeakMap<Sentence, Map<unknown, unknown>>();

/** The rules that a sentence meets, each phrase on its own, in the order of the words; a sentence is gone through once. */
export function matchesOf<Tag extends string>(book: Rulebook<Tag>, sentence: Sentence): Match<Tag>[] {
  const before = met.get(sentence) ?? new Map<unknown, unknown>();
  met.set(sentence, before);
  const known = before.get(book) as Match<Tag>[] | undefined;
  if (known !== undefined) return known;
  const matches = findMatches(book, sentence);
  before.set(book, matches);
  return matches;
}

function findMatches<Tag extends string>(book: Rulebook<Tag>, sentence: Sentence): Match<Tag>[] {
  const found = findAll(book, sentence.words);
  const silenced = new Set(found.filter((one) => !one.of.says).map((one) => one.of.rule));
  return found
    .filter((one) => one.of.says && !silenced.has(one.of.rule))
    .map(({ of, from, to }) => ({
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
  return order.flatMap((tag) => {
    const same = all.filter((one) => one.tag === tag);
    const surest = same.toSorted((a, b) => b.confidence - a.confidence)[0];
    if (surest === undefined) return [];
    return [{ ...surest, evidence: tidyEvidence(same.flatMap((one) => one.evidence)) }];
  });
}
