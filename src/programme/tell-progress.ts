import { SKILL_TITLES } from "../feedback/tell.ts";
import { effort } from "../session/effort.ts";
import { inShort } from "../session/in-short.ts";
import { type Progress, type Rated, ratedOf, type SkillProgress } from "./progress.ts";
import type { Suggestion } from "./suggest-next.ts";
import { tellStep } from "./tell-place.ts";

/** Whether these words ask for one's own progress. */
export const asksForProgress = (text: string): boolean =>
  /^(?:(?:show )?(?:me )?my )?progress$/.test(inShort(text));

/** What stands above somebody's progress, and below it. */
export const PROGRESS_TITLE = "Your practices so far. Only you see this.";
export const PROGRESS_CARE =
  "It speaks of the messages you wrote, as each debrief did. It is there to practise with, never to appraise.";

// Fewer than this are too few to set side by side.
const TO_COMPARE = 4;

/** How often one skill showed, the later half beside the earlier one: "clear in 3 of your last 4, in 1 of the 4 before". */
export function tellSkillProgress(progress: SkillProgress): string {
  return `${SKILL_TITLES[progress.skill]}: ${howOften(progress)}`;
}

function howOften(progress: SkillProgress): string {
  const rated = ratedOf(progress);
  if (rated.length === 0) return "not called for yet.";
  if (rated.length < TO_COMPARE) return `${howRated(rated)}.`;
  const clear = (some: readonly Rated[]) => some.filter((one) => one === "clear").length;
  const earlier = rated.slice(0, Math.floor(rated.length / 2));
  const later = rated.slice(earlier.length);
  const more = clear(later) / later.length > clear(earlier) / earlier.length;
  return `clear in ${clear(later)} of your last ${later.length} practices, and in ${clear(earlier)} of the ${earlier.length} before.${more ? " More often than before." : ""}`;
}

// "clear in 1 and partly in 2 of your last 3 practices"
function howRated(rated: readonly Rated[]): string {
  const kinds = (["clear", "partly", "not spotted"] as const)
    .map((kind) => ({ kind, times: rated.filter((one) => one === kind).length }))
    .filter(({ times }) => times > 0);
  const [only] = kinds;
  if (only && kinds.length === 1)
    return rated.length === 1
      ? `${only.kind} in the one practice that called for it`
      : `${only.kind} in ${rated.length === 2 ? "both" : `all ${rated.length}`} of your last practices`;
  return `${kinds.map(({ kind, times }) => `${kind} in ${times}`).join(", ")} of your last ${rated.length} practices`;
}

/** What to say where there is nothing to look back on. */
export const NO_PROGRESS = "There is nothing to look back on yet. It begins with your first practice.";

/** Whether there is anything to look back on. */
export const hasProgress = ({ skills }: Pick<Progress, "skills">): boolean =>
  skills.some(({ rated }) => rated.length > 0);

/** Why this customer next, in a sentence. */
function tellWhy({ skill, practisedBefore, step }: Suggestion): string {
  if (step) return `${tellStep(step)} Goal: ${step.goal}`;
  const met = practisedBefore
    ? "You know this customer; see what changes when you answer them anew."
    : "You have not met this customer yet.";
  return skill
    ? `${SKILL_TITLES[skill]} can show here, and had the most room left in your last practices. ${met}`
    : met;
}

/** A suggestion in words: the customer, how hard, how long, and why. */
export const tellNext = (suggestion: Suggestion): string =>
  `Suggested next: ${suggestion.flow.title}. ${effort(suggestion.flow)}. ${tellWhy(suggestion)}`;

/** Said before a practice to whoever may like to do without hints. */
export const WITHOUT_HINTS_OFFERED =
  "Your last clear practices hardly needed a hint: type no hints to do this one without.";
