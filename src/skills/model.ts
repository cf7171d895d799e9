import type { Feature } from "./feature.ts";
import { type Learned, scaleOf } from "./learn.ts";
import { rowOf, type Vocabulary } from "./vocabulary.ts";

/** A learned model ready to score: a small whole number per row of the vocabulary and label. */
export type Model = {
  /** The weights as bytes, 128 higher than they are so that none is below 0, and as many to a row as fill whole fours. */
  weights: Uint8Array;
  /** The same bytes by fours: what adds up two labels at a time. */
  fours: Uint32Array;
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

const HIGHER = 128;

/** Makes a stored model ready to score. */
export function unpackModel({ weights: packed, units, bias }: PackedModel): Model {
  const stored = new Int8Array(Buffer.from(packed, "base64"));
  const width = widthFor(bias.length);
  const weights = new Uint8Array((stored.length / bias.length) * width);
  stored.forEach((weight, at) => {
    weights[Math.floor(at / bias.length) * width + (at % bias.length)] = weight + HIGHER;
  });
  return { weights, fours: new Uint32Array(weights.buffer), units, bias };
}

const widthFor = (labels: number) => 4 * Math.ceil(labels / 4);

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
  const { units, bias } = model;
  const sums = sumsOf(model, rows);
  const scale = scaleOf(rows.length);
  const scores = new Float64Array(bias.length);
  for (let k = 0; k < scores.length; k++) {
    scores[k] = (sums[k] as number) * scale * (units[k] as number) + (bias[k] as number);
  }
  return scores;
}

// So many bytes may add up within 16 bits.
const MOST_AT_ONCE = 256;
const EVERY_OTHER_BYTE = 0x00ff00ff;

// Four labels are added up at once, every other byte of their weights in 16 bits of its own.
function sumsOf({ fours, bias }: Model, rows: Int32Array): Int32Array {
  const width = widthFor(bias.length);
  const sums = new Int32Array(width);
  for (let first = 0; first < rows.length; first += MOST_AT_ONCE) {
    const end = Math.min(rows.length, first + MOST_AT_ONCE);
    const higher = HIGHER * (end - first);
    for (let k = 0; k < width; k += 4) {
      let even = 0;
      let odd = 0;
      for (let at = first; at < end; at++) {
        const four = fours[((rows[at] as number) * width + k) >>> 2] as number;
        even = (even + (four & EVERY_OTHER_BYTE)) | 0;
        odd = (odd + ((four >>> 8) & EVERY_OTHER_BYTE)) | 0;
      }
      sums[k] = (sums[k] as number) + (even & 0xffff) - higher;
      sums[k + 1] = (sums[k + 1] as number) + (odd & 0xffff) - higher;
      sums[k + 2] = (sums[k + 2] as number) + (even >>> 16) - higher;
      sums[k + 3] = (sums[k + 3] as number) + (odd >>> 16) - higher;
    }
  }
  return sums;
}

/** How strongly a feature speaks for a label; 0 when it was never met. */
export function weightOf(model: Model, vocabulary: Vocabulary, feature: Feature, label: number): number {
  const row = rowOf(vocabulary, feature);
  return row < 0 ? 0 : (model.weights[row * widthFor(model.bias.length) + label] as number) - HIGHER;
}
