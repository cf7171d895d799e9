import type { KnownBlock } from "@slack/types";
import { isMetered, type Kind } from "../../challenge/challenge.ts";
import { LONGEST_WORD } from "../../challenge/check-plan.ts";
import { CHOSEN_COUNTED, countedName } from "../../challenge/tell-plan.ts";
import { clockIn } from "../../challenge/times.ts";
import type { Flow } from "../../flow/flow.ts";
import { plainText } from "../plain-text.ts";
import type { Directory } from "../share-modal.ts";

/** Something to choose, cut to what Slack shows. */
export const option = (text: string, value: string) => ({
  text: plainText(text.slice(0, 75)),
  value: value.slice(0, 150),
});

type Input = Extract<KnownBlock, { type: "input" }>;
type Element = Input["element"];

/** A field of a page. */
export const input = (
  block_id: string,
  label: string,
  element: Element,
  more: Partial<Input> = {},
): Input => ({
  type: "input",
  block_id,
  label: plainText(label),
  element,
  ...more,
});

/** What the second page offers to choose from. */
export type Choices = {
  channel: string;
  kind: Kind;
  zone: string;
  flows: readonly Flow[];
  /** The people and channels of a Slack that has no lists of them; such a Slack lets nobody choose several either. */
  directory: Directory | undefined;
  now: number;
};

/** The channels of the other teams. */
export function otherChannels({ directory, channel }: Choices): Input {
  const hint = { hint: plainText("I have to be in them: write /invite and my name there.") };
  const label = "The other channels";
  const action = { action_id: "challenge:channels", placeholder: plainText("Choose channels") };
  if (!directory)
    return input(
      "channels",
      label,
      {
        ...action,
        type: "multi_conversations_select",
        max_selected_items: MOST_OTHERS,
        filter: { include: ["public", "private"], exclude_external_shared_channels: true },
      },
      hint,
    );
  const others = directory.channels.filter(({ id }) => id !== channel);
  const options = others.slice(0, 100).map(({ id, name }) => option(name, id));
  return input("channels", label, { ...action, type: "static_select", options }, hint);
}

// All of them have to fit into one message, whatever they are called.
const MOST_FLOWS = 10;
const MOST_OTHERS = 4;

/** The customers that count, or the one who comes. */
export function flowInput({ kind, flows, directory }: Choices): Input {
  const games = kind === "listening" ? flows.filter(({ tags }) => tags.includes("listening-game")) : flows;
  const offered = games.length > 0 ? games : flows;
  const options = offered.slice(0, 100).map(({ id, title }) => option(title, id));
  const action_id = "challenge:flows";
  if (!isMetered({ kind }))
    return input("flows", "Which customer comes?", {
      type: "static_select",
      action_id,
      placeholder: plainText("Choose a customer"),
      options,
      ...(options.length === 1 && options[0] ? { initial_option: options[0] } : {}),
    });
  return input(
    "flows",
    "Which customers count?",
    {
      ...(directory
        ? { type: "static_select" as const }
        : { type: "multi_static_select" as const, max_selected_items: MOST_FLOWS }),
      action_id,
      placeholder: plainText("Any customer"),
      options,
    },
    { optional: true, hint: plainText("Leave it empty when it does not matter with whom people practise.") },
  );
}

/** What fills the meter. */
export function countedInput(): Input {
  const options = CHOSEN_COUNTED.map((counted) => option(countedName(counted), counted));
  return input("counted", "What fills the meter?", {
    type: "static_select",
    action_id: "challenge:counted",
    placeholder: plainText("Choose what counts"),
    options,
    ...(options[0] ? { initial_option: options[0] } : {}),
  });
}

/** How much of it. */
export const goalInput = (kind: Kind): Input =>
  input(
    "goal",
    kind === "team-against-team" ? "How many for each member?" : "How many together?",
    {
      type: "plain_text_input",
      action_id: "challenge:goal",
      max_length: 9,
      placeholder: plainText(kind === "team-against-team" ? "10" : kind === "redo" ? "20" : "100"),
    },
    { hint: plainText("A practice has some five to ten messages, and a good line every two or three.") },
  );

/** When it begins and when it ends: both on a day, at half past or on the hour. */
export function timeInputs(zone: string, now: number, end: number): Input[] {
  const where = `Both are in your own time zone, ${zone}.`;
  return [
    ...dateAndTime("start", "Begins", clockIn(zone, now).day, "Empty, or in the past: when you post it."),
    ...dateAndTime("end", "Ends", clockIn(zone, end).day, `Empty: at ${END_OF_DAY}. ${where}`),
  ];
}

/** When a challenge ends on its last day unless a time is chosen. */
export const END_OF_DAY = "17:00";

const TIMES = Array.from({ length: 48 }, (_, half) => {
  const hour = String(Math.floor(half / 2)).padStart(2, "0");
  return `${hour}:${half % 2 === 0 ? "00" : "30"}`;
});

const dateAndTime = (name: string, label: string, day: string, hint: string): Input[] => [
  input(`${name}-day`, `${label} on`, {
    type: "datepicker",
    action_id: `challenge:${name}-day`,
    initial_date: day,
  }),
  input(
    `${name}-time`,
    `${label} at`,
    {
      type: "static_select",
      action_id: `challenge:${name}-time`,
      placeholder: plainText("Choose a time"),
      options: TIMES.map((time) => option(time, time)),
    },
    { optional: true, hint: plainText(hint) },
  ),
];

/** Whether a board is offered. */
export const boardInput = (): Input =>
  input(
    "board",
    "A board",
    {
      type: "checkboxes",
      action_id: "challenge:board",
      options: [option("Offer a board to those who want to stand on it", "board")],
    },
    {
      optional: true,
      hint: plainText("It has words and no places, and appears only when five people stand on it."),
    },
  );

/** What the lead wants to say with it. */
export const wordInput = (): Input =>
  input(
    "word",
    "A word from you",
    { type: "plain_text_input", action_id: "challenge:word", multiline: true, max_length: LONGEST_WORD },
    { optional: true, hint: plainText("Why this, why now. It stands under the title.") },
  );
