import type { Picture } from "../feedback/picture.ts";
import { SKILL_TITLES } from "../feedback/tell.ts";
import { clipped, LONGEST_ALT } from "../feedback/tell-course.ts";
import { type Progress, type Rated, seriesOf } from "./progress.ts";
import { drawSeries, type Mark } from "./series-picture.ts";
import { hasProgress } from "./tell-progress.ts";

// In the order of the legend, which tells them in words.
const RATINGS: readonly { rated: Rated; mark: Mark; text: string }[] = [
  { rated: "clear", mark: "full", text: "clear" },
  { rated: "partly", mark: "half", text: "partly" },
  { rated: "not spotted", mark: "empty", text: "not spotted" },
  { rated: "not rated", mark: "none", text: "not rated, since nothing called for it" },
];
const markOf = (rated: Rated): Mark => RATINGS.find((one) => one.rated === rated)?.mark ?? "none";

/** How each skill showed, practice by practice and the oldest first; nothing before the first practice. */
export function progressPicture(
  progress: Pick<Progress, "skills">,
  titles: Readonly<Record<string, string>> = SKILL_TITLES,
): Picture | undefined {
  if (!hasProgress(progress)) return undefined;
  const rows = progress.skills.map((one) => ({ title: titles[one.skill] ?? "", series: seriesOf(one) }));
  const columns = Math.max(...rows.map(({ series }) => series.length));
  const title = `How each skill showed in your last ${columns === 1 ? "practice" : "practices"}`;
  const told = rows.map((row) => `${clipped(row.title, 60)}: ${row.series.join(", ") || "no practice yet"}.`);
  return {
    svg: drawSeries({
      title,
      rows: rows.map((row) => ({ title: row.title, marks: row.series.map(markOf) })),
      legend: RATINGS,
    }),
    alt: clipped([`${title}${columns === 1 ? "" : ", oldest to newest"}.`, ...told].join(" "), LONGEST_ALT),
  };
}
