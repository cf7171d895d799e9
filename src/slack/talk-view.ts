import type { KnownBlock, ModalView } from "@slack/types";
import { customerView } from "../feedback/customer-view.ts";
import { tellCustomerTurn, tellTurn } from "../feedback/tell-talk.ts";
import { SILENCE, type Stretch, type TurnTold, wholeTalk } from "../feedback/whole-talk.ts";
import { type Session, saidIntoSilence } from "../session/session.ts";
import { GO_BACK, goBackInputs } from "./go-back-inputs.ts";
import { context, escaped, flush, section } from "./message.ts";
import { readingModal } from "./note-modal.ts";

// A block a turn, and a few around them, of the hundred that a dialogue may have.
const MOST_TURNS = 90;

/** The whole talk, turn by turn, with the words that showed something in bold; at its end one can go back to any turn. */
export function talkView(session: Session, practice: string): ModalView {
  const turns = wholeTalk(session);
  return {
    ...readingModal("The whole talk", [
      context(
        "The words in bold are what each finding stands on. At the end you can go back to any of your messages.",
      ),
      ...turns.slice(0, MOST_TURNS).map(row),
      ...left(turns.length),
      ...silence(saidIntoSilence(session)),
      { type: "divider" },
      ...goBackInputs(session.turns.slice(0, MOST_TURNS)),
    ]),
    callback_id: GO_BACK,
    private_metadata: practice,
    submit: { type: "plain_text", text: "Go on" },
  };
}

function row(told: TurnTold): KnownBlock {
  const { turn, customerSaid, reply } = told;
  const body = [
    quoted(customerSaid),
    `*${turn}. You:* ${reply.map(inBold).join("")}`,
    ...tellTurn(told).map(escaped),
  ];
  return section(body.filter(Boolean).join("\n"));
}

const silence = (said: readonly string[]): KnownBlock[] =>
  said.length > 0 ? [section(`${SILENCE}\n${quoted(said)}`)] : [];

const quoted = (said: readonly string[]) => said.map((line) => `> ${escaped(line)}`).join("\n");

// Slack's own signs within the line would end the bold early, so they give way to signs that look like them.
const inBold = ({ text, marked }: Stretch): string => {
  const plain = escaped(text).replaceAll("*", "∗").replaceAll("_", "＿").replaceAll("~", "∼");
  const [, before = "", core = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(plain) ?? [];
  return marked && core !== "" ? `${before}*${core.replace(/\s*\n\s*/g, " ")}*${after}` : plain;
};

/** The same talk from the other seat: what the customer felt at each of the trainee's messages, and why. */
export function seatsView(session: Session): ModalView {
  const view = customerView(session);
  return readingModal("Swap seats", [
    section(`*The same talk as ${escaped(session.flow.persona.name)} lived it*`),
    ...view.slice(0, MOST_TURNS).map((turn) => section(escaped(flush(tellCustomerTurn(turn))))),
    ...left(view.length),
  ]);
}

const left = (turns: number): KnownBlock[] =>
  turns > MOST_TURNS ? [context(`And ${turns - MOST_TURNS} more messages, too many to show here.`)] : [];
