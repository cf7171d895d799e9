import { scoresBy } from "../blend.ts";
import { LABELS, type Label, labelsOf } from "../labels.ts";
import { authorsOf, type Lesson, learnWeighing, opinionsByStrangers } from "../train.ts";
import { type Score, scoreOf } from "./score.ts";

/** How well weights learned from all other authors do on one author, per label. */
export type ByAuthor = { author: string; replies: number; scores: Record<string, Score> };

const SHOWN: readonly Label[] = LABELS.slice(0, 8);

/** Leaves each author out in turn, learns from the others, and tries the outcome on the one left out. */
export function tryOnStrangers(lessons: readonly Lesson[], onStep: () => void): ByAuthor[] {
  const authors = authorsOf(lessons);
  const opinions = opinionsByStrangers(lessons, onStep, authors.length);
  return authors.map((author) => {
    const known = lessons.map((lesson) => lesson.example.author !== author);
    const weighing = learnWeighing(
      opinions.filter((_, at) => known[at]),
      lessons.filter((_, at) => known[at]),
    );
    const theirs = lessons.flatMap((lesson, at) =>
      known[at]
        ? []
        : [{ labels: labelsOf(lesson.example), scores: scoresBy(weighing, opinions[at] as Float64Array) }],
    );
    const scores = SHOWN.map((label, k) => [
      label,
      scoreOf(
        theirs.map((one) => (one.scores[k] as number) > 0),
        theirs.map((one) => one.labels[k] === 1),
      ),
    ]);
    return { author, replies: theirs.length, scores: Object.fromEntries(scores) };
  });
}
