import { drawable, inLines } from "../feedback/lettering.ts";
import type { Picture } from "../feedback/picture.ts";
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
import { SKILL_TITLES } from "../feedback/tell.ts";
import { clipped, LONGEST_ALT } from "../feedback/tell-course.ts";
import { type Progress, type Rated, seriesOf } from "./progress.ts";
import { hasProgress } from "./tell-progress.ts";

type Row = { title: string; series: Rated[] };

// In the order of the legend, which tells them in words.
const RATINGS: readonly { rated: Rated; legend: string }[] = [
  { rated: "clear", legend: "clear" },
  { rated: "partly", legend: "partly" },
  { rated: "not spotted", legend: "not spotted" },
  { rated: "not rated", legend: "not rated, since nothing called for it" },
];

const LEFT = 430;
const RIGHT = WIDTH - EDGE - 34;
const ROW = 70;
const LEGEND_LINE = 48;

/** How each skill showed, practice by practice and the oldest first; nothing before the first practice. */
export function progressPicture(
  progress: Pick<Progress, "skills">,
  titles: Readonly<Record<string, string>> = SKILL_TITLES,
): Picture | undefined {
  if (!hasProgress(progress)) return undefined;
  const rows = progress.skills.map((one) => ({ title: titles[one.skill] ?? "", series: seriesOf(one) }));
  const columns = Math.max(...rows.map(({ series }) => series.length));
  return { svg: draw(rows, columns), alt: tell(rows, columns) };
}

const titleOf = (columns: number) =>
  `How each skill showed in your last ${columns === 1 ? "practice" : "practices"}`;

const tell = (rows: Row[], columns: number) =>
  clipped(
    [
      `${titleOf(columns)}${columns === 1 ? "" : ", oldest to newest"}.`,
      ...rows.map(({ title, series }) => `${clipped(title, 60)}: ${series.join(", ") || "no practice yet"}.`),
    ].join(" "),
    LONGEST_ALT,
  );

function draw(rows: Row[], columns: number): string {
  const head = inLines(titleOf(columns), WIDTH - 2 * EDGE, SIZE, 2);
  const ends = EDGE + 26 + head.length * LINE + 20;
  const top = ends + (columns === 1 ? -20 : 24);
  const legend = top + rows.length * ROW + 58;
  const x = (column: number) =>
    columns === 1 ? LEFT : Math.round(LEFT + (column * (RIGHT - LEFT)) / (columns - 1));
  return sheet(legend + RATINGS.length * LEGEND_LINE - 8, [
    ...head.map((text, index) => words(EDGE, EDGE + 26 + index * LINE, { text, bold: true })),
    ...(columns === 1 ? [] : drawEnds(ends)),
    ...rows.flatMap((row, index) =>
      drawRow(row, top + index * ROW, (at) => x(at + columns - row.series.length)),
    ),
    guide(top + rows.length * ROW),
    ...RATINGS.flatMap(({ rated, legend: text }, index) => [
      mark(EDGE + 18, legend + index * LEGEND_LINE - 10, rated),
      words(EDGE + 52, legend + index * LEGEND_LINE, { text }),
    ]),
  ]);
}

const drawEnds = (y: number): string[] => [
  words(LEFT - 17, y, { text: "oldest" }),
  `<text x="${RIGHT + 17}" y="${y}" text-anchor="end" fill="${QUIET}">newest</text>`,
];

function drawRow({ title, series }: Row, top: number, x: (index: number) => number): string[] {
  const middle = top + ROW / 2;
  const name: Words = { text: drawable(title) ?? "A skill", bold: true };
  return [
    guide(top),
    words(EDGE, middle + 10, name, LEFT - 34 - EDGE),
    ...series.map((rated, index) => mark(x(index), middle, rated)),
  ];
}

const guide = (y: number) => `<path d="M${EDGE} ${y}H${WIDTH - EDGE}" stroke="${GRID}" stroke-width="2"/>`;

// Each differs from the others in its shape and in how much of it is filled, so that colour is never needed.
function mark(x: number, y: number, rated: Rated): string {
  const at = `<path d="M${x} ${y}`;
  switch (rated) {
    case "clear":
      return `<circle cx="${x}" cy="${y}" r="16" fill="${GREEN}"/>`;
    case "partly":
      return `${at}m0 -18l18 18l-18 18l-18 -18Z" fill="${GROUND}" stroke="${BLUE}" stroke-width="4"/>${at}h18l-18 18l-18 -18Z" fill="${BLUE}"/>`;
    case "not spotted":
      return `${at}m-14 -14h28v28h-28Z" fill="${GROUND}" stroke="${VIOLET}" stroke-width="4"/>`;
    case "not rated":
      return `${at}m-11 0h22" stroke="${QUIET}" stroke-width="4"/>`;
  }
}
