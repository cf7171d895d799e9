import type { Feature } from "./feature.ts";
import { addScores, type Learned, scaleOf } from "./learn.ts";
import { rowOf, type Vocabulary } from "./vocabulary.ts";

/** A learned model ready to score: a small whole number per row of the vocabulary and label. */
export type Model = {
  weights: Int8Array;
  /** What 1 in the weights of a label stands for. */
  units: number[];
  bias: number[];
};

/** A model as it is stored: the weights as base64 of signed bytes. */
export type PackedModel = { weights: string; units: number[]; bias: number[] };

/** Scores by label: above 0 is more likely than not. */
export type Scores = Float64Array;

/** Packs what was learned into small whole numbers. */
export function packModel(learned: Learned): PackedModel {
  const labels = learned.bias.length;
  const units = Array.from(learned.bias, (_, k) => {
    let most = 1e-6;
    for (let at = k; at < learned.weights.length; at += labels) {
      most = Math.max(most, Math.abs(learned.weights[at] as number));
    }
    return Number((most / 127).toPrecision(6));
  });
  const weights = Int8Array.from(learned.weights, (weight, at) =>
    Math.round(weight / (units[at % labels] as number)),
  );
  return {
    weights: base64Of(weights),
    units,
    bias: Array.from(learned.bias, (one) => Number(one.toFixed(5))),
  };
}

/** Makes a stored model ready to score. */
export function unpackModel(packed: PackedModel): Model {
  const bytes = Buffer.from(packed.weights, "base64");
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return { weights, units: packed.units, bias: packed.bias };
}

/** Whole numbers as base64 of their bytes, in the order of this machine (little-endian wherever Node runs). */
export function base64Of(numbers: Int8Array | Int32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString("base64");
}

/** The features that `base64Of` wrote. */
export function featuresFrom(base64: string): Int32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, "base64"));
  return new Int32Array(bytes.buffer);
}

/** The scores of every label for what has these rows. */
export function scoresOf(model: Model, rows: Int32Array): Scores {
  const scores = new Float64Array(model.bias.length);
  addScores(scores, rows, model.weights, NO_BIAS, scaleOf(rows.length));
  for (let k = 0; k < scores.length; k++) {
    scores[k] = (scores[k] as number) * (model.units[k] as number) + (model.bias[k] as number);
  }
  return scores;
}

const NO_BIAS = new Float64Array(64);

/** How strongly a feature speaks for a label; 0 when it was never met. */
export function weightOf(model: Model, vocabulary: Vocabulary, feature: Feature, label: number): number {
  const row = rowOf(vocabulary, feature);
  return row < 0 ? 0 : (model.weights[row * model.bias.length + label] ?? 0);
}
