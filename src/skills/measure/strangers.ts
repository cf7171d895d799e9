import { scoresBy } from "../blend.ts";
import { LABELS, type Label, labelsOf } from "../labels.ts";
import { authorsOf, groupsOf, type Lesson, learnWeighing, opinionsByStrangers } from "../train.ts";
import { type Score, scoreOf } from "./score.ts";

/** How well weights learned from other authors do on one author, per label. */
export type ByAuthor = { author: string; replies: number; scores: Record<string, Score> };

const SHOWN: readonly Label[] = LABELS.slice(0, 8);
/** In how many groups authors are left out; each takes its turn. */
export const TURNS = 6;

/** Leaves authors out, a group at a time, learns from all the others, and tries the outcome on those left out. */
export function tryOnStrangers(lessons: readonly Lesson[], onStep: () => void): ByAuthor[] {
  const opinions = opinionsByStrangers(lessons, onStep, TURNS);
  return groupsOf(authorsOf(lessons), TURNS).flatMap((group) => {
    const isKnown = lessons.map((lesson) => !group.includes(lesson.example.author));
    const weighing = learnWeighing(
      opinions.filter((_, at) => isKnown[at]),
      lessons.filter((_, at) => isKnown[at]),
    );
    return group.map((author) => {
      const theirs = lessons.flatMap(({ example }, at) =>
        example.author === author
          ? [{ labels: labelsOf(example), scores: scoresBy(weighing, opinions[at] as Float64Array) }]
          : [],
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
  });
}
