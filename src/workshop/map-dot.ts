import { inLines, widthOf } from "../feedback/lettering.ts";
import type { MoodMap, Place } from "./mood-map.ts";
import { REACH } from "./place-numbers.ts";

/** How large the names on the map are, and from one line of a name to the next. */
export const NAME_SIZE = 26;
export const NAME_LINE = 32;

const LONGEST_NAME = 230;
const MOST_LINES = 4;

/** The place that stands for every mood, where something leads on from wherever the customer is. */
export const ANYWHERE: Place = { id: "", name: "any mood", outcome: undefined };

/** A place with its size, and its name in lines. */
export type SizedPlace = { place: Place; width: number; height: number; lines: string[] };

/** Every place on the map with the room that its name takes. */
export function sizedPlaces({ moods, endings, paths }: MoodMap): SizedPlace[] {
  const anywhere = paths.some(({ from }) => from === undefined) ? [ANYWHERE] : [];
  return [...moods, ...anywhere, ...endings].map(sized);
}

function sized(place: Place): SizedPlace {
  const lines = inLines(place.name, LONGEST_NAME, NAME_SIZE, MOST_LINES);
  const rows = lines.length + (place.outcome ? 1 : 0);
  const least = place.outcome ? 160 : 110;
  const widest = Math.max(least, ...lines.map((line) => widthOf(line, NAME_SIZE)));
  return { place, lines, width: Math.ceil(widest) + 36, height: rows * NAME_LINE + 24 };
}

/** What Graphviz starts from when it untangles a map: in which order it reads, and whether every mood draws at the endings. */
export type Order = { isPlacesReversed: boolean; isPathsReversed: boolean; isEndingsHeld: boolean };

/** The map in Graphviz's language: `n0` is the first of the places. Only sizes go in, names and words stay outside. */
export function dotOf(map: MoodMap, places: readonly SizedPlace[], order: Order): string {
  const nodeOf = (id: string) => `n${places.findIndex(({ place }) => place.id === id)}`;
  const nodes = places.map(
    ({ width, height }, at) => `n${at} [width=${inches(width)}, height=${inches(height)}];`,
  );
  const isOn = onward(map);
  const edges = map.paths.map(({ number, from = ANYWHERE.id, to }) => {
    const ends = isOn(from, to) ? [from, to] : [to, from];
    // Graphviz puts what an edge begins at above what it leads to, so what leads back is written the other way round.
    return `${ends.map(nodeOf).join(" -> ")} [number=${number}, dir=${isOn(from, to) ? "forward" : "back"}, label=<${ROOM}>];`;
  });
  return [
    "digraph {",
    "graph [rankdir=TB, nodesep=0.42, ranksep=0.7, splines=true];",
    'node [shape=box, fixedsize=true, label=""];',
    "edge [arrowsize=1.4];",
    ...(order.isPlacesReversed ? nodes.reverse() : nodes),
    `{ rank=same; ${map.endings.map(({ id }) => nodeOf(id)).join("; ")} }`,
    ...(order.isPathsReversed ? edges.reverse() : edges),
    ...orderOf(map, order.isEndingsHeld).map(
      ([above, below]) => `${nodeOf(above)} -> ${nodeOf(below)} [style=invis, weight=0];`,
    ),
    "}",
  ].join("\n");
}

// What no path says: any mood is below the first one, and a mood that only leads back is above the endings.
// Graphviz's own way to say so would put places into the rows that it keeps for numbers, with no room between them.
function orderOf(map: MoodMap, isHeld: boolean): [string, string][] {
  const { begins, moods, endings, paths } = map;
  const isOn = onward(map);
  const leadsOn = (id: string) =>
    paths.some(({ from, to }) => (from === id && isOn(id, to)) || (to === id && from && isOn(id, from)));
  const last = moods.filter(({ id }) => isHeld || !leadsOn(id));
  return [
    ...(paths.some(({ from }) => from === undefined) ? [[begins, ANYWHERE.id] as [string, string]] : []),
    ...endings.slice(0, 1).flatMap((ending) => last.map(({ id }): [string, string] => [id, ending.id])),
  ];
}

// Whether a path leads on, or back to where a talk has been: by how many messages it takes at least to come to a
// place, and where that is the same by the order in the file. Endings are always further than moods.
function onward({ begins, moods, endings, paths }: MoodMap): (from: string, to: string) => boolean {
  const depths = new Map([[begins, 0]]);
  for (const [id, depth] of depths)
    for (const { from, to } of paths) if (from === id && !depths.has(to)) depths.set(to, depth + 1);
  for (const { id } of endings) depths.set(id, Number.POSITIVE_INFINITY);
  const depth = (id: string) => depths.get(id) ?? 0;
  const place = (id: string) => moods.findIndex((mood) => mood.id === id);
  return (from, to) =>
    depth(to) > depth(from) || (depth(to) === depth(from) && place(to) > place(from)) || from === ANYWHERE.id;
}

const inches = (length: number) => (length / 72).toFixed(4);

// Graphviz would guess the size of letters it has no font for; an empty table has just the size it is given.
const ROOM = `<TABLE BORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE" WIDTH="${2 * REACH}" HEIGHT="${2 * REACH}"><TR><TD></TD></TR></TABLE>`;
