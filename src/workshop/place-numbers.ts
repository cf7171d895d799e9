/** A point from the upper left, in the units of the SVG. */
export type Point = { x: number; y: number };

/** A box by its middle and its size. */
export type Box = Point & { width: number; height: number };

/** A curve in pieces of three points after the first, the tip of its arrow, and where there is room beside it. */
export type Curve = { curve: readonly Point[]; tip: Point; room: Point };

/** How far the number of a path reaches from its middle. */
export const REACH = 18;
const STEPS = 40;
const COARSE = 12;

// How much of an arrow is to be seen before its number begins: its tip and some of its line, or at least the tip.
const ARROW = 34;
const TIP = 19;

/**
 * A point for each curve's number: on the curve itself, clear of boxes, arrows and other numbers, and where that can
 * be also of the lines that pass.
 */
export function placeNumbers(curves: readonly Curve[], boxes: readonly Box[]): Point[] {
  const lines = curves.map(({ curve, tip }) => ({ curve, tip, line: [...pointsOf(curve, COARSE), tip] }));
  const taken: Point[] = [];
  for (const one of curves) {
    const others = lines.filter(({ curve }) => curve !== one.curve);
    const isOpen = (point: Point) =>
      boxes.every((box) => !isIn(box, point)) &&
      taken.every((other) => distance(point, other) > 2.3 * REACH) &&
      others.every(({ tip }) => distance(point, tip) > REACH + 4);
    const shows = (length: number) => (point: Point) => distance(point, one.tip) > REACH + length;
    const passes = (point: Point) =>
      others.every(({ line }) => line.every((passed) => distance(point, passed) > REACH + 2));
    const open = pointsOf(one.curve)
      .filter(isOpen)
      .sort((a, b) => distance(a, one.room) - distance(b, one.room));
    const arrowed = open.filter(shows(ARROW));
    taken.push(arrowed.find(passes) ?? arrowed[0] ?? open.find(shows(TIP)) ?? nearest(one));
  }
  return taken;
}

function nearest({ curve, room }: Curve): Point {
  const points = pointsOf(curve);
  return points.reduce(
    (best, point) => (distance(point, room) < distance(best, room) ? point : best),
    points[0] ?? room,
  );
}

/** How far two points are from each other; the same to the last digit on every machine. */
export const distance = (a: Point, b: Point) => Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);

const isIn = ({ x, y, width, height }: Box, point: Point) =>
  Math.abs(point.x - x) < width / 2 + REACH && Math.abs(point.y - y) < height / 2 + REACH;

/** Points along a curve, from its beginning to its end. */
export function pointsOf(curve: readonly Point[], steps = STEPS): Point[] {
  const starts = Array.from({ length: Math.floor((curve.length - 1) / 3) }, (_, piece) => piece * 3);
  return starts.flatMap((start) => along(curve.slice(start, start + 4), steps));
}

function along([a, b, c, d]: Point[], steps: number): Point[] {
  if (!a || !b || !c || !d) return [];
  const at = (t: number, axis: "x" | "y") =>
    rounded(
      (1 - t) ** 3 * a[axis] +
        3 * (1 - t) ** 2 * t * b[axis] +
        3 * (1 - t) * t ** 2 * c[axis] +
        t ** 3 * d[axis],
    );
  return Array.from({ length: steps + 1 }, (_, step) => ({
    x: at(step / steps, "x"),
    y: at(step / steps, "y"),
  }));
}

/** A length with one digit after the point: finer is not seen. */
export const rounded = (value: number) => Math.round(value * 10) / 10;
