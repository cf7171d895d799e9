import { type Curve, type Point, pointsOf } from "./place-numbers.ts";

const STEPS = 8;

// Closer than this two lines are one to the eye.
const CLOSE = 12;
// How far apart they are at their own ends says nothing: many end at the same place.
const END = 40;

/** How hard curves are to follow: how often they cross or run along each other, and a little for how long they are. */
export function tangle(curves: readonly Curve[]): number {
  const lines = curves.map(({ curve, tip }) => [...pointsOf(curve, STEPS), tip]);
  const pairs = lines.flatMap((line, at) => lines.slice(at + 1).map((other) => [line, other] as const));
  const hard = pairs.map(([line, other]) => crossingsOf(line, other) + 0.4 * closePoints(line, other));
  return sum(hard) + sum(lines.map(lengthOf)) / 10_000;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

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
