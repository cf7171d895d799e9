import type { SkillName } from "../flow/flow.ts";
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

/** What a line is that shows a skill: "a question that opens something". */
export const lineInWords = (skill: SkillName): string => `a ${COUNTED_NAMES[skill][0]}`;

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

const OWN: Partial<Record<Kind, string>> = {
  relay: "What you answer the customer is seen by everybody here, under your name or the one you choose.",
  listening:
    "Nobody else sees what you write, unless you agree at the end that one line is quoted. How many heard what is told only of five answers or more.",
};
const PRACTISED =
  "What you practise stays in your direct message with me: nobody sees what you wrote or how it went.";
const JOINED = "This channel sees how many have joined, never who.";
const METER = "This channel sees how many have joined and how full the meter is, never who or by whom.";
const SKILLS =
  "How clearly the skills showed is told to this channel and to leads in words such as “about half”, over five people and two customers at least. Leave before enough others have come, and your practice is not in it.";
const AT_THE_END =
  "At the end: how many turns were mended and how many began, where that points at nobody, and lines whose authors agreed.";
const BOARD =
  "A board for those who want to stand on it says in words what went well, in alphabetical order, and goes with the challenge.";

/** What is shown to whom: said before anybody joins, and true to the letter. */
export function whoSeesWhat({ kind, board }: Plan): string[] {
  const own = OWN[kind];
  return [
    ...(own ? [own, JOINED] : [PRACTISED, METER, SKILLS, AT_THE_END]),
    ...(board ? [BOARD] : []),
    "You can leave at any time, and nobody is told.",
  ];
}
