import { clipped, LONGEST_ALT } from "../feedback/tell-course.ts";
import { ANYWHERE } from "./map-dot.ts";
import type { MoodMap, Path } from "./mood-map.ts";
import { inWords } from "./tell-rules.ts";

/** The map in words, at most 2,000 characters: where a talk begins, what leads where, and the endings. */
export function tellMap(map: MoodMap, lit?: string): string {
  const whole = [tellHead(map, lit), tellPlaces(map, tellPath), tellEndings(map)].join(" ");
  // Where all of it would not fit, what leads where comes before the conditions.
  const short = [tellHead(map, lit), tellEndings(map), tellPlaces(map, ({ to }) => inWords(to))].join(" ");
  return whole.length <= LONGEST_ALT ? whole : clipped(short, LONGEST_ALT);
}

const tellHead = ({ title, customer, begins }: MoodMap, lit: string | undefined) =>
  `Mood map of “${clipped(title, 120)}” with ${clipped(customer, 80)}. A talk begins in the mood “${inWords(begins)}”.${lit === undefined ? "" : ` Now it is at “${inWords(lit)}”.`}`;

const tellPlaces = ({ moods, paths }: MoodMap, tell: (path: Path) => string) =>
  [...moods, ANYWHERE]
    .map(({ id, name }) => ({ name, found: paths.filter(({ from }) => (from ?? ANYWHERE.id) === id) }))
    .filter(({ found }) => found.length > 0)
    .map(({ name, found }) => `From ${name} to ${found.map(tell).join("; to ")}.`)
    .join(" ");

const tellPath = ({ to, under }: Path) => `${inWords(to)} by ${under.join(", or by ")}`;

const tellEndings = ({ endings }: MoodMap) =>
  `Endings: ${endings.map(({ name, outcome }) => `${name} (${outcome})`).join(", ")}.`;
