import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { coveredArrows } from "./covered-arrows.ts";
import { dotOf, type Order, type SizedPlace, sizedPlaces } from "./map-dot.ts";
import type { MoodMap, Path } from "./mood-map.ts";
import { type Curve, type Point, placeNumbers, rounded } from "./place-numbers.ts";
import { tangle } from "./tangle.ts";

/** A place and its middle. */
export type PlacedPlace = SizedPlace & Point;

/** A path as a curve of pieces of three points after the first, the tip of its arrow, and its number. */
export type PlacedPath = { path: Path; curve: Point[]; tip: Point; number: Point };

/** A map with room for everything, in the units of the SVG. */
export type LaidOut = { width: number; height: number; places: PlacedPlace[]; paths: PlacedPath[] };

/** Finds room for every mood, ending and path: where it begins is at the top, endings are at the bottom. The same map always lies the same. */
export async function layOut(map: MoodMap): Promise<LaidOut> {
  const graphviz = await Graphviz.load();
  const sized = sizedPlaces(map);
  // Graphviz untangles a map better or worse depending on what it reads first.
  const orders = map.paths.length > MOST_UNTANGLED ? ORDERS.slice(0, 1) : ORDERS;
  const drafts = orders.map((order) =>
    draftOf(map, sized, JSON.parse(graphviz.layout(dotOf(map, sized, order), "json", "dot")) as Laid),
  );
  const numbered = drafts.map((draft) => ({ ...draft, numbers: placeNumbers(draft.curves, draft.places) }));
  const tangles = numbered.map(
    ({ curves, places, width, numbers }) =>
      tangle(curves, places, width) + COVERED * coveredArrows(curves, numbers),
  );
  const { curves, numbers, ...rest } = numbered[tangles.indexOf(Math.min(...tangles))] ?? EMPTY;
  const paths = curves.map((one, index) => ({ ...one, number: numbers[index] ?? one.room }));
  return { ...rest, paths };
}

// An arrow that cannot be seen is worse than a few that cross.
const COVERED = 4;

const EITHER = [false, true];
const ORDERS: Order[] = EITHER.flatMap((isPlacesReversed) =>
  EITHER.flatMap((isPathsReversed) =>
    EITHER.map((isEndingsHeld) => ({ isPlacesReversed, isPathsReversed, isEndingsHeld })),
  ),
);
// With more the waiting is long, and the best is a tangle too.
const MOST_UNTANGLED = 60;

type Draft = Omit<LaidOut, "paths"> & { curves: (Curve & { path: Path; curve: Point[] })[] };
const EMPTY: Draft & { numbers: Point[] } = { width: 0, height: 0, places: [], curves: [], numbers: [] };

function draftOf(map: MoodMap, sized: readonly SizedPlace[], laid: Laid): Draft {
  const [, , width = 0, height = 0] = numbersIn(laid.bb);
  const at = (pair: string): Point => {
    const [x = 0, y = 0] = numbersIn(pair);
    return { x: rounded(x), y: rounded(height - y) };
  };
  const places = laid.objects.flatMap(({ name, pos }) => {
    const place = sized[Number(name.slice(1))];
    return place && pos ? [{ ...place, ...at(pos) }] : [];
  });
  const curves = laid.edges.flatMap(({ pos, lp, number }) => {
    const path = map.paths[Number(number) - 1];
    if (!path || !pos || !lp) return [];
    const [tip, ...curve] = pos
      .replace(/^[es],/, "")
      .split(" ")
      .map(at);
    // What leads back was drawn from its end on.
    return tip ? [{ path, curve: pos.startsWith("s") ? curve.reverse() : curve, tip, room: at(lp) }] : [];
  });
  return { width: rounded(width), height: rounded(height), places, curves };
}

/** What we read of Graphviz's answer; it counts from the lower left. Subgraphs have no place, and what only keeps order no number. */
type Laid = {
  bb: string;
  objects: { name: string; pos?: string }[];
  edges: { pos?: string; lp?: string; number?: string }[];
};

const numbersIn = (list: string) => list.split(",").map(Number);
