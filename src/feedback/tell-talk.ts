import type { CustomerTurn } from "./customer-view.ts";
import type { Debrief } from "./debrief.ts";
import { NOT_CERTAIN } from "./not-certain.ts";
import { shortened } from "./shortened.ts";
import { speakOf } from "./speak-of.ts";
import type { ThenAndNow } from "./then-and-now.ts";
import type { TurnTold } from "./whole-talk.ts";

/** One turn as the customer lived it. */
export function tellCustomerTurn(lived: CustomerTurn): string {
  return [
    `${lived.turn}. You: “${shortened(lived.reply, 110)}”`,
    `    ${tellFeeling(lived)}`,
    lived.because && `    ${lived.because}`,
  ]
    .filter(Boolean)
    .join("\n");
}

/** How the customer took a message, and what they thought. */
export function tellFeeling({ emoji, pronoun, feels, stayed, ending, change }: CustomerTurn): string {
  const say = (words: string) => speakOf(pronoun, words);
  if (ending) return `${emoji} ${say(`${FAREWELL[ending]} They said:`)} “${feels}”`;
  return `${emoji} ${tellChange(change)} ${stayed ? say("They thought the same as before.") : `${say("They thought:")} “${feels}”`}`;
}

const FAREWELL = {
  good: "They were content to leave it there.",
  mixed: "They left it there.",
  bad: "They had had enough.",
} as const;

const tellChange = (change: number) =>
  change >= 10
    ? "It helped."
    : change >= 3
      ? "It helped a little."
      : change <= -10
        ? "It hurt."
        : change <= -3
          ? "It hurt a little."
          : "It changed little.";

/** The talk as the customer lived it, as plain text. */
export const tellCustomerView = (debrief: Debrief): string => debrief.view.map(tellCustomerTurn).join("\n");

/** What a turn showed and what it did, below the line itself. */
export function tellTurn({ showed, customer, moments }: TurnTold): string[] {
  return [
    showed.length > 0 ? `It showed: ${showed.join(", ")}.` : "I didn't spot a skill in this line.",
    ...moments.map(({ sure, words }) => `${sure ? "" : NOT_CERTAIN}${words}`),
    tellFeeling(customer),
    ...(customer.because ? [customer.because] : []),
  ];
}

/** Said when a message (1 for the first) is about to be taken again. */
export const tellTakenAgain = (turn: number): string =>
  `Here it is again ${turn === 1 ? "from the beginning" : `from your message ${turn} on`}, exactly as it stood. What you wrote before is kept.`;

/** The same moment answered twice, in paragraphs: what it is, then, now, and the difference. */
export function thenAndNowParts({ turn, then, now, difference }: ThenAndNow): string[] {
  const one = (title: string, lived: CustomerTurn) =>
    `${title}: “${shortened(lived.reply, 300)}”\n    ${tellReaction(lived, then.feels !== now.feels)}`;
  return [`Message ${turn}, then and now`, one("Then", then), one("Now", now), difference];
}

// What they answered, and what they thought where that tells the two answers apart.
function tellReaction(lived: CustomerTurn, withThought: boolean): string {
  const { emoji, pronoun, says, feels, ending, change } = lived;
  if (ending) return tellFeeling(lived);
  const thought = withThought ? ` ${speakOf(pronoun, "They thought:")} “${feels}”` : "";
  return `${emoji} ${tellChange(change)} ${speakOf(pronoun, "They answered:")} “${shortened(says.join(" "), 300)}”${thought}`;
}

/** The same as plain text. */
export const tellThenAndNow = (compared: ThenAndNow): string => thenAndNowParts(compared).join("\n");
