import type { Course, Strand } from "./course.ts";
import { fitting, xml } from "./lettering.ts";
import { BLUE, GREEN, GRID, GROUND, QUIET, RUST, VIOLET } from "./sheet.ts";
import { strandTitle } from "./tell-course.ts";

/** The frame of the lines in a picture; `end` is how far their labels may reach. */
export type Plot = { left: number; right: number; top: number; bottom: number; end: number };

// Every line differs from the others in its dashes and its dots, so that colour is never needed.
const STYLES = [
  { colour: "#9a3412", dash: "", dot: "circle" },
  { colour: BLUE, dash: "16 9", dot: "square" },
  { colour: GREEN, dash: "3 8", dot: "diamond" },
  { colour: VIOLET, dash: "16 7 3 7", dot: "ring" },
] as const;
type Style = (typeof STYLES)[number];

const LABEL_HEIGHT = 38;

/** The lines of a course in their frame: scale, turning points, lines, and at each end its name and value. */
export function drawStrands(plot: Plot, strands: Strand[], { turns, points }: Course): string[] {
  const step = (plot.right - plot.left - 36) / turns;
  const x = (turn: number) => round(plot.left + 18 + turn * step);
  const y = (value: number) => round(plot.bottom - (value / 100) * (plot.bottom - plot.top));
  const ends = spread(
    strands.map(({ values }) => y(values.at(-1) ?? 0)),
    plot,
  );
  const rows = [...new Set(points.map(({ better }) => better))];
  return [
    ...[0, 50, 100].map(
      (value) =>
        `<path d="M${plot.left} ${y(value)}H${plot.right}" stroke="${GRID}" stroke-width="2"/><text x="${plot.left - 12}" y="${y(value) + 10}" text-anchor="end" fill="${QUIET}">${value}</text>`,
    ),
    ...ticks(turns, step).map(
      (turn) =>
        `<text x="${x(turn)}" y="${plot.bottom + 44}" text-anchor="middle" fill="${QUIET}">${turn === 0 ? "start" : turn}</text>`,
    ),
    `<text x="${(plot.left + plot.right) / 2}" y="${plot.bottom + 86}" text-anchor="middle" fill="${QUIET}">your messages</text>`,
    ...points.map(({ turn, better }) => {
      const at = plot.top - 42 - 46 * rows.indexOf(better);
      const side =
        x(turn) > plot.right - 40 ? ` x="${x(turn) - 20}" text-anchor="end"` : ` x="${x(turn) + 20}"`;
      return `<path d="M${x(turn)} ${at + 14}V${plot.bottom}" stroke="${QUIET}" stroke-width="2" stroke-dasharray="2 6"/>${marker(x(turn), at, better)}<text${side} y="${at + 10}" font-weight="700">${turn}</text>`;
    }),
    ...strands.map((strand, index) => drawStrand(strand, styleOf(index), x, y, step)),
    ...strands.map((strand, index) => drawLabel(strand, styleOf(index), plot, y, ends[index] ?? plot.bottom)),
  ];
}

/** A triangle that points up where a message helped, and down where it hurt. */
export function marker(x: number, y: number, better: boolean): string {
  const [base, tip] = better ? [12, -13] : [-12, 13];
  return `<path d="M${x - 14} ${y + base}H${x + 14}L${x} ${y + tip}Z" fill="${better ? GREEN : RUST}"/>`;
}

const styleOf = (index: number): Style => STYLES[index % STYLES.length] ?? STYLES[0];

const round = (value: number) => Math.round(value * 10) / 10;

function drawStrand(
  { values }: Strand,
  { colour, dash, dot }: Style,
  x: (turn: number) => number,
  y: (value: number) => number,
  step: number,
): string {
  const at = values.map((value, turn) => `${x(turn)} ${y(value)}`);
  const line = `<path d="M${at.join("L")}" fill="none" stroke="${colour}" stroke-width="5" stroke-linejoin="round"${dash ? ` stroke-dasharray="${dash}"` : ""}/>`;
  // Dots that would touch each other only hide the line.
  const dotted = values.map((value, turn) =>
    step >= 26 || turn === values.length - 1 ? { value, turn } : [],
  );
  return [line, ...dotted.flat().map(({ value, turn }) => drawDot(x(turn), y(value), colour, dot))].join("");
}

function drawDot(x: number, y: number, colour: string, dot: Style["dot"]): string {
  if (dot === "circle") return `<circle cx="${x}" cy="${y}" r="9" fill="${colour}"/>`;
  if (dot === "ring")
    return `<circle cx="${x}" cy="${y}" r="8" fill="${GROUND}" stroke="${colour}" stroke-width="4"/>`;
  const path = dot === "square" ? "m-8 -8h16v16h-16Z" : "m0 -11l11 11l-11 11l-11 -11Z";
  return `<path d="M${x} ${y}${path}" fill="${colour}"/>`;
}

function drawLabel(
  strand: Strand,
  { colour }: Style,
  { right, end }: Plot,
  y: (value: number) => number,
  at: number,
): string {
  const value = strand.values.at(-1) ?? 0;
  const text = fitting(`${value} ${strandTitle(strand)}`, end - right - 22, 30);
  return `<path d="M${right - 6} ${y(value)}L${right + 16} ${at}" fill="none" stroke="${colour}" stroke-width="2"/><text x="${right + 22}" y="${at + 10}" font-weight="700" fill="${colour}">${xml(text)}</text>`;
}

// Labels keep the order of their lines and never lie on each other.
function spread(wanted: number[], { top, bottom }: Plot): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  let lowest = top - LABEL_HEIGHT;
  for (const index of order) lowest = placed[index] = Math.max(wanted[index] ?? 0, lowest + LABEL_HEIGHT);
  let highest = bottom + LABEL_HEIGHT;
  for (const index of order.reverse())
    highest = placed[index] = Math.min(placed[index] ?? 0, highest - LABEL_HEIGHT);
  return placed;
}

// As many numbers as there is room for; "start" needs more.
function ticks(turns: number, step: number): number[] {
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((one) => one * step >= 54) ?? turns;
  const all = Array.from({ length: turns + 1 }, (_, turn) => turn);
  return all.filter((turn) => turn === 0 || (turn % every === 0 && turn * step >= 58));
}
