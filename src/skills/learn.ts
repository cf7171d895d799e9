/** One thing to learn from: the numbers of its features, and its labels as 0 or 1. */
export type Row = { features: Int32Array; labels: number[] };

/** What was learned: a weight for every feature and label, row by row, and a bias for every label. */
export type Learned = { weights: Float32Array; bias: Float64Array };

/** How to learn: passes over the rows, the first step's size, and how strongly weights are drawn to nothing. */
export type Recipe = { passes: number; rate: number; decay: number };

/** Numbers in a fixed order that looks like chance, each at least 0 and below 1. */
export function drawsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** The logistic function. */
export const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

/** How much a row's features count, so that long sentences do not shout. */
export const scaleOf = (features: number): number => 1 / Math.sqrt(features + 1);

// A label that is this close to right teaches nothing more.
const RIGHT_ENOUGH = 0.01;

/** Learns all labels at once by logistic regression (AdaGrad), the same way every time. */
export function learn(rows: readonly Row[], features: number, labels: number, recipe: Recipe): Learned {
  const weights = new Float32Array(features * labels);
  const bias = new Float64Array(labels);
  const seen = new Float32Array(features * labels).fill(0.01);
  const biasSeen = new Float64Array(labels).fill(0.01);
  const draw = drawsFrom(12_345);
  const order = rows.map((_, at) => at);
  const errors = new Float64Array(labels);
  const mistaken = new Int32Array(labels);
  for (let pass = 0; pass < recipe.passes; pass++) {
    shuffle(order, draw);
    const rate = recipe.rate * (1 - (pass / recipe.passes) * 0.9);
    for (const at of order) {
      const row = rows[at] as Row;
      const scale = scaleOf(row.features.length);
      addScores(errors, row.features, weights, bias, scale);
      let wrong = 0;
      for (let k = 0; k < labels; k++) {
        const error = logistic(errors[k] as number) - (row.labels[k] as number);
        if (Math.abs(error) < RIGHT_ENOUGH) continue;
        errors[k] = error;
        mistaken[wrong++] = k;
        biasSeen[k] = (biasSeen[k] as number) + error * error;
        bias[k] = (bias[k] as number) - (rate * error) / Math.sqrt(biasSeen[k] as number);
      }
      for (const feature of row.features) {
        const from = feature * labels;
        for (let one = 0; one < wrong; one++) {
          const k = mistaken[one] as number;
          const slope = (errors[k] as number) * scale + recipe.decay * (weights[from + k] as number);
          const sum = (seen[from + k] as number) + slope * slope;
          seen[from + k] = sum;
          weights[from + k] = (weights[from + k] as number) - (rate * slope) / Math.sqrt(sum);
        }
      }
    }
  }
  return { weights, bias };
}

/** Writes the score of every label for one row into `into`. */
export function addScores(
  into: Float64Array,
  features: Int32Array,
  weights: ArrayLike<number>,
  bias: ArrayLike<number>,
  scale: number,
): void {
  const labels = into.length;
  into.fill(0);
  for (const feature of features) {
    const from = feature * labels;
    for (let k = 0; k < labels; k++) into[k] = (into[k] as number) + (weights[from + k] as number);
  }
  for (let k = 0; k < labels; k++) into[k] = (into[k] as number) * scale + (bias[k] as number);
}

function shuffle(order: number[], draw: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1));
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
}
