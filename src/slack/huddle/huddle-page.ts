import type { ViewOutput } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { Huddle, Source } from "../../challenge/huddle.ts";
import { turnsToReplay } from "../../challenge/next-lines.ts";
import { HOW_IT_GOES } from "../../challenge/tell-huddle.ts";
import { input, option } from "../challenge/plan-inputs.ts";
import { button, context, section } from "../message.ts";
import { noteModal, readingModal } from "../note-modal.ts";
import { own, readOwn } from "../own-values.ts";
import { plainText } from "../plain-text.ts";
import type { Replay } from "./find-replay.ts";

/** What these pages are called. */
const HUDDLE_TITLE = "Replay a talk";

const nameOf = ({ kind, id }: Source) => `${kind}:${id}`;

// An untouched choice is not sent by every Slack, so the page itself keeps what it showed.
type Choosing = { channel: string; shown: string };
const CHOOSING = own.object({ channel: own.words, shown: own.words });

/** Asks which talk is replayed; the newest is chosen already. */
export function choosePage(channel: string, replays: readonly Replay[]): ModalView {
  const options = replays.slice(0, 100).map((replay) => option(labelOf(replay), nameOf(replay.source)));
  return {
    type: "modal",
    callback_id: "huddle:begin",
    private_metadata: JSON.stringify({ channel, shown: options[0]?.value ?? "" } satisfies Choosing),
    title: plainText(HUDDLE_TITLE),
    submit: plainText("Begin"),
    close: plainText("Not now"),
    blocks: [
      section(`For a meeting: <#${channel}> goes through a talk together. ${HOW_IT_GOES}`),
      input(
        "source",
        "Which talk?",
        {
          type: "static_select",
          action_id: "huddle:source",
          placeholder: plainText("Choose a talk"),
          options,
          ...(options[0] ? { initial_option: options[0] } : {}),
        },
        { hint: plainText("You lead it: only you go on to the next turn.") },
      ),
      context("It begins at once and is seen by everybody in the channel, in a thread."),
    ],
  };
}

function labelOf({ source, title, session }: Replay): string {
  const turns = turnsToReplay(session).length;
  const many = turns === 1 ? " (1 turn)" : ` (${turns} turns)`;
  const what = source.kind === "relay" ? "Relay: " : "Yours: ";
  const most = 75 - what.length - many.length;
  return `${what}${title.length > most ? `${title.slice(0, most - 1)}…` : title}${many}`;
}

/** The channel, and the talk that was chosen. */
export function readChoice(view: ViewOutput): { channel: string; source: Source | undefined } {
  const { channel, shown } = readOwn(view.private_metadata, CHOOSING);
  const chosen = view.state.values.source?.["huddle:source"]?.selected_option?.value ?? shown;
  const [, kind, id] = /^(relay|share):(.+)$/.exec(chosen) ?? [];
  return { channel, source: kind && id ? { kind: kind as Source["kind"], id } : undefined };
}

/** Said where there is nothing to replay, with what to do about it. */
export function nothingPage(leads: boolean, command: string): ModalView {
  const own = `To replay a practice of your own, share its whole talk with this channel first (the button is under its debrief); then type ${command} huddle again.`;
  const relay = leads
    ? `A relay that this channel has finished can be replayed; ${command} challenge launches one.`
    : "The relays of this channel are replayed by those who launch challenges.";
  return noteModal(HUDDLE_TITLE, `There is nothing here to replay yet. ${relay}\n${own}`);
}

/** Said where one is going on already; who may end it is offered that. */
export function openPage({ id, host }: Huddle, mayEnd: boolean): ModalView {
  const text = `<@${host}> is replaying a talk in this channel, in the thread of its message. One at a time is what people can follow.`;
  const end = { type: "actions" as const, elements: [button("End it", "huddle:end", id)] };
  return readingModal(HUDDLE_TITLE, [section(text), ...(mayEnd ? [end] : [])]);
}
