import { COUNTED, type Counted, isMetered, type Kind, type Plan } from "./challenge.ts";
import { whenIn } from "./times.ts";

/** What each kind is called. */
export const KIND_NAMES: Record<Kind, string> = {
  together: "Together",
  "team-against-team": "Team against team",
  redo: "Redo week",
  relay: "Relay",
  listening: "Listening game",
};

/** What each kind is, in a line for the lead who chooses. */
export const KIND_LINES: Record<Kind, string> = {
  together: "Everybody practises in private, and what they do well fills one meter for the team.",
  "team-against-team": "Two or more channels with the same goal, counted for each member who joined.",
  redo: "What counts is going back to a message that turned a talk, and mending it.",
  relay: "One customer comes to the channel, and each message is answered by another colleague.",
  listening: "A customer tells their story here. All write what they heard, unseen by the others.",
};

/** What is counted, by number: "1 specific validation", "12 specific validations". */
const COUNTED_NAMES: Record<Counted, readonly [string, string]> = {
  validation: ["specific validation", "specific validations"],
  question: ["question that opens something", "questions that open something"],
  "de-escalation": ["step that calms", "steps that calm"],
  talks: ["finished talk", "finished talks"],
  repairs: ["mended turn", "mended turns"],
};

/** What counts as one, in a sentence. */
export const COUNTED_LINES: Record<Counted, string> = {
  validation:
    "A line counts when it puts into words what happened to this very customer, or what it means to them.",
  question: "A line counts when it asks openly about something that belongs to this customer's story.",
  "de-escalation": "A line counts when it says what happens next, by whom or by when.",
  talks: "A talk counts when it is played to its end, whatever the ending.",
  repairs:
    "A turn counts when you go back to a message that did the customer no good, and your new one does. Slips are what this week is made of.",
};

/** What a lead may choose to have counted. */
export const CHOSEN_COUNTED = COUNTED.filter((counted) => counted !== "repairs");

/** So much of what is counted. */
export const amountInWords = (amount: number, counted: Counted): string =>
  `${amount} ${COUNTED_NAMES[counted][amount === 1 ? 0 : 1]}`;

/** What is counted, as the name of a choice. */
export function countedName(counted: Counted): string {
  const name = COUNTED_NAMES[counted][1];
  return `${name[0]?.toUpperCase()}${name.slice(1)}`;
}

/** What a challenge is called: "Together: 100 specific validations". */
export function titleOf({ kind, goal, counted }: Plan, flowTitles: readonly string[] = []): string {
  if (!isMetered({ kind })) return `${KIND_NAMES[kind]}${flowTitles[0] ? `: ${flowTitles[0]}` : ""}`;
  const each = kind === "team-against-team" ? " for each member" : "";
  return `${KIND_NAMES[kind]}: ${amountInWords(goal, counted)}${each}`;
}

/** From when to when. */
export const spanOf = ({ startsAt, endsAt, zone }: Plan, now: number): string =>
  startsAt <= now
    ? `Until ${whenIn(zone, endsAt)}.`
    : `From ${whenIn(zone, startsAt)} until ${whenIn(zone, endsAt)}.`;

/** What is shown to whom: said before anybody joins, and true to the letter. */
export function whoSeesWhat({ kind, board }: Plan): string[] {
  const own =
    kind === "relay"
      ? "What you answer the customer here is seen by everybody in this channel, under your name or the one you choose."
      : kind === "listening"
        ? "What you write is seen by nobody else, unless you agree at the end that one line is quoted. This channel learns how many heard what, and only when there are enough of you that nobody stands out."
        : "What you practise stays in your direct message with me. Nobody sees what you wrote or how it went.";
  return [
    own,
    "This channel sees how many have joined, never who, and never who has not.",
    ...(isMetered({ kind })
      ? ["It sees the meter, which grows when somebody's practice is over, without whose it was."]
      : []),
    ...(kind === "relay" || kind === "listening"
      ? []
      : [
          "How clearly each skill showed in the team is seen by whoever may launch challenges here, and at the end by this channel: in words such as “about half”, over the practices of at least five people with at least two customers, never whose. Your last one waits until others have come; leave before, and it is taken out.",
          "At the end this channel may see how many turns were mended and how many practised for the first time, only where it points at nobody; and a line of yours only if you agreed to that very line.",
        ]),
    ...(board
      ? [
          "There is a board for those who want to stand on it. It says in words what went well, in the order of the alphabet, and is gone with the challenge.",
        ]
      : []),
    "You can leave at any time, and nobody is told.",
  ];
}
