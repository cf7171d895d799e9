import { BLENDED, blendOf, scoresBy } from "./blend.ts";
import type { Weights } from "./judge.ts";
import { type Example, LABELS, labelsBetween, labelsOf } from "./labels.ts";
import { type Learned, learn, type Recipe, type Row } from "./learn.ts";
import { base64Of, packModel } from "./model.ts";
import { type Observed, observe } from "./observe.ts";
import { modelsFrom, opinionsBy, type PackedModels } from "./opinions.ts";
import { NO_CONTEXT } from "./reading.ts";
import { joinedRows, rowsOf, type Vocabulary, vocabularyOf } from "./vocabulary.ts";
import { learnToWeigh, type Weighing } from "./weigh.ts";

/** A labelled reply taken apart. */
export type Lesson = { example: Example; observed: Observed };

const RECIPE: Recipe = { passes: 10, rate: 0.3, decay: 5e-5 };
const FIRST_PASSES = 3;
const MOST_FEATURES = 24_000;
const SEEN_OFTEN = 2;
const RESTRAINT = 10;
/** In how many groups authors are left out while opinions are gathered. */
export const GROUPS = 5;
const BLEND_RESTRAINT = 1;

/** Takes labelled replies apart. */
export function lessonsFrom(examples: readonly Example[]): Lesson[] {
  return examples.map((example) => ({
    example,
    observed: observe(example.reply, example.customer, NO_CONTEXT),
  }));
}

/** Groups of lessons by who wrote them, so that what is learned is always tried on authors it has not seen. */
export function authorsOf(lessons: readonly Lesson[]): string[] {
  return [...new Set(lessons.map((lesson) => lesson.example.author))];
}

/** Opinions on every lesson, each by models that have not seen its author; `onStep` is told after each group. */
export function opinionsByStrangers(
  lessons: readonly Lesson[],
  onStep: () => void = () => {},
  groups: number = GROUPS,
): Float64Array[] {
  const opinions: Float64Array[] = [];
  for (const group of groupsOf(authorsOf(lessons), groups)) {
    const isTheirs = (lesson: Lesson) => group.includes(lesson.example.author);
    const models = modelsFrom(learnModels(lessons.filter((lesson) => !isTheirs(lesson))));
    lessons.forEach((lesson, at) => {
      if (isTheirs(lesson)) opinions[at] = opinionsBy(models, lesson.observed).all;
    });
    onStep();
  }
  return opinions;
}

/** Deals authors out into groups. */
export function groupsOf(authors: readonly string[], groups: number): string[][] {
  const all = Array.from({ length: Math.min(groups, authors.length) }, (_, at) =>
    authors.filter((_, author) => author % groups === at),
  );
  return all.filter((group) => group.length > 0);
}

/** Learns both models, in the form in which they are stored. */
function learnModels(lessons: readonly Lesson[]): PackedModels {
  const all = vocabularyOf(oftenSeen(lessons));
  const first = learnBoth(lessons, all, { ...RECIPE, passes: FIRST_PASSES });
  const chosen = new Set([...strongestOf(all, first.sentence), ...strongestOf(all, first.message)]);
  const vocabulary = vocabularyOf(Int32Array.from(chosen).sort());
  const { sentence, message } = learnBoth(lessons, vocabulary, RECIPE);
  return {
    features: base64Of(vocabulary.features),
    sentence: packModel(sentence),
    message: packModel(message),
  };
}

function oftenSeen(lessons: readonly Lesson[]): Int32Array {
  const counts = new Map<number, number>();
  const count = (features: readonly number[]) => {
    for (const one of new Set(features)) counts.set(one, (counts.get(one) ?? 0) + 1);
  };
  for (const { observed } of lessons) for (const one of [...observed.features, observed.beside]) count(one);
  return Int32Array.from([...counts].filter(([, seen]) => seen >= SEEN_OFTEN).map(([one]) => one));
}

function learnBoth(lessons: readonly Lesson[], vocabulary: Vocabulary, recipe: Recipe) {
  const ofSentences: Row[] = [];
  const ofMessages: Row[] = [];
  for (const { example, observed } of lessons) {
    const rows = observed.features.map((features) => rowsOf(vocabulary, features));
    observed.sentences.forEach(({ start, end }, at) => {
      ofSentences.push({ features: rows[at] as Int32Array, labels: labelsBetween(example, start, end) });
    });
    const whole = joinedRows(vocabulary, [...rows, rowsOf(vocabulary, observed.beside)]);
    ofMessages.push({ features: whole, labels: labelsOf(example) });
  }
  const size = vocabulary.features.length;
  return {
    sentence: learn(ofSentences, size, LABELS.length, recipe),
    message: learn(ofMessages, size, LABELS.length, recipe),
  };
}

function strongestOf({ features }: Vocabulary, { weights }: Learned): number[] {
  const strength = Array.from(features, (feature, at) => {
    let sum = 0;
    for (let k = 0; k < LABELS.length; k++) sum += (weights[at * LABELS.length + k] as number) ** 2;
    return { feature, sum };
  });
  return strength
    .sort((a, b) => b.sum - a.sum || a.feature - b.feature)
    .slice(0, MOST_FEATURES)
    .map(({ feature }) => feature);
}

/** Learns how to weigh opinions, per label. */
export function learnWeighing(opinions: readonly Float64Array[], lessons: readonly Lesson[]): Weighing[] {
  return learnToWeigh(
    opinions,
    lessons.map((lesson) => labelsOf(lesson.example)),
    RESTRAINT,
  );
}

/** Learns the blend of the labels a practice is about. */
function learnBlend(scores: readonly number[][], examples: readonly Example[]): Weighing[] {
  const labels = examples.map(labelsOf);
  return BLENDED.flatMap((_, k) => {
    const rows = scores.map((one) => blendOf(one, k));
    const held = labels.map((all) => [all[k] as number]);
    return learnToWeigh(rows, held, BLEND_RESTRAINT);
  });
}

/** Learns everything from the corpus: models, and how they are weighed and blended, on authors they have not seen. */
export function trainReader(corpus: readonly Example[], onStep?: () => void): Weights {
  const lessons = lessonsFrom(corpus);
  const opinions = opinionsByStrangers(lessons, onStep);
  const weighing = learnWeighing(opinions, lessons);
  const scores = opinions.map((one) => scoresBy(weighing, one));
  return { ...learnModels(lessons), weighing, blend: learnBlend(scores, corpus) };
}
