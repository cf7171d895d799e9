import type { SkillName } from "../flow/flow.ts";
import type { Debrief } from "./debrief.ts";
import type { Suggestion } from "./keep-and-try.ts";
import { NOT_CERTAIN } from "./not-certain.ts";
import { shortened } from "./shortened.ts";
import type { SkillReport } from "./skill-report.ts";
import { speakOf } from "./speak-of.ts";
import { tellThenAndNow } from "./tell-talk.ts";

/** The skills' names as a trainee reads them. */
export const SKILL_TITLES: Record<SkillName, string> = {
  validation: "Validation",
  question: "Clarifying questions",
  "de-escalation": "De-escalation",
};

const LEFT = { good: "was content", mixed: "left it there", bad: "ended the talk" } as const;

/** How the customer left, and what the flow says of that: after the message told of, or in the silence behind it. */
export const tellLeaving = (
  { outcome, words, inSilence }: NonNullable<Debrief["ending"]>,
  customer: string,
  message: string,
): string =>
  `${customer} ${LEFT[outcome]} after ${message}${inSilence ? ", when no more came" : ""}. ${words.trim()}`;

/** How a debrief begins: how it ended, what the customer would say, where it turned. */
export function tellEnding(debrief: Debrief): string {
  const { ending, customer, pronoun, turning } = debrief;
  const first =
    debrief.turns === 0
      ? "You stopped before your first message, so there is nothing to go through yet."
      : "";
  if (first) return first;
  return [
    ending
      ? tellLeaving(ending, customer, `your message ${debrief.turns}`)
      : "You stopped before the end. That is always fine; here is what the talk showed so far.",
    `${speakOf(pronoun, "Asked how satisfied they are")}, ${customer} would say: ${debrief.rating} out of 10.`,
    turning &&
      `Your message ${turning.turn} ${speakOf(pronoun, "moved them most")}, for the ${turning.better ? "better" : "worse"}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

const BARS: Readonly<Record<SkillReport["rated"], string>> = {
  clear: "▰▰▰",
  partly: "▰▰▱",
  "not spotted": "▱▱▱",
  "not rated": "",
};

/** The same in three signs, for the eye; it says nothing that the words do not. */
export const barOf = ({ rated }: SkillReport): string => BARS[rated];

/** One skill in a sentence, always with the trainee's own words or with "I didn't spot". */
export function tellSkill(report: SkillReport): string {
  const { rated, best, missed } = report;
  const quote = best && `“${shortened(best.quote)}” (message ${best.turn})`;
  switch (rated) {
    case "clear":
      return `clear. ${quote}`;
    case "partly":
      return `partly. ${quote} ${whatIsMissing(report)}`;
    case "not spotted":
      return `I didn't spot any.${missed ? ` There was room for it at message ${missed.turn}.` : ""}`;
    case "not rated":
      return "not rated, since nothing in the talk called for it yet.";
  }
}

const CLEAR: Record<SkillName, string> = {
  validation: "It becomes clear with a line that says back what happened to this customer.",
  question: "It becomes clear with a question about what this customer said, one at a time.",
  "de-escalation": "It becomes clear with who does what, and by when.",
};

function whatIsMissing({ skill, specific, enough }: SkillReport): string {
  if (specific === 0) return CLEAR[skill];
  return `Clear in ${specific === 1 ? "one message" : `${specific} messages`}; this talk had room for ${enough}.`;
}

/** A thing to keep or to try in paragraphs: the line and what to say of it, the line changed, and a stronger one. */
export function suggestionParts({ turn, quote, words, sure, example, edit }: Suggestion): string[] {
  return [
    `“${shortened(quote)}” (message ${turn}). ${sure ? "" : NOT_CERTAIN}${words}`,
    ...(edit ? [`Your line with a small change (${edit.how}): “${edit.text}”`] : []),
    ...(example ? [`Stronger here: “${example}”`] : []),
  ];
}

/** The same as plain text. */
export const tellSuggestion = (suggestion: Suggestion): string => suggestionParts(suggestion).join("\n");

/** What to say where no line stood out as one to keep, or none as one to try differently. */
export const NOTHING_TO_KEEP =
  "I didn't spot a line to point to yet. The quickest way to one is to try the same customer again.";
export const NOTHING_TO_TRY = "I didn't spot anything to change here. A harder customer may show you more.";

/** The whole debrief as plain text: everything that any screen shows of it, for reading aloud and notifications. */
export function tellDebrief(debrief: Debrief): string {
  if (debrief.turns === 0) return [tellEnding(debrief), debrief.care].filter(Boolean).join("\n\n");
  return [
    debrief.ownView.join("\n"),
    debrief.compared && tellThenAndNow(debrief.compared),
    tellEnding(debrief),
    debrief.skills.map((report) => `${SKILL_TITLES[report.skill]}: ${tellSkill(report)}`).join("\n"),
    `One thing to keep: ${debrief.keep ? tellSuggestion(debrief.keep) : NOTHING_TO_KEEP}`,
    `One thing to try: ${debrief.try ? tellSuggestion(debrief.try) : NOTHING_TO_TRY}`,
    debrief.hints > 0 && `Hints used: ${debrief.hints}.`,
    debrief.care,
  ]
    .filter(Boolean)
    .join("\n\n");
}
