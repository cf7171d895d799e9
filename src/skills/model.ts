import { addScores, type Learned, scaleOf } from "./learn.ts";

/** A learned model ready to score: its features by name, and a small whole number per feature and label. */
export type Model = {
  names: ReadonlyMap<string, number>;
  weights: Int8Array;
  /** What 1 in the weights of a label stands for. */
  units: number[];
  bias: number[];
};

/** A model as it is stored: the weights as base64 of signed bytes. */
export type PackedModel = { names: string; weights: string; units: number[]; bias: number[] };

/** Scores by label: above 0 is more likely than not. */
export type Scores = Float64Array;

/** Packs what was learned into small whole numbers. */
export function packModel(names: readonly string[], learned: Learned): PackedModel {
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
  const bytes = Buffer.from(weights.buffer, weights.byteOffset, weights.length);
  return {
    names: names.join("\n"),
    weights: bytes.toString("base64"),
    units,
    bias: Array.from(learned.bias, (one) => Number(one.toFixed(5))),
  };
}

/** Makes a stored model ready to score. */
export function unpackModel(packed: PackedModel): Model {
  const bytes = Buffer.from(packed.weights, "base64");
  return {
    names: new Map(packed.names.split("\n").map((name, at) => [name, at])),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    units: packed.units,
    bias: packed.bias,
  };
}

/** The scores of every label for what has these features. */
export function scoresOf(model: Model, features: readonly string[]): Scores {
  const known = knownOf(model.names, features);
  const scores = new Float64Array(model.bias.length);
  addScores(scores, known, model.weights, NO_BIAS, scaleOf(known.length));
  return scores.map((score, k) => score * (model.units[k] as number) + (model.bias[k] as number));
}

const NO_BIAS = new Float64Array(64);

/** The numbers of the features that a model knows. */
export function knownOf(names: ReadonlyMap<string, number>, features: readonly string[]): Int32Array {
  const known: number[] = [];
  for (const feature of features) {
    const at = names.get(feature);
    if (at !== undefined) known.push(at);
  }
  return Int32Array.from(known);
}

/** The features that speak most for a label, strongest first. */
export function strongest(model: Model, features: readonly string[], label: number, most: number): string[] {
  const labels = model.bias.length;
  return features
    .map((feature) => ({ feature, at: model.names.get(feature) }))
    .map(({ feature, at }) => ({
      feature,
      weight: at === undefined ? 0 : (model.weights[at * labels + label] ?? 0),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.feature < b.feature ? -1 : 1))
    .slice(0, most)
    .map(({ feature }) => feature);
}
