import { drawable, inLines, xml } from "../feedback/lettering.ts";
import type { Picture } from "../feedback/picture.ts";
import { EDGE, GROUND, INK, LINE, QUIET, SIZE, sheet, WIDTH } from "../feedback/sheet.ts";
import { layOut, type PlacedPath, type PlacedPlace } from "./lay-out-map.ts";
import { ANYWHERE, NAME_LINE, NAME_SIZE } from "./map-dot.ts";
import { drawKey, drawLegend } from "./map-legend.ts";
import { arrow, badge, OUTCOMES, STROKES, stroke } from "./map-strokes.ts";
import type { MoodMap, Place } from "./mood-map.ts";
import { tellMap } from "./tell-map.ts";

/** Room above the map for where the talk begins. */
const BEGIN = 54;

/** The map of a flow to look at, and in `alt` the same in words. `lit` is the mood or ending that the talk is in now. */
export async function mapPicture(map: MoodMap, lit?: string): Promise<Picture> {
  const { width, height, places, paths } = await layOut(map);
  const sheetWidth = Math.max(WIDTH, Math.ceil(width) + 2 * EDGE);
  const inner = sheetWidth - 2 * EDGE;
  const titles = inLines(drawable(map.title) ?? "A difficult customer", inner, SIZE, 2);
  const key = drawKey(map, inner);
  const legend = drawLegend(map, inner);
  const keyTop = EDGE + titles.length * LINE + 8;
  const top = keyTop + key.height + 20 + BEGIN;
  const left = Math.round((sheetWidth - width) / 2);
  const legendTop = Math.ceil(top + height) + 34;
  const begins = places.find(({ place }) => place.id === map.begins);
  const drawn = [
    `<title>${xml(`${map.title}: the map of moods`)}</title>`,
    ...titles.map(
      (line, index) =>
        `<text x="${EDGE}" y="${EDGE + 26 + index * LINE}" font-weight="700">${xml(line)}</text>`,
    ),
    ...key.at(EDGE, keyTop),
    `<g transform="translate(${left} ${top})">`,
    ...(begins ? drawBegin(begins) : []),
    ...paths.map(drawPath),
    ...places.map((placed) => drawPlace(placed, placed.place.id === lit)),
    ...paths.map(({ number: { x, y }, path }) => badge(x, y, path)),
    "</g>",
    ...legend.at(EDGE, legendTop),
  ];
  return { svg: sheet(legendTop + legend.height + EDGE / 2, drawn, sheetWidth), alt: tellMap(map, lit) };
}

function drawBegin({ x, y, height }: PlacedPlace): string[] {
  const end = { x, y: y - height / 2 - 2 };
  return [
    `<circle cx="${x}" cy="${end.y - 40}" r="8" fill="${INK}"/>`,
    `<path d="M${x} ${end.y - 40}V${end.y - 12}" stroke="${INK}" stroke-width="3"/>`,
    arrow({ x, y: end.y - 40 }, end, INK),
    `<text x="${x + 20}" y="${end.y - 26}" font-size="22" fill="${QUIET}">it begins here</text>`,
  ];
}

function drawPath({ path, curve, tip }: PlacedPath): string {
  const [first, ...rest] = curve;
  const last = rest.at(-1);
  if (!first || !last) return "";
  const along = rest.map(({ x, y }) => `${x} ${y}`).join(" ");
  return `${stroke(`M${first.x} ${first.y}C${along}`, path.lean)}${arrow(last, tip, STROKES[path.lean].colour)}`;
}

const lookOf = ({ outcome }: Place) => (outcome ? OUTCOMES[outcome] : { fill: "#ffffff", edge: INK });

function drawPlace({ place, x, y, width, height, lines }: PlacedPlace, isLit: boolean): string {
  const { fill, edge } = lookOf(place);
  const corner = place.outcome ? Math.min(36, height / 2) : 10;
  const dash = place === ANYWHERE ? ' stroke-dasharray="3 6"' : "";
  const rows = [
    ...lines.map((line) => ({ line, weight: 700 })),
    ...(place.outcome ? [{ line: `${place.outcome} ending`, weight: 400 }] : []),
  ];
  const first = y - (rows.length * NAME_LINE) / 2 + 24;
  const colour = isLit ? GROUND : INK;
  return [
    `<rect x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" rx="${corner}" fill="${isLit ? INK : fill}" stroke="${edge}" stroke-width="${isLit ? 6 : 2.5}"${dash}/>`,
    ...rows.map(
      ({ line, weight }, index) =>
        `<text x="${x}" y="${first + index * NAME_LINE}" text-anchor="middle" font-size="${weight === 700 ? NAME_SIZE : 22}" font-weight="${weight}" fill="${colour}">${xml(line)}</text>`,
    ),
  ].join("");
}
