import { BOOK, EVERY_RULE } from "../english/book.ts";
import { type Example, LABELS, labelsBetween } from "../labels.ts";
import { allMatchesOf } from "../rules.ts";
import type { Lesson } from "../train.ts";

/** How often a rule met a sentence, and how often the sentence is labelled with what the rule stands for. */
export type RuleRow = { name: string; tag: string; met: number; right: number | undefined };

// What a rule's tag stands for among the labels; a tag of its own name needs no entry.
const STANDS_FOR: Readonly<Record<string, string>> = {
  opener: "question-1",
  request: "question-1",
  routine: "question-1",
  vague: "deescalation-1",
  stock: "validation-1",
  reaction: "validation-1",
  reason: "validation-1",
  concrete: "deescalation-1",
  timed: "deescalation-1",
  owned: "deescalation-1",
  choice: "deescalation-1",
  fix: "solution",
};

/** A row for every rule, over the sentences of these replies. */
export function ruleRows(lessons: readonly Lesson[]): RuleRow[] {
  return EVERY_RULE.map(({ name, tag }) => {
    const label = LABELS.findIndex((one) => one === (STANDS_FOR[tag] ?? tag));
    const met = lessons.flatMap(({ example, observed }) =>
      observed.sentences
        .filter((one) => allMatchesOf(BOOK, one).some(({ rule }) => rule.name === name && rule.tag === tag))
        .map((one) => ({ example, ...one })),
    );
    const right = label < 0 ? undefined : met.filter((one) => isLabelled(one, label)).length;
    return { name, tag, met: met.length, right };
  });
}

function isLabelled(
  { example, start, end }: { example: Example; start: number; end: number },
  label: number,
): boolean {
  return labelsBetween(example, start, end)[label] === 1;
}
