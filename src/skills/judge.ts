import { LABELS, type Label } from "./labels.ts";
import { logistic } from "./learn.ts";
import { type Model, type Scores, scoresOf, strongest, unpackModel } from "./model.ts";
import { type Observed, opinionsOf } from "./observe.ts";
import { blendOf, scoresBy, type Weights } from "./train.ts";
import { weighed } from "./weigh.ts";

/** The learned part of a language, ready to judge. */
export type Judge = { sentence: Model; message: Model; weights: Weights };

/** How likely each label is (0–1), also without what stands beside it, and how strongly each sentence speaks for it. */
export type Judgement = { chances: number[]; alone: number[]; ofSentences: Scores[] };

/** Makes stored weights ready to judge. */
export function judgeFrom(weights: Weights): Judge {
  return { sentence: unpackModel(weights.sentence), message: unpackModel(weights.message), weights };
}

/** Judges a message that was taken apart. */
export function judge(by: Judge, observed: Observed): Judgement {
  const ofSentences = observed.features.map((features) => scoresOf(by.sentence, features));
  const opinions = opinionsOf(ofSentences, scoresOf(by.message, observed.whole), observed.ruled);
  const scores = scoresBy(by.weights.weighing, opinions);
  const chances = scores.map((score, label) => {
    const blend = by.weights.blend[label];
    return logistic(blend === undefined ? score : weighed(blend, blendOf(scores, label)));
  });
  return { chances, alone: scores.map(logistic), ofSentences };
}

/** How likely a label is. */
export const chanceOf = (judgement: Judgement, label: Label): number =>
  judgement.chances[LABELS.indexOf(label)] ?? 0;

const SHOWABLE = /^[wbt]:([^^$]+)$/;

/** The words of a sentence that weigh most for a label, as they would be said. */
export function wordsThatWeigh(by: Judge, observed: Observed, sentence: number, label: Label): string[] {
  const features = (observed.features[sentence] ?? []).filter((feature) => SHOWABLE.test(feature));
  const named = strongest(by.sentence, features, LABELS.indexOf(label), 6).map((feature) =>
    feature.slice(2).trim(),
  );
  const kept: string[] = [];
  for (const words of named) {
    if (kept.length < 3 && !kept.some((one) => one.includes(words) || words.includes(one))) kept.push(words);
  }
  return kept;
}
