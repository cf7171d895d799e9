import { styleText } from "node:util";
import type { Debrief } from "../feedback/debrief.ts";
import {
  NOTHING_TO_KEEP,
  NOTHING_TO_TRY,
  OTHER_MOMENTS,
  SKILL_TITLES,
  tellCustomerView,
  tellEnding,
  tellOtherMoments,
  tellSkill,
  tellSuggestion,
} from "../feedback/tell.ts";

const title = (text: string) => styleText("bold", text);

/** The debrief for a terminal: the same words as in Slack, with bold titles. */
export function showDebrief(debrief: Debrief): string {
  if (debrief.turns === 0) return [tellEnding(debrief), debrief.care].filter(Boolean).join("\n\n");
  const others = tellOtherMoments(debrief);
  return [
    title(`Your debrief: ${debrief.title}`),
    tellEnding(debrief),
    debrief.skills
      .map((report) => `${title(`${SKILL_TITLES[report.skill]}:`)} ${tellSkill(report)}`)
      .join("\n"),
    `${title("One thing to keep")}\n${debrief.keep ? tellSuggestion(debrief.keep) : NOTHING_TO_KEEP}`,
    `${title("One thing to try")}\n${debrief.try ? tellSuggestion(debrief.try) : NOTHING_TO_TRY}`,
    others.length > 0 && `${title(OTHER_MOMENTS)}\n${others.join("\n")}`,
    `${title(`Swap seats: the same talk as ${debrief.customer} lived it`)}\n${tellCustomerView(debrief)}`,
    debrief.hints > 0 && `Hints used: ${debrief.hints}.`,
    debrief.care,
  ]
    .filter(Boolean)
    .join("\n\n");
}
