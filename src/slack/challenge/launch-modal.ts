import type { ModalView } from "@slack/types";
import { isMetered, KINDS, type Kind, type Plan } from "../../challenge/challenge.ts";
import { KIND_LINES, KIND_NAMES } from "../../challenge/tell-plan.ts";
import { clockIn } from "../../challenge/times.ts";
import { context, type Message, section } from "../message.ts";
import { plainText } from "../plain-text.ts";
import {
  boardInput,
  type Choices,
  countedInput,
  flowInput,
  goalInput,
  input,
  option,
  otherChannels,
  timeInputs,
  wordInput,
} from "./plan-inputs.ts";

/** Where a challenge is being launched, kept with the pages; `lastDay` is the one that was shown at first. */
export type Launching = { channel: string; kind?: Kind; zone?: string; lastDay?: string };

/** The first page: which kind. */
export const kindModal = (channel: string): ModalView => {
  const options = KINDS.map((kind) => option(KIND_NAMES[kind], kind));
  return {
    type: "modal",
    callback_id: "challenge:kind",
    private_metadata: JSON.stringify({ channel } satisfies Launching),
    title: plainText("A team challenge"),
    submit: plainText("Next"),
    close: plainText("Not now"),
    blocks: [
      section("Nothing is posted yet. You see everything as your team will before it goes."),
      input("kind", "What will you do together?", {
        type: "radio_buttons",
        action_id: "challenge:kind",
        options,
        ...(options[0] ? { initial_option: options[0] } : {}),
      }),
      context(KINDS.map((kind) => `*${KIND_NAMES[kind]}*: ${KIND_LINES[kind]}`).join("\n")),
    ],
  };
};

const DAY = 86_400_000;

/** The second page: everything about one kind. */
export function detailsModal(choices: Choices): ModalView {
  const { channel, kind, zone, now } = choices;
  const metered = isMetered({ kind });
  const end = now + (metered ? 5 : 1) * DAY;
  const launching: Launching = { channel, kind, zone, lastDay: clockIn(zone, end).day };
  return {
    type: "modal",
    callback_id: "challenge:details",
    private_metadata: JSON.stringify(launching),
    title: plainText(KIND_NAMES[kind]),
    submit: plainText("Preview"),
    close: plainText("Not now"),
    blocks: [
      section(KIND_LINES[kind]),
      ...(kind === "team-against-team" ? [otherChannels(choices)] : []),
      flowInput(choices),
      ...(metered && kind !== "redo" ? [countedInput()] : []),
      ...(metered ? [goalInput(kind)] : []),
      ...timeInputs(zone, now, end),
      ...(metered && kind !== "team-against-team" ? [boardInput()] : []),
      wordInput(),
    ],
  };
}

/** The third page: the message as the team will see it. */
export const previewModal = (message: Message, plan: Plan): ModalView => ({
  type: "modal",
  callback_id: "challenge:post",
  private_metadata: JSON.stringify(plan),
  title: plainText("What the team will see"),
  submit: plainText("Post it"),
  close: plainText("Back"),
  blocks: [
    section(
      `Nothing is posted yet. ${plan.channels.map((channel) => `<#${channel}>`).join(" and ")} will see exactly this:`,
    ),
    { type: "divider" },
    ...(message.blocks ?? []),
  ],
});
