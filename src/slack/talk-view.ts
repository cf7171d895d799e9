import type { KnownBlock, ModalView } from "@slack/types";
import { customerView } from "../feedback/customer-view.ts";
import { tellCustomerTurn, tellTurn } from "../feedback/tell-talk.ts";
import { type Stretch, type TurnTold, wholeTalk } from "../feedback/whole-talk.ts";
import type { Session } from "../session/session.ts";
import { appealButton } from "./appeal-dialogue.ts";
import { retryButton } from "./debrief-message.ts";
import { context, escaped, section } from "./message.ts";
import { noteModal, readingModal } from "./note-modal.ts";

// Two blocks a turn, and a few around them, of the hundred that a dialogue may have.
const MOST_TURNS = 45;

/** The whole talk, turn by turn, with the words that showed something in bold; any turn can be taken again. */
export function talkView(session: Session, practice: string): ModalView {
  const turns = wholeTalk(session);
  return readingModal("The whole talk", [
    context("The words in bold are what each finding stands on."),
    ...turns.slice(0, MOST_TURNS).flatMap((turn) => rows(turn, practice)),
    ...left(turns.length),
  ]);
}

function rows(told: TurnTold, practice: string): KnownBlock[] {
  const { turn, customerSaid, reply } = told;
  const said = customerSaid.map((line) => `> ${escaped(line)}`).join("\n");
  const body = [said, `*${turn}. You:* ${reply.map(inBold).join("")}`, ...tellTurn(told).map(escaped)];
  return [
    section(body.filter(Boolean).join("\n")),
    { type: "actions", elements: [retryButton(practice, turn), appealButton(practice, turn)] },
  ];
}

// Slack's own signs within the line would end the bold early, so they give way to signs that look like them.
const inBold = ({ text, marked }: Stretch): string => {
  const plain = escaped(text)
    .replaceAll("*", "∗")
    .replaceAll("_", "＿")
    .replaceAll("~", "∼")
    .replaceAll("`", "ˋ");
  const [, before = "", core = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(plain) ?? [];
  return marked && core !== "" ? `${before}*${core.replace(/\s*\n\s*/g, " ")}*${after}` : plain;
};

/** The same talk from the other seat: what the customer felt at each of the trainee's messages, and why. */
export function seatsView(session: Session): ModalView {
  const view = customerView(session);
  return readingModal("Swap seats", [
    section(`*The same talk as ${escaped(session.flow.persona.name)} lived it*`),
    ...view.slice(0, MOST_TURNS).map((turn) => section(escaped(tellCustomerTurn(turn)))),
    ...left(view.length),
  ]);
}

const left = (turns: number): KnownBlock[] =>
  turns > MOST_TURNS ? [context(`And ${turns - MOST_TURNS} more messages, too many to show here.`)] : [];

/** What the dialogue turns into once a message is taken again. */
export const retriedView = (): ModalView =>
  noteModal("The whole talk", "Close this, and look at your messages with the app: it goes on there.");
