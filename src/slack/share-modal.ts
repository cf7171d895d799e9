import type { ViewOutput } from "@slack/bolt";
import type { KnownBlock, ModalView } from "@slack/types";
import { SHARE_SCOPES, type ShareScope } from "../feedback/shared-view.ts";
import type { Recipient } from "../store/shares.ts";
import { context, type Message, section } from "./message.ts";
import { plainText } from "./plain-text.ts";
import { mention, SCOPE_WORDS } from "./share-words.ts";

const option = (text: string, value: string) => ({ text: plainText(text), value });
const capitalised = (text: string) => `${text[0]?.toUpperCase()}${text.slice(1)}`;

const SCOPES = SHARE_SCOPES.map((scope) => option(capitalised(SCOPE_WORDS[scope]), scope));
const DAY = option("1 day", "1");
const DURATIONS = [DAY, option("1 week", "7"), option("1 month", "30")];

/** The people and the channels of a workspace, for a Slack that has no lists of them. */
export type Directory = Record<"people" | "channels", readonly { id: string; name: string }[]>;

/** The first page: with whom, what, and for how long. Whom Slack's own lists show, unless there is a directory. */
export const chooseModal = (practiceId: string, directory?: Directory): ModalView => ({
  type: "modal",
  callback_id: "share:choose",
  private_metadata: practiceId,
  title: plainText("Share this practice"),
  submit: plainText("Preview"),
  close: plainText("Not now"),
  blocks: [
    section("Nothing is shared yet. Next you see exactly what they will see, and decide then."),
    input("person", "With one person", personSelect(directory)),
    input(
      "channel",
      "Or with everybody in a channel",
      channelSelect(directory),
      "I have to be in it: write /invite and my name there.",
    ),
    {
      type: "input",
      block_id: "scope",
      label: plainText("What they see"),
      element: {
        type: "radio_buttons",
        action_id: "share:scope",
        options: SCOPES,
        ...(SCOPES[0] ? { initial_option: SCOPES[0] } : {}),
      },
    },
    {
      type: "input",
      block_id: "days",
      label: plainText("For how long"),
      hint: plainText("You can take it back at any time."),
      element: {
        type: "static_select",
        action_id: "share:days",
        placeholder: DAY.text,
        options: DURATIONS,
        initial_option: DAY,
      },
    },
  ],
});

type Choosing = Extract<KnownBlock, { type: "input" }>["element"];

const input = (block_id: string, label: string, element: Choosing, hint?: string): KnownBlock => ({
  type: "input",
  block_id,
  optional: true,
  label: plainText(label),
  element,
  ...(hint ? { hint: plainText(hint) } : {}),
});

function personSelect(directory: Directory | undefined): Choosing {
  const select = { action_id: "share:person", placeholder: plainText("A coach or a colleague") };
  return directory
    ? { ...select, type: "static_select", options: listed(directory.people) }
    : { ...select, type: "users_select" };
}

function channelSelect(directory: Directory | undefined): Choosing {
  const select = { action_id: "share:channel", placeholder: plainText("A channel") };
  const filter = { include: ["public" as const, "private" as const], exclude_external_shared_channels: true };
  return directory
    ? { ...select, type: "static_select", options: listed(directory.channels) }
    : { ...select, type: "conversations_select", filter };
}

const listed = (them: Directory["people"]) => them.slice(0, 100).map(({ id, name }) => option(name, id));

/** What somebody chose on the first page. */
export type Choice = { people: Recipient[]; scope: ShareScope; days: number };

/** Reads the first page. */
export function readChoice({ state: { values } }: ViewOutput): Choice {
  const held = { person: values.person?.["share:person"], channel: values.channel?.["share:channel"] };
  const person = held.person?.selected_user ?? held.person?.selected_option?.value;
  const channel = held.channel?.selected_conversation ?? held.channel?.selected_option?.value;
  const days = values.days?.["share:days"]?.selected_option?.value;
  const scope = values.scope?.["share:scope"]?.selected_option?.value;
  return {
    people: [
      ...(person ? [{ kind: "person" as const, id: person }] : []),
      ...(channel ? [{ kind: "channel" as const, id: channel }] : []),
    ],
    scope: SHARE_SCOPES.find((one) => one === scope) ?? "debrief",
    days: Number((DURATIONS.find(({ value }) => value === days) ?? DAY).value),
  };
}

/** The second page: the very message, and what the second yes is about. */
export const previewModal = (message: Message, to: Recipient, kept: string): ModalView => ({
  type: "modal",
  callback_id: "share:confirm",
  private_metadata: kept,
  title: plainText("What they will see"),
  submit: plainText("Share"),
  close: plainText("Back"),
  blocks: [
    section(`Nothing is shared yet. ${mention(to)} will see exactly this:`),
    { type: "divider" },
    ...(message.blocks ?? []),
    { type: "divider" },
    context(
      to.kind === "person"
        ? "Below it is a button with which they can answer you."
        : "Below it is a button with which they can answer you, and one that only works for you, to take it back.",
    ),
  ],
});
