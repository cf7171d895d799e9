import { logistic } from "./learn.ts";

/** How opinions are weighed for one label: a weight each, the last for the constant 1. */
export type Weighing = number[];

/** The score that opinions add up to. */
export function weighed(weighing: Weighing, opinions: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < opinions.length; at++) sum += (weighing[at] ?? 0) * (opinions[at] as number);
  return sum;
}

const STEPS = 150;

/**
 * Learns how to weigh opinions, for several labels at once: logistic regression by accelerated gradient steps
 * (Nesterov, 1983) over all rows, `restraint` drawing every weight but the constant's to nothing.
 * `labels` holds for every row whether each label holds, as 0 or 1.
 */
export function learnToWeigh(
  rows: readonly Float64Array[],
  labels: readonly (readonly number[])[],
  restraint: number,
): Weighing[] {
  const size = rows[0]?.length ?? 0;
  const many = labels[0]?.length ?? 0;
  const stride = steepness(rows, size) / 4 + restraint;
  let now = new Float64Array(size * many);
  let ahead = new Float64Array(size * many);
  let speed = 1;
  for (let step = 0; step < STEPS; step++) {
    const slope = slopeAt(ahead, rows, labels, restraint);
    const faster = (1 + Math.sqrt(1 + 4 * speed * speed)) / 2;
    const momentum = (speed - 1) / faster;
    const next = ahead.map((weight, at) => weight - (slope[at] as number) / stride);
    const before = now;
    ahead = next.map((weight, at) => weight + momentum * (weight - (before[at] as number)));
    now = next;
    speed = faster;
  }
  return Array.from({ length: many }, (_, k) =>
    Array.from({ length: size }, (_, at) => Number((now[at * many + k] as number).toFixed(4))),
  );
}

function slopeAt(
  weights: Float64Array,
  rows: readonly Float64Array[],
  labels: readonly (readonly number[])[],
  restraint: number,
): Float64Array {
  const many = labels[0]?.length ?? 0;
  const slope = weights.map((weight, at) => (at < weights.length - many ? restraint * weight : 0));
  const errors = new Float64Array(many);
  rows.forEach((row, at) => {
    const held = labels[at] as readonly number[];
    errors.fill(0);
    for (let i = 0; i < row.length; i++) {
      const value = row[i] as number;
      if (value === 0) continue;
      for (let k = 0; k < many; k++) {
        errors[k] = (errors[k] as number) + value * (weights[i * many + k] as number);
      }
    }
    for (let k = 0; k < many; k++) errors[k] = logistic(errors[k] as number) - (held[k] as number);
    for (let i = 0; i < row.length; i++) {
      const value = row[i] as number;
      if (value === 0) continue;
      for (let k = 0; k < many; k++) {
        slope[i * many + k] = (slope[i * many + k] as number) + value * (errors[k] as number);
      }
    }
  });
  return slope;
}

// The largest curvature of the rows, by power iteration: how long a safe step is.
function steepness(rows: readonly Float64Array[], size: number): number {
  let direction = new Float64Array(size).fill(1);
  let length = 1;
  for (let round = 0; round < 15; round++) {
    const turned = new Float64Array(size);
    for (const row of rows) {
      const along = dot(row, direction);
      for (let at = 0; at < size; at++) turned[at] = (turned[at] as number) + along * (row[at] as number);
    }
    length = Math.sqrt(dot(turned, turned)) || 1;
    direction = turned.map((one) => one / length);
  }
  return length;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
