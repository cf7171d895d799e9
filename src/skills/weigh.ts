import { logistic } from "./learn.ts";

/** How opinions are weighed for one label: a weight each, the last for the constant 1. */
export type Weighing = number[];

/** The score that opinions add up to. */
export function weighed(weighing: Weighing, opinions: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < opinions.length; at++) sum += (weighing[at] ?? 0) * (opinions[at] as number);
  return sum;
}

/**
 * Learns how to weigh opinions for one label: logistic regression by accelerated gradient steps over all rows,
 * `restraint` drawing every weight but the constant's to nothing.
 */
export function learnToWeigh(
  rows: readonly Float64Array[],
  labels: readonly number[],
  restraint: number,
  steps = 150,
): Weighing {
  const size = rows[0]?.length ?? 0;
  const stride = steepness(rows, size) / 4 + restraint;
  let now = new Float64Array(size);
  let ahead = new Float64Array(size);
  let speed = 1;
  for (let step = 0; step < steps; step++) {
    const slope = ahead.map((weight, at) => (at < size - 1 ? restraint * weight : 0));
    rows.forEach((row, at) => {
      const error = logistic(dot(row, ahead)) - (labels[at] as number);
      for (let k = 0; k < size; k++) slope[k] = (slope[k] as number) + error * (row[k] as number);
    });
    const next = ahead.map((weight, at) => weight - (slope[at] as number) / stride);
    const faster = (1 + Math.sqrt(1 + 4 * speed * speed)) / 2;
    const before = now;
    ahead = next.map((weight, at) => weight + ((speed - 1) / faster) * (weight - (before[at] as number)));
    now = next;
    speed = faster;
  }
  return Array.from(now, (weight) => Number(weight.toFixed(4)));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
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
