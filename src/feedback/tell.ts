import type { SkillName } from "../flow/flow.ts";
import type { CustomerTurn } from "./customer-view.ts";
import type { Debrief } from "./debrief.ts";
import type { Suggestion } from "./keep-and-try.ts";
import type { Moment } from "./moments.ts";
import type { SkillReport } from "./skill-report.ts";

/** The skills' names as a trainee reads them. */
export const SKILL_TITLES: Record<SkillName, string> = {
  validation: "Validation",
  question: "Clarifying questions",
  "de-escalation": "De-escalation",
};

/** How a debrief begins: how it ended, what the customer would say, where it turned. */
export function tellEnding(debrief: Debrief): string {
  const { ending, customer, turning } = debrief;
  const first =
    debrief.turns === 0
      ? "You stopped before your first message, so there is nothing to go through yet."
      : "";
  if (first) return first;
  return [
    ending
      ? ending.words
      : "You stopped before the end. That is always fine; here is what the talk showed so far.",
    `Asked how satisfied they are, ${customer} would say: ${debrief.rating} out of 10.`,
    turning &&
      `Your message ${turning.turn} moved them most, for the ${turning.better ? "better" : "worse"}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** One skill in a sentence, always with the trainee's own words or with "I didn't spot". */
export function tellSkill(report: SkillReport): string {
  const { rated, best, missed } = report;
  const quote = best && `“${shortened(best.quote)}” (message ${best.turn})`;
  switch (rated) {
    case "clear":
      return `clear. ${quote}`;
    case "partly":
      return `partly. ${quote}`;
    case "not spotted":
      return `I didn't spot any${missed ? `, for instance at message ${missed.turn}` : ""}.`;
    case "not rated":
      return "not rated, since nothing in the talk called for it yet.";
  }
}

/** A thing to keep or to try: the line, what to say of it, and a stronger line. */
export function tellSuggestion({ turn, quote, words, example }: Suggestion): string {
  return [`“${shortened(quote)}” (message ${turn}). ${words}`, example && `Stronger here: “${example}”`]
    .filter(Boolean)
    .join("\n");
}

/** One moment of order or dose; where the reader is not sure, it asks. */
export function tellMoment({ turn, quote, words, sure }: Moment): string {
  return `Message ${turn}, “${shortened(quote, 90)}”: ${sure ? words : `this could be read two ways. ${words}`}`;
}

/** One turn as the customer lived it. */
export function tellCustomerTurn({
  turn,
  reply,
  emoji,
  feels,
  ended,
  because,
  change,
}: CustomerTurn): string {
  const moved = change >= 4 ? "felt better" : change <= -4 ? "felt worse" : "felt much the same";
  return [
    `${turn}. You: “${shortened(reply, 110)}”`,
    `    ${emoji} They ${moved}, and ${ended ? "said" : "thought"}: “${feels}”`,
    because && `    ${because}`,
  ]
    .filter(Boolean)
    .join("\n");
}

/** What to say where no line stood out as one to keep, or none as one to try differently. */
export const NOTHING_TO_KEEP =
  "I didn't spot a line to point to yet. Trying the same customer again is how it comes.";
export const NOTHING_TO_TRY =
  "I didn't spot anything to change here. Try a harder customer, or this one without hints.";

/** The whole debrief as plain text: everything that any screen shows of it, for reading aloud and notifications. */
export function tellDebrief(debrief: Debrief): string {
  if (debrief.turns === 0) return [tellEnding(debrief), debrief.care].filter(Boolean).join("\n\n");
  return [
    tellEnding(debrief),
    debrief.skills.map((report) => `${SKILL_TITLES[report.skill]}: ${tellSkill(report)}`).join("\n"),
    `One thing to keep: ${debrief.keep ? tellSuggestion(debrief.keep) : NOTHING_TO_KEEP}`,
    `One thing to try: ${debrief.try ? tellSuggestion(debrief.try) : NOTHING_TO_TRY}`,
    debrief.moments.length > 0 && `Order and dose:\n${debrief.moments.map(tellMoment).join("\n")}`,
    debrief.hints > 0 && `Hints used: ${debrief.hints}.`,
    debrief.care,
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** The talk as the customer lived it, as plain text. */
export const tellCustomerView = (debrief: Debrief): string => debrief.view.map(tellCustomerTurn).join("\n");

/** A text on one line and not longer than this; cut at a word, with an ellipsis. */
export function shortened(text: string, longest = 140): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= longest) return plain;
  const cut = plain.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest - 30)).trimEnd()}…`;
}
