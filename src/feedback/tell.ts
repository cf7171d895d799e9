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

/**
 * What else there was of order and dose, a line for each kind. What stands under "one thing to try" is not
 * said twice, and where the reader is not certain, it says so instead of asserting.
 */
export function tellOtherMoments({ moments, try: tried }: Debrief): string[] {
  const others = moments.filter(({ sign, turn }) => sign !== tried?.about || turn !== tried.turn);
  const kinds = Map.groupBy(others, ({ sign }) => sign);
  return [...kinds].map(([sign, alike]) =>
    sign === tried?.about ? `The same as above: ${tellPlaces(alike)}.` : tellAlike(alike),
  );
}

function tellAlike(alike: readonly Moment[]): string {
  const [first] = alike;
  if (!first) return "";
  const unsure = first.sure ? "" : "I'm not certain of this one. ";
  return `${capitalised(tellPlaces(alike))}, “${shortened(first.quote, 90)}”: ${unsure}${first.words}`;
}

const capitalised = (text: string) => `${text[0]?.toUpperCase()}${text.slice(1)}`;

function tellPlaces(alike: readonly Moment[]): string {
  const turns = alike.map(({ turn }) => turn);
  const before = turns.slice(0, -1).join(", ");
  return before ? `messages ${before} and ${turns.at(-1)}` : `message ${turns.at(-1)}`;
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
  const moved = ended ? tellFarewell(change) : tellChange(change);
  return [
    `${turn}. You: “${shortened(reply, 110)}”`,
    `    ${emoji} They ${moved}, and ${ended ? "said" : "thought"}: “${feels}”`,
    because && `    ${because}`,
  ]
    .filter(Boolean)
    .join("\n");
}

const tellChange = (change: number) =>
  change >= 10
    ? "felt better"
    : change >= 3
      ? "felt a little better"
      : change <= -10
        ? "felt worse"
        : change <= -3
          ? "felt a little worse"
          : "felt no different";

const tellFarewell = (change: number) => (change < 0 ? "had had enough" : "ended it here");

/** What to say where no line stood out as one to keep, or none as one to try differently. */
export const NOTHING_TO_KEEP =
  "I didn't spot a line to point to yet. The quickest way to one is to try the same customer again.";
export const NOTHING_TO_TRY = "I didn't spot anything to change here. A harder customer may show you more.";

/** The heading over what else there was of order and dose. */
export const OTHER_MOMENTS = "Also worth a second look";

/** The whole debrief as plain text: everything that any screen shows of it, for reading aloud and notifications. */
export function tellDebrief(debrief: Debrief): string {
  if (debrief.turns === 0) return [tellEnding(debrief), debrief.care].filter(Boolean).join("\n\n");
  const others = tellOtherMoments(debrief);
  return [
    tellEnding(debrief),
    debrief.skills.map((report) => `${SKILL_TITLES[report.skill]}: ${tellSkill(report)}`).join("\n"),
    `One thing to keep: ${debrief.keep ? tellSuggestion(debrief.keep) : NOTHING_TO_KEEP}`,
    `One thing to try: ${debrief.try ? tellSuggestion(debrief.try) : NOTHING_TO_TRY}`,
    others.length > 0 && `${OTHER_MOMENTS}:\n${others.join("\n")}`,
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
