import type { KnownBlock, ModalView } from "@slack/types";
import { LONGEST_NOW } from "../../challenge/slip.ts";
import { shortened } from "../../feedback/shortened.ts";
import type { Session } from "../../session/session.ts";
import { button, context, escaped, flush, type Message, section } from "../message.ts";
import { plainText } from "../plain-text.ts";
import { input, option } from "./plan-inputs.ts";

/** The practice of a lead, and the challenge in whose thread they may show a message of it. */
export type SlipFrom = { challenge: string; practice: string };

const OFFER =
  "You may go first here, too: show your team one message of this practice that slipped, and what you would write there now. Nothing is shown before you have seen it as they will.";

/** Offers a lead, below their debrief, to show the team a slip. */
export const slipOffer = ({ challenge, practice }: SlipFrom): Message => ({
  text: OFFER,
  blocks: [
    section(OFFER),
    actions([button("Show the team a slip", "challenge:slip", JSON.stringify([challenge, practice]))]),
  ],
});

/** Asks the lead which message slipped, and what they would write there now. */
export function slipModal(
  from: SlipFrom,
  { turns }: Session,
  { turn, written }: { turn: number; written: string | undefined },
): ModalView {
  const offered = turns.slice(0, 100);
  const options = offered.map(({ n, reply }) => option(shortened(`${n}. ${reply}`, 72), String(n)));
  const chosen = options[Math.min(turn, options.length) - 1];
  const again = `You took message ${turn} again. If you leave your words as they are, the team also sees what they did.`;
  return {
    type: "modal",
    callback_id: "challenge:slip-written",
    private_metadata: JSON.stringify(from),
    title: plainText("Show a slip"),
    submit: plainText("Preview"),
    close: plainText("Not now"),
    blocks: [
      section("Nothing is shown yet. Next you see it exactly as your team will, and decide then."),
      input("line", "Which message?", {
        type: "static_select",
        action_id: "challenge:slip-line",
        placeholder: plainText("Choose a message"),
        options,
        ...(chosen ? { initial_option: chosen } : {}),
      }),
      input(
        "now",
        "What would you write there now?",
        {
          type: "plain_text_input",
          action_id: "challenge:slip-now",
          multiline: true,
          max_length: LONGEST_NOW,
          ...(written ? { initial_value: written.slice(0, LONGEST_NOW) } : {}),
        },
        { hint: plainText(written ? again : "In a sentence or two, as you would to this customer.") },
      ),
    ],
  };
}

/** A slip as the team sees it, in the thread of the challenge; without an id it is the preview. */
export function slipMessage(lead: string, parts: readonly string[], challenge?: string): Message {
  const head = `<@${lead}> goes first, and shows a slip:`;
  const told = parts.map((part) => escaped(flush(part)));
  const rule = `The customer is made up. <@${lead}> can take this back at any time.`;
  return {
    text: [head, ...told, rule].join("\n\n"),
    blocks: [
      section(`*${head}*`),
      ...told.map(section),
      context(rule),
      ...(challenge ? [actions([button("Take back", "challenge:slip-back", challenge)])] : []),
    ],
  };
}

/** The second page: the very message, and where it will stand. */
export const slipPreview = (message: Message, channel: string, kept: string): ModalView => ({
  type: "modal",
  callback_id: "challenge:slip-confirm",
  private_metadata: kept,
  title: plainText("What the team will see"),
  submit: plainText("Show it"),
  close: plainText("Back"),
  blocks: [
    section(`Nothing is shown yet. In the thread of the challenge, <#${channel}> will see exactly this:`),
    { type: "divider" },
    ...(message.blocks ?? []),
  ],
});

/** Tells the lead that their slip is shown, and how to take it back. */
export function slipShown(challenge: string, channel: string): Message {
  const text = `Your slip stands in the thread of the challenge in <#${channel}>. Thank you for going first.`;
  return {
    text,
    blocks: [section(text), actions([button("Take back", "challenge:slip-back", challenge)])],
  };
}

/** What stands in its place where Slack does not let it be removed. */
export const SLIP_GONE: Message = { text: "This slip was taken back." };

function actions(elements: ReturnType<typeof button>[]): KnownBlock {
  return { type: "actions", elements };
}
