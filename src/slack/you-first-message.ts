import type { KnownBlock } from "@slack/types";
import type { OwnView } from "../feedback/own-view.ts";
import { shortened } from "../feedback/shortened.ts";
import type { Session } from "../session/session.ts";
import { button, escaped, type Message, section } from "./message.ts";

// Slack lets one choose among a hundred; longer talks ask about their last part.
const MOST_LINES = 100;
const HELPED = "helped";
const TAKE_BACK = "take-back";

/** Asks, before any verdict, which message helped most and which one the trainee would take back. */
export function youFirstMessage({ flow, turns }: Session, practice: string): Message {
  const intro = `That was ${flow.persona.name}. Before I say anything, two quick questions. You can leave either open.`;
  const helped = "Which of your messages helped most?";
  const takeBack = "Which one would you take back?";
  const options = turns.slice(-MOST_LINES).map(({ n, reply }) => ({
    text: { type: "plain_text" as const, text: shortened(`${n}. ${reply}`, 72) },
    value: String(n),
  }));
  const choice = (id: string, question: string): KnownBlock => ({
    type: "section",
    block_id: id,
    text: { type: "mrkdwn", text: question },
    accessory: {
      type: "static_select",
      action_id: `you-first:${id}`,
      placeholder: { type: "plain_text", text: "Pick a message" },
      options,
    },
  });
  return {
    text: escaped([intro, helped, takeBack].join("\n")),
    blocks: [
      section(escaped(intro)),
      choice(HELPED, helped),
      choice(TAKE_BACK, takeBack),
      {
        type: "actions",
        elements: [button("Show my debrief", "debrief:show", practice, "primary")],
      },
    ],
  };
}

/** What is left of the questions once the debrief is there. */
export const answeredMessage = ({ flow }: Session): Message => {
  const text = `Your debrief of the talk with ${escaped(flow.persona.name)} is below.`;
  return { text, blocks: [section(text)] };
};

type Chosen = Record<string, Record<string, { selected_option?: { value: string } | null }>>;

/** What was picked in the message, from the state that Slack sends along with its button. */
export function ownViewIn(values: Chosen | undefined): OwnView {
  const pickedIn = (id: string) => {
    const value = Number(values?.[id]?.[`you-first:${id}`]?.selected_option?.value);
    return Number.isInteger(value) && value > 0 ? value : undefined;
  };
  return { helped: pickedIn(HELPED), takeBack: pickedIn(TAKE_BACK) };
}
