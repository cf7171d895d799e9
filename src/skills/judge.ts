import { blendOf, scoresBy } from "./blend.ts";
import { type Run, runsOf } from "./features.ts";
import { LABELS, type Label } from "./labels.ts";
import { logistic } from "./learn.ts";
import { type Scores, weightOf } from "./model.ts";
import type { Observed } from "./observe.ts";
import { type Models, modelsFrom, opinionsBy, type PackedModels } from "./opinions.ts";
import { type Weighing, weighed } from "./weigh.ts";

/** Everything the learned part of the reader knows, as it is stored. */
export type Weights = PackedModels & {
  /** Per label, how the opinions are weighed. */
  weighing: Weighing[];
  /** Per label, how its own score and the few beside it are put together. */
  blend: Weighing[];
};

/** The learned part of a language, ready to judge. */
export type Judge = Models & Pick<Weights, "weighing" | "blend">;

/** How likely each label is (0–1), also without what stands beside it, and how strongly each sentence speaks for it. */
export type Judgement = { chances: number[]; alone: number[]; ofSentences: Scores[] };

/** Makes stored weights ready to judge. */
export function judgeFrom(weights: Weights): Judge {
  return { ...modelsFrom(weights), weighing: weights.weighing, blend: weights.blend };
}

/** Judges a message that was taken apart. */
export function judge(by: Judge, observed: Observed): Judgement {
  const { ofSentences, all } = opinionsBy(by, observed);
  const scores = scoresBy(by.weighing, all);
  const chances = scores.map((score, label) => {
    const blend = by.blend[label];
    return logistic(blend === undefined ? score : weighed(blend, blendOf(scores, label)));
  });
  return { chances, alone: scores.map(logistic), ofSentences };
}

/** How likely a label is. */
export const chanceOf = (judgement: Judgement, label: Label): number =>
  judgement.chances[LABELS.indexOf(label)] ?? 0;

const SHOWN = 3;
const STRONGEST = 6;

/** The words of a sentence that weigh most for a label, as they would be said. */
export function wordsThatWeigh(by: Judge, observed: Observed, sentence: number, label: Label): string[] {
  const at = LABELS.indexOf(label);
  const within = observed.sentences[sentence];
  if (within === undefined) return [];
  const said = ({ from, length }: Run) => within.words.slice(from, from + length).map(({ text }) => text);
  const named = runsOf(within)
    .map((run) => ({ run, weight: weightOf(by.sentence, by.vocabulary, run.feature, at) }))
    .filter(({ weight }) => weight > 0)
    .map(({ run, weight }) => ({ says: said(run).join(" "), weight }))
    .sort((a, b) => b.weight - a.weight || (a.says < b.says ? -1 : 1))
    .slice(0, STRONGEST);
  const kept: string[] = [];
  for (const { says } of named) {
    if (kept.length < SHOWN && !kept.some((one) => one.includes(says) || says.includes(one))) kept.push(says);
  }
  return kept;
}
