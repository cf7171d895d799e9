import { drawable, inLines } from "../feedback/lettering.ts";
import {
  BLUE,
  EDGE,
  GREEN,
  GRID,
  GROUND,
  LINE,
  QUIET,
  SIZE,
  sheet,
  VIOLET,
  WIDTH,
  type Words,
  words,
} from "../feedback/sheet.ts";

/** How much of something showed; each is drawn with a shape of its own, so that colour is never needed. */
export type Mark = "full" | "half" | "empty" | "none";

/** What was seen of one thing, the oldest first. */
export type Row = { title: string; marks: readonly Mark[] };

/** Rows of marks to look at, and what each mark means. */
export type Series = { title: string; rows: readonly Row[]; legend: readonly { mark: Mark; text: string }[] };

const LEFT = 430;
const RIGHT = WIDTH - EDGE - 34;
const ROW = 70;
const LEGEND_LINE = 48;

/** Rows of marks as an SVG, the newest on the right. */
export function drawSeries({ title, rows, legend }: Series): string {
  const columns = Math.max(...rows.map(({ marks }) => marks.length));
  const head = inLines(title, WIDTH - 2 * EDGE, SIZE, 2);
  const ends = EDGE + 26 + head.length * LINE + 20;
  const top = ends + (columns === 1 ? -20 : 24);
  const below = top + rows.length * ROW + 58;
  const x = (column: number) =>
    columns === 1 ? LEFT : Math.round(LEFT + (column * (RIGHT - LEFT)) / (columns - 1));
  return sheet(below + legend.length * LEGEND_LINE - 8, [
    ...head.map((text, index) => words(EDGE, EDGE + 26 + index * LINE, { text, bold: true })),
    ...(columns === 1 ? [] : drawEnds(ends)),
    ...rows.flatMap((row, index) =>
      drawRow(row, top + index * ROW, (at) => x(at + columns - row.marks.length)),
    ),
    guide(top + rows.length * ROW),
    ...legend.flatMap(({ mark, text }, index) => [
      drawMark(EDGE + 18, below + index * LEGEND_LINE - 10, mark),
      words(EDGE + 52, below + index * LEGEND_LINE, { text }),
    ]),
  ]);
}

const drawEnds = (y: number): string[] => [
  words(LEFT - 17, y, { text: "oldest" }),
  `<text x="${RIGHT + 17}" y="${y}" text-anchor="end" fill="${QUIET}">newest</text>`,
];

function drawRow({ title, marks }: Row, top: number, x: (index: number) => number): string[] {
  const middle = top + ROW / 2;
  const name: Words = { text: drawable(title) ?? "A skill", bold: true };
  return [
    guide(top),
    words(EDGE, middle + 10, name, LEFT - 34 - EDGE),
    ...marks.map((mark, index) => drawMark(x(index), middle, mark)),
  ];
}

const guide = (y: number) => `<path d="M${EDGE} ${y}H${WIDTH - EDGE}" stroke="${GRID}" stroke-width="2"/>`;

function drawMark(x: number, y: number, mark: Mark): string {
  const at = `<path d="M${x} ${y}`;
  switch (mark) {
    case "full":
      return `<circle cx="${x}" cy="${y}" r="16" fill="${GREEN}"/>`;
    case "half":
      return `${at}m0 -18l18 18l-18 18l-18 -18Z" fill="${GROUND}" stroke="${BLUE}" stroke-width="4"/>${at}h18l-18 18l-18 -18Z" fill="${BLUE}"/>`;
    case "empty":
      return `${at}m-14 -14h28v28h-28Z" fill="${GROUND}" stroke="${VIOLET}" stroke-width="4"/>`;
    case "none":
      return `${at}m-11 0h22" stroke="${QUIET}" stroke-width="4"/>`;
  }
}
