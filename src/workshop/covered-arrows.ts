import { type Curve, distance, type Point, pointsOf, REACH } from "./place-numbers.ts";

/** How much of an arrow has to be seen before its tip, for the eye to take it for one. */
const SEEN = 30;

/** How many arrows have a number on their tip or on what comes right before it. */
export function coveredArrows(curves: readonly Curve[], numbers: readonly Point[]): number {
  return curves.filter(({ curve, tip }) => {
    const arrow = [tip, ...pointsOf(curve).filter((point) => distance(point, tip) < SEEN)];
    return numbers.some((number) => arrow.some((point) => distance(number, point) < REACH));
  }).length;
}
