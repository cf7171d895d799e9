import { GREEN, GROUND, INK, QUIET, RUST } from "../feedback/sheet.ts";
import type { Path } from "./mood-map.ts";
import { distance, type Point, rounded } from "./place-numbers.ts";

/** How a path looks: each kind differs in its dashes and in the shape of its number, so that colour is never needed. */
export type Stroke = {
  words: string;
  colour: string;
  dash: string;
  width: number;
  shape: "disc" | "square" | "ring" | "box";
};

/** The kinds of path, and what they mean in words. */
export const STROKES: Record<Path["lean"], Stroke> = {
  better: { words: "the customer feels better", colour: GREEN, dash: "", width: 4, shape: "disc" },
  worse: { words: "the customer feels worse", colour: RUST, dash: "13 7", width: 4, shape: "square" },
  either: { words: "both, or neither", colour: INK, dash: "", width: 2, shape: "ring" },
  limit: { words: "a limit is reached", colour: QUIET, dash: "3 6", width: 3, shape: "box" },
};

/** The colours of an ending; the outcome stands in it as a word. */
export const OUTCOMES = {
  good: { fill: "#e2f0e5", edge: GREEN },
  mixed: { fill: "#eceae2", edge: QUIET },
  bad: { fill: "#f8e5de", edge: RUST },
};

const RADIUS = 17;
const NUMBER_SIZE = 21;
const LONG_NUMBER_SIZE = 17;

/** The number of a path in the shape of its kind. */
export function badge(x: number, y: number, { number, lean }: Pick<Path, "number" | "lean">): string {
  const { colour, shape } = STROKES[lean];
  const isFilled = shape === "disc" || shape === "square";
  const fill = `fill="${isFilled ? colour : GROUND}" stroke="${colour}" stroke-width="2"`;
  const outline =
    shape === "disc" || shape === "ring"
      ? `<circle cx="${x}" cy="${y}" r="${RADIUS}" ${fill}/>`
      : `<rect x="${x - RADIUS + 1}" y="${y - RADIUS + 1}" width="${2 * RADIUS - 2}" height="${2 * RADIUS - 2}" ${fill}/>`;
  return `${outline}<text x="${x}" y="${y + 7}" text-anchor="middle" font-size="${number > 99 ? LONG_NUMBER_SIZE : NUMBER_SIZE}" font-weight="700" fill="${isFilled ? GROUND : INK}">${number}</text>`;
}

/** A line of a kind along an SVG path. */
export function stroke(d: string, lean: Path["lean"]): string {
  const { colour, dash, width } = STROKES[lean];
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${dash ? ` stroke-dasharray="${dash}"` : ""}/>`;
}

/** The tip of an arrow that comes from one point and ends at the other. */
export function arrow(from: Point, to: Point, colour: string): string {
  const length = distance(from, to) || 1;
  const [along, across] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const corner = (back: number, side: number) =>
    `${rounded(to.x - along * back - across * side)} ${rounded(to.y - across * back + along * side)}`;
  return `<path d="M${corner(0, 0)}L${corner(16, 8)}L${corner(16, -8)}Z" fill="${colour}"/>`;
}
