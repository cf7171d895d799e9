import type { ViewOutput } from "@slack/bolt";
import type { KnownBlock, ModalView } from "@slack/types";
import { SKILL_TITLES } from "../../feedback/tell.ts";
import { SKILL_NAMES, type SkillName } from "../../flow/flow.ts";
import { input, option } from "../challenge/plan-inputs.ts";
import { context, escaped, section } from "../message.ts";
import { own, readOwn } from "../own-values.ts";
import { plainText } from "../plain-text.ts";
import type { Directory } from "../share-modal.ts";

const ABOUT = own.object({ link: own.maybe(own.words) });
const SHORTEST = 20;
const LONGEST = 500;

/** What each skill looks like at work. */
const SKILL_LINES: Record<SkillName, string> = {
  validation: "They put into words what it was like for the customer.",
  question: "They asked what opened it up.",
  "de-escalation": "They calmed it, and said what happens next.",
};

/** What is known before somebody fills the dialogue in. */
export type Beginning = {
  to: string | undefined;
  /** The message that it is about. */
  link: string | undefined;
  /** Words that name nobody whom I could find. */
  unknown?: string | undefined;
  directory: Directory | undefined;
};

/** Asks for whom, for which skill, and why. */
export const kudosModal = ({ to, link, unknown, directory }: Beginning): ModalView => ({
  type: "modal",
  callback_id: "kudos:give",
  private_metadata: JSON.stringify({ link }),
  title: plainText("Recognise empathy"),
  submit: plainText("Give it"),
  close: plainText("Not now"),
  blocks: [
    ...(unknown
      ? [section(`I couldn't tell who “${escaped(unknown.slice(0, 80))}” is. Choose them below.`)]
      : []),
    input("to", "For whom?", personSelect(to, directory)),
    input("skill", "What did they show?", {
      type: "radio_buttons",
      action_id: "kudos:skill",
      options: SKILL_NAMES.map((skill) => ({
        ...option(SKILL_TITLES[skill], skill),
        description: plainText(SKILL_LINES[skill]),
      })),
    }),
    input(
      "reason",
      "What did they write or do, and what did it do for the customer?",
      {
        type: "plain_text_input",
        action_id: "kudos:reason",
        multiline: true,
        max_length: LONGEST,
        placeholder: plainText(
          "You said back how long that week had been for him, and he stopped shouting and explained.",
        ),
      },
      { hint: plainText("One real moment, without the customer's name.") },
    ),
    ...(link ? [linkInput()] : []),
    context(
      "They get it in a direct message, with your name, and decide themselves whether a channel sees it. You can take it back within a week. Nobody counts these.",
    ),
  ],
});

function personSelect(to: string | undefined, directory: Directory | undefined) {
  const select = { action_id: "kudos:to", placeholder: plainText("A colleague") };
  if (!directory) return { ...select, type: "users_select" as const, ...(to ? { initial_user: to } : {}) };
  const options = directory.people.slice(0, 100).map(({ id, name }) => option(name, id));
  const first = options.find(({ value }) => value === to);
  return {
    ...select,
    type: "static_select" as const,
    options,
    ...(first ? { initial_option: first } : {}),
  };
}

function linkInput(): KnownBlock {
  const options = [option("Add a link to the message", "link")];
  return input(
    "link",
    "The message",
    { type: "checkboxes", action_id: "kudos:link", options, initial_options: options },
    { optional: true, hint: plainText("Only people who can see that conversation can open it.") },
  );
}

/** What somebody filled in. */
export type GivenKudos = { to: string; skill: SkillName; reason: string; link: string | undefined };

/** Reads the dialogue; or says what to change, by field. */
export function readKudos({
  private_metadata,
  state: { values },
}: ViewOutput): { given: GivenKudos } | { errors: Record<string, string> } {
  const chosen = values.to?.["kudos:to"];
  const to = chosen?.selected_user ?? chosen?.selected_option?.value;
  const wanted = values.skill?.["kudos:skill"]?.selected_option?.value;
  const skill = SKILL_NAMES.find((one) => one === wanted);
  const reason = values.reason?.["kudos:reason"]?.value?.trim() ?? "";
  if (!to) return { errors: { to: "Choose a colleague." } };
  if (!skill) return { errors: { skill: "Choose what showed most." } };
  if (reason.length < SHORTEST)
    return { errors: { reason: "Say a little more: what they wrote or did, and what it did." } };
  if (reason.length > LONGEST) return { errors: { reason: `Keep it under ${LONGEST} characters.` } };
  const withLink = (values.link?.["kudos:link"]?.selected_options?.length ?? 0) > 0;
  const { link } = readOwn(private_metadata, ABOUT);
  return { given: { to, skill, reason, link: withLink ? link : undefined } };
}

/** Asks in which channel somebody wants to show what they got, with the very message. */
export const showModal = (id: string, shown: string, directory: Directory | undefined): ModalView => ({
  type: "modal",
  callback_id: "kudos:show-in",
  private_metadata: id,
  title: plainText("Show it in a channel"),
  submit: plainText("Show it"),
  close: plainText("Not now"),
  blocks: [
    input("channel", "In which channel?", channelSelect(directory), {
      hint: plainText("I have to be in it: write /invite and my name there."),
    }),
    section("Nothing is shown yet. The channel will see exactly this:"),
    { type: "divider" },
    section(shown),
  ],
});

function channelSelect(directory: Directory | undefined) {
  const select = { action_id: "kudos:channel", placeholder: plainText("A channel") };
  if (!directory)
    return {
      ...select,
      type: "conversations_select" as const,
      filter: { include: ["public" as const, "private" as const], exclude_external_shared_channels: true },
    };
  const options = directory.channels.slice(0, 100).map(({ id, name }) => option(name, id));
  return { ...select, type: "static_select" as const, options };
}

/** The channel that somebody chose. */
export function readPlace({ state: { values } }: ViewOutput): string | undefined {
  const chosen = values.channel?.["kudos:channel"];
  return chosen?.selected_conversation ?? chosen?.selected_option?.value;
}
