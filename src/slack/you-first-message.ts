import type { KnownBlock } from "@slack/types";
import type { OwnView } from "../feedback/own-view.ts";
import { shortened } from "../feedback/shortened.ts";
import type { Session } from "../session/session.ts";
import { button, escaped, type Message, section } from "./message.ts";

// Slack lets one choose among a hundred, and one of them is none; longer talks ask about their last part.
const MOST_LINES = 99;
const NONE = { text: { type: "plain_text" as const, text: "None of them" }, value: "0" };
const HELPED = "helped";
const TAKE_BACK = "take-back";

/** Asks, before any verdict, which message helped most and which one the trainee would take back. */
export function youFirstMessage({ flow, turns }: Session, practice: string): Message {
  const intro = `This practice is over: that was ${flow.persona.name}. Before I say anything, two quick questions. You can leave either open.`;
  const helped = "Which of your messages helped most?";
  const takeBack = "Which one would you take back?";
  const options = turns.slice(-MOST_LINES).map(({ n, reply }) => ({
    text: { type: "plain_text" as const, text: shortened(`${n}. ${reply}`, 72) },
    value: String(n),
  }));
  const choice = (id: string, question: string): KnownBlock => ({
    type: "section",
    block_id: `${id}:${practice}`,
    text: { type: "mrkdwn", text: question, verbatim: true },
    accessory: {
      type: "static_select",
      action_id: `you-first:${id}`,
      placeholder: { type: "plain_text", text: "Pick a message" },
      options: [...options, NONE],
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

/** What somebody picked in one of the two lists, and in which practice. */
export function pickIn(
  block: string,
  value: string | undefined,
): { practice: string; picked: Partial<OwnView> } {
  const [which = "", practice = ""] = block.split(":");
  const turn = Number(value) > 0 ? Number(value) : undefined;
  return { practice, picked: which === HELPED ? { helped: turn } : { takeBack: turn } };
}
