import { type Box, type Curve, distance, type Point, pointsOf } from "./place-numbers.ts";

const STEPS = 6;

// Closer than this two lines are one to the eye.
const CLOSE = 12;
// How far apart they are at their own ends says nothing: many end at the same place.
const END = 40;

// Two places nearer than this touch each other to the eye: worse than any number of crossings.
const ROOMY = 20;
const TIGHT = 1_000;
// A map that is narrower by this is as good as one with a crossing less: it is larger on a phone.
const WORTH_A_CROSSING = 120;

/** How hard a map is to read: how often its curves cross or run along each other, places that touch, and its size. */
export function tangle(curves: readonly Curve[], places: readonly Box[], width: number): number {
  const lines = curves.map(({ curve, tip }) => [...pointsOf(curve, STEPS), tip]);
  const hard = pairsOf(lines).map(([line, other]) =>
    areNear(line, other) ? crossingsOf(line, other) + 0.4 * closePoints(line, other) : 0,
  );
  const tight = pairsOf(places).filter(([one, other]) => gap(one, other) < ROOMY);
  return sum(hard) + tight.length * TIGHT + width / WORTH_A_CROSSING + sum(lines.map(lengthOf)) / 10_000;
}

const pairsOf = <Thing>(things: readonly Thing[]) =>
  things.flatMap((one, at) => things.slice(at + 1).map((other) => [one, other] as const));

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** How much room there is between two places; below 0 they lie on each other. */
export const gap = (one: Box, other: Box) =>
  Math.max(
    Math.abs(one.x - other.x) - (one.width + other.width) / 2,
    Math.abs(one.y - other.y) - (one.height + other.height) / 2,
  );

// Most lines are far from each other, and need no closer look.
function areNear(line: readonly Point[], other: readonly Point[]): boolean {
  const apart = (axis: "x" | "y") => {
    const [a, b] = [line.map((point) => point[axis]), other.map((point) => point[axis])];
    return Math.min(...a) > Math.max(...b) + CLOSE || Math.min(...b) > Math.max(...a) + CLOSE;
  };
  return !apart("x") && !apart("y");
}

function closePoints(line: readonly Point[], other: readonly Point[]): number {
  const ends = [line[0], line.at(-1), other[0], other.at(-1)].flatMap((end) => end ?? []);
  return line.filter(
    (point) =>
      other.some((another) => distance(point, another) < CLOSE) &&
      ends.every((end) => distance(point, end) > END),
  ).length;
}

type Piece = [Point, Point];

const piecesOf = (line: readonly Point[]): Piece[] =>
  line.slice(1).map((point, at): Piece => [line[at] ?? point, point]);

const lengthOf = (line: readonly Point[]) => sum(piecesOf(line).map(([a, b]) => distance(a, b)));

const crossingsOf = (line: readonly Point[], other: readonly Point[]) =>
  sum(piecesOf(line).map((one) => piecesOf(other).filter((two) => isCrossed(one, two)).length));

function isCrossed([a, b]: Piece, [c, d]: Piece): boolean {
  const side = (from: Point, to: Point, point: Point) =>
    Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
