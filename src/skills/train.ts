import { type Example, LABELS, type Label, labelsBetween, labelsOf } from "./labels.ts";
import { type Learned, learn, type Recipe, type Row } from "./learn.ts";
import { knownOf, type Model, type PackedModel, packModel, scoresOf, unpackModel } from "./model.ts";
import { type Observed, observe, opinionsOf } from "./observe.ts";
import { NO_CONTEXT } from "./reading.ts";
import { learnToWeigh, type Weighing, weighed } from "./weigh.ts";

/** Everything the learned part of the reader knows, as it is stored. */
export type Weights = {
  sentence: PackedModel;
  message: PackedModel;
  /** Per label, how the opinions are weighed. */
  weighing: Weighing[];
  /** Per label, how its own score and the few beside it are put together. */
  blend: Weighing[];
};

/** A labelled reply taken apart. */
export type Lesson = { example: Example; observed: Observed };

/** The two models that give opinions: of single sentences and of the whole message. */
export type Models = { sentence: Model; message: Model };

const RECIPE: Recipe = { passes: 10, rate: 0.3, decay: 5e-5 };
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
    const models = learnModels(lessons.filter((lesson) => !isTheirs(lesson)));
    lessons.forEach((lesson, at) => {
      if (isTheirs(lesson)) opinions[at] = opinionsBy(models, lesson.observed);
    });
    onStep();
  }
  return opinions;
}

function groupsOf(authors: readonly string[], groups: number): string[][] {
  const all = Array.from({ length: Math.min(groups, authors.length) }, (_, at) =>
    authors.filter((_, author) => author % groups === at),
  );
  return all.filter((group) => group.length > 0);
}

/** Opinions of these models and of the rules on one message. */
export function opinionsBy({ sentence, message }: Models, observed: Observed): Float64Array {
  const ofSentences = observed.features.map((features) => scoresOf(sentence, features));
  return opinionsOf(ofSentences, scoresOf(message, observed.whole), observed.ruled);
}

/** Learns both models. */
export function learnModels(lessons: readonly Lesson[]): Models {
  const packed = packModels(lessons);
  return { sentence: unpackModel(packed.sentence), message: unpackModel(packed.message) };
}

/** Learns both models, in the form in which they are stored. */
export function packModels(lessons: readonly Lesson[]): { sentence: PackedModel; message: PackedModel } {
  const ofSentences = lessons.flatMap(({ example, observed }) =>
    observed.sentences.map(({ start, end }, at) => ({
      features: observed.features[at] as string[],
      labels: labelsBetween(example, start, end),
    })),
  );
  const ofMessages = lessons.map(({ example, observed }) => ({
    features: observed.whole,
    labels: labelsOf(example),
  }));
  return { sentence: packOne(ofSentences), message: packOne(ofMessages) };
}

type Named = { features: readonly string[]; labels: number[] };

function packOne(all: readonly Named[]): PackedModel {
  const often = oftenSeen(all);
  const first = learn(rowsOf(all, often), often.length, LABELS.length, { ...RECIPE, passes: 3 });
  const names = strongestOf(often, first);
  return packModel(names, learn(rowsOf(all, names), names.length, LABELS.length, RECIPE));
}

function rowsOf(all: readonly Named[], names: readonly string[]): Row[] {
  const numbers = new Map(names.map((name, at) => [name, at]));
  return all.map(({ features, labels }) => ({ features: knownOf(numbers, features), labels }));
}

function oftenSeen(all: readonly Named[]): string[] {
  const counts = new Map<string, number>();
  for (const { features } of all) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= SEEN_OFTEN).map(([name]) => name);
}

function strongestOf(names: readonly string[], { weights }: Learned): string[] {
  const strength = names.map((name, at) => {
    let sum = 0;
    for (let k = 0; k < LABELS.length; k++) sum += (weights[at * LABELS.length + k] as number) ** 2;
    return { name, sum };
  });
  return strength
    .sort((a, b) => b.sum - a.sum || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_FEATURES)
    .map(({ name }) => name);
}

/** Learns how to weigh opinions, per label. */
export function learnWeighing(opinions: readonly Float64Array[], lessons: readonly Lesson[]): Weighing[] {
  const labels = lessons.map((lesson) => labelsOf(lesson.example));
  return LABELS.map((_, k) =>
    learnToWeigh(
      opinions,
      labels.map((all) => all[k] as number),
      RESTRAINT,
    ),
  );
}

/** Every label's score for some opinions. */
export function scoresBy(weighing: readonly Weighing[], opinions: Float64Array): number[] {
  return weighing.map((one) => weighed(one, opinions));
}

// What else is weighed beside a label's own score: on what a coach calls it bears most.
const BESIDE: readonly [Label, readonly Label[]][] = [
  ["validation-1", ["validation-2", "escalating", "overpromise"]],
  ["validation-2", ["escalating", "overpromise"]],
  ["question-1", ["escalating", "overpromise"]],
  ["question-2", ["escalating", "overpromise"]],
  ["deescalation-1", ["deescalation-2", "escalating", "overpromise"]],
  ["deescalation-2", ["escalating", "overpromise"]],
  ["solution", ["deescalation-2", "escalating", "overpromise"]],
  ["escalating", ["overpromise", "canned"]],
];
const BLENDED: readonly (readonly number[])[] = BESIDE.map(([own, others]) =>
  [own, ...others].map((label) => LABELS.indexOf(label)),
);

/** What is blended for a label: its own score, those beside it, and 1. */
export function blendOf(scores: readonly number[], label: number): Float64Array {
  const parts = (BLENDED[label] ?? [label]).map((at) => Math.max(-5, Math.min(5, scores[at] as number)) / 2);
  return Float64Array.from([...parts, 1]);
}

/** Learns the blend of the labels a practice is about; the single tags stay as they are weighed. */
export function learnBlend(scores: readonly number[][], examples: readonly Example[]): Weighing[] {
  const labels = examples.map(labelsOf);
  return BLENDED.map((_, k) => {
    const rows = scores.map((one) => blendOf(one, k));
    return learnToWeigh(
      rows,
      labels.map((all) => all[k] as number),
      BLEND_RESTRAINT,
    );
  });
}

/** Learns everything: models and weighing from the corpus, the blend (a handful of numbers a label) from the gold. */
export function trainReader(
  corpus: readonly Example[],
  gold: readonly Example[],
  onStep?: () => void,
): Weights {
  const lessons = lessonsFrom(corpus);
  const weighing = learnWeighing(opinionsByStrangers(lessons, onStep), lessons);
  const packed = packModels(lessons);
  const models = { sentence: unpackModel(packed.sentence), message: unpackModel(packed.message) };
  const scores = lessonsFrom(gold).map((lesson) => scoresBy(weighing, opinionsBy(models, lesson.observed)));
  return { ...packed, weighing, blend: learnBlend(scores, gold) };
}
