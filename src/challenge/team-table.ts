import { SKILL_TITLES } from "../feedback/tell.ts";
import { ENOUGH } from "../programme/tally.ts";
import type { TeamView } from "./team-view.ts";
import { KIND_NAMES } from "./tell-plan.ts";

const HEADER = ["figure", "about", "day (UTC)", "people", "clear in"];

/** What may be shown of a team as a table: comma-separated, in UTF-8, with a header row; only the header while it is closed. */
export function teamTable(view: TeamView): string {
  const rows = view.state === "closed" ? [] : [...skillRows(view), ...takingRows(view)];
  return [HEADER, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

type Open = Extract<TeamView, { state: "open" }>;

const skillRows = ({ skills }: Open): string[][] =>
  skills.flatMap(({ skill, batches }) =>
    batches.map(({ day, people, share }) => [
      "skill",
      SKILL_TITLES[skill],
      dayIn(day),
      orMore(people),
      share,
    ]),
  );

const takingRows = ({ taking }: Open): string[][] =>
  taking
    .filter(({ people }) => people >= ENOUGH)
    .map(({ kind, people, endedAt }) => [
      "taking part",
      KIND_NAMES[kind],
      endedAt === undefined ? "going on" : dayIn(endedAt),
      orMore(people),
      "",
    ]);

const orMore = (people: number) => `${people} or more`;
const dayIn = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Words as one cell: what a spreadsheet would take for a formula begins with an apostrophe, and reads as words. */
export function cell(words: string): string {
  const harmless = /^\s*[=+\-@]|^[\t\r\n]/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
