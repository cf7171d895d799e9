import { inLines, xml } from "../feedback/lettering.ts";
import { GRID, INK, QUIET } from "../feedback/sheet.ts";
import { ANYWHERE } from "./map-dot.ts";
import { badge, STROKES, stroke } from "./map-strokes.ts";
import type { MoodMap, Path } from "./mood-map.ts";
import { inWords } from "./tell-rules.ts";

const SIZE = 23;
const LINE = 30;
const GAP = 40;
const INDENT = 50;
const NARROWEST = 360;
const MOST_LINES = 30;
const KEY_LINE = 40;

/** Something drawn from the top of a place on, and how high it is. */
type Block = { height: number; at(x: number, y: number): string[] };

/** What the numbers on the map mean, mood by mood, in as many columns as there is room for. */
export function drawLegend(map: MoodMap, width: number): Block {
  const { count, column } = columnsIn(width);
  const columns = inColumns(
    [...map.moods, ANYWHERE].flatMap(({ id, name }) => {
      const paths = map.paths.filter(({ from }) => (from ?? ANYWHERE.id) === id);
      return paths.length === 0 ? [] : sectionOf(`From ${name}`, paths, column);
    }),
    count,
  );
  return {
    height: Math.max(0, ...columns.map(heightOf)),
    at: (x, y) => columns.flatMap((blocks, index) => stacked(blocks, x + index * (column + GAP), y)),
  };
}

const heightOf = (blocks: readonly Block[]) => blocks.reduce((sum, { height }) => sum + height, 0);

function stacked(blocks: readonly Block[], x: number, y: number): string[] {
  return blocks.flatMap(({ at }, index) => at(x, y + heightOf(blocks.slice(0, index))));
}

function sectionOf(title: string, paths: readonly Path[], width: number): Block {
  const entries = paths.map((path) => entryOf(path, width));
  const heads = inLines(title, width, SIZE, 3);
  const head = 18 + heads.length * LINE + 8;
  return {
    height: head + heightOf(entries) + 14,
    at: (x, y) => [
      `<path d="M${x} ${y}H${x + width}" stroke="${GRID}" stroke-width="2"/>`,
      ...heads.map((line, index) =>
        text(x, y + 18 + 22 + index * LINE, `<tspan font-weight="700">${xml(line)}</tspan>`, INK),
      ),
      ...stacked(entries, x, y + head),
    ],
  };
}

function entryOf(path: Path, width: number): Block {
  const to = `to ${inWords(path.to)}:`;
  const lines = inLines(`${to} ${unbroken(path.under.join("; or "))}`, width - INDENT, SIZE, MOST_LINES);
  return {
    height: Math.max(1.2, lines.length) * LINE + 12,
    at: (x, y) => [
      badge(x + 18, y + 16, path),
      ...lines.map((line, index) =>
        text(
          x + INDENT,
          y + 24 + index * LINE,
          index === 0 && line.startsWith(to)
            ? `<tspan font-weight="700" fill="${INK}">${xml(to)}</tspan>${xml(line.slice(to.length))}`
            : xml(line),
        ),
      ),
    ],
  };
}

const text = (x: number, y: number, content: string, fill = QUIET) =>
  `<text x="${x}" y="${y}" font-size="${SIZE}" fill="${fill}">${content}</text>`;

// A number stays with the word before it.
const unbroken = (words: string) => words.replace(/ (?=\d|on\b)/g, "\u00a0");

// Each in the column that is the shortest so far.
function inColumns(blocks: readonly Block[], count: number): Block[][] {
  const columns = Array.from({ length: count }, (): Block[] => []);
  for (const block of blocks)
    columns.reduce((least, one) => (heightOf(one) < heightOf(least) ? one : least)).push(block);
  return columns;
}

/** What the kinds of line mean that this map has. */
export function drawKey(map: MoodMap, width: number): Block {
  const { count, column } = columnsIn(width);
  const kinds = (Object.keys(STROKES) as Path["lean"][]).filter((lean) =>
    map.paths.some((path) => path.lean === lean),
  );
  const rows = Math.ceil(kinds.length / Math.min(2, count));
  return {
    height: rows * KEY_LINE,
    at: (x, y) =>
      kinds.flatMap((lean, index) => {
        const left = x + (index % Math.min(2, count)) * (column + GAP);
        const middle = y + 18 + Math.floor(index / Math.min(2, count)) * KEY_LINE;
        return [
          stroke(`M${left} ${middle}H${left + 70}`, lean),
          text(left + 84, middle + 8, xml(STROKES[lean].words)),
        ];
      }),
  };
}

function columnsIn(width: number): { count: number; column: number } {
  const count = Math.max(1, Math.floor((width + GAP) / (NARROWEST + GAP)));
  return { count, column: Math.floor((width - (count - 1) * GAP) / count) };
}
