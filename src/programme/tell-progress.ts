import { SKILL_TITLES } from "../feedback/tell.ts";
import { type Progress, ratedOf, type SkillProgress } from "./progress.ts";
import type { Suggestion } from "./suggest-next.ts";

// Fewer than this are too few to set side by side.
const TO_COMPARE = 4;

/** How often one skill showed, the later half beside the earlier one: "clear in 3 of your last 4, in 1 of the 4 before". */
export function tellSkillProgress(progress: SkillProgress): string {
  return `${SKILL_TITLES[progress.skill]}: ${howOften(progress)}`;
}

function howOften(progress: SkillProgress): string {
  const rated = ratedOf(progress);
  const [only] = rated;
  if (!only) return "not called for yet.";
  if (rated.length === 1) return `${only} the one time it was called for.`;
  const clear = (some: readonly string[]) => some.filter((one) => one === "clear").length;
  if (rated.length < TO_COMPARE) {
    const partly = rated.filter((one) => one === "partly").length;
    return `clear in ${clear(rated)} of your last ${rated.length}${partly ? `, partly in ${partly}` : ""}.`;
  }
  const earlier = rated.slice(0, Math.floor(rated.length / 2));
  const later = rated.slice(earlier.length);
  const more = clear(later) / later.length > clear(earlier) / earlier.length;
  return `clear in ${clear(later)} of your last ${later.length}, in ${clear(earlier)} of the ${earlier.length} before.${more ? " More often than before." : ""}`;
}

/** What to say where there is nothing to look back on. */
export const NO_PROGRESS = "There is nothing to look back on yet. It begins with your first practice.";

/** Whether there is anything to look back on. */
export const hasProgress = ({ skills }: Pick<Progress, "skills">): boolean =>
  skills.some(({ rated }) => rated.length > 0);

/** Why this customer next, in a sentence. */
export function tellWhy({ skill, practisedBefore }: Suggestion): string {
  const met = practisedBefore ? "You have met this customer before." : "You have not met this customer yet.";
  return skill
    ? `${SKILL_TITLES[skill]} can show here, and had the most room left in your last practices. ${met}`
    : met;
}
