import type { Picture } from "../feedback/picture.ts";
import { SKILL_TITLES } from "../feedback/tell.ts";
import { clipped, LONGEST_ALT } from "../feedback/tell-course.ts";
import { drawSeries, type Mark } from "../programme/series-picture.ts";
import { BANDS, type Band } from "./team-batch.ts";
import { hasFigures, type TeamView } from "./team-view.ts";

const MARKS: Record<Band, Mark> = {
  "more than half": "full",
  "about half": "half",
  "fewer than half": "empty",
};

/** How each skill showed in a team, batch by batch and the oldest first; nothing before the first one. */
export function teamPicture(view: TeamView): Picture | undefined {
  if (view.state === "closed" || !hasFigures(view)) return undefined;
  const rows = view.skills.map(({ skill, batches }) => ({
    title: SKILL_TITLES[skill],
    shares: batches.map(({ share }) => share),
  }));
  const single = rows.every(({ shares }) => shares.length <= 1);
  const title = "In how many practices each skill was clear";
  const told = rows.map((row) => `${row.title}: ${row.shares.join(", ") || "not enough yet"}.`);
  const steps = single ? "" : ", five people or more at a time, oldest to newest";
  return {
    svg: drawSeries({
      title,
      rows: rows.map((row) => ({ title: row.title, marks: row.shares.map((share) => MARKS[share]) })),
      legend: BANDS.toReversed().map((share) => ({ mark: MARKS[share], text: `clear in ${share}` })),
    }),
    alt: clipped([`${title}${steps}.`, ...told].join(" "), LONGEST_ALT),
  };
}
