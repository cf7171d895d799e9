import type { ViewOutput } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { careTogether } from "../../challenge/care-together.ts";
import type { Challenge, Member } from "../../challenge/challenge.ts";
import { LONGEST_ANSWER } from "../../challenge/check-answer.ts";
import { type Relay, waitingTurn } from "../../challenge/relay.ts";
import { whoSeesWhat } from "../../challenge/tell-plan.ts";
import { lastAnswer } from "../../challenge/tell-relay.ts";
import { context, section } from "../message.ts";
import { own, readOwn } from "../own-values.ts";
import { plainText } from "../plain-text.ts";
import { input } from "./plan-inputs.ts";
import { quoted } from "./quoted.ts";
import { saidBlocks } from "./relay-message.ts";

/** What these pages are called. */
export const RELAY_TITLE = "Answer the customer";

/** Which turn (1-based) of which challenge is being answered, kept with the page. */
export type Answering = { challenge: string; turn: number };

const ANSWERING = own.object({ challenge: own.words, turn: own.count });

/** The page on which somebody answers: what the customer said last, and one field. */
export function answerPage(relay: Relay, { alias }: Member): ModalView {
  const { flow, unanswered, said } = relay.session;
  const care = flow.care.heavy ? careTogether(flow) : undefined;
  const before = lastAnswer(relay);
  const lines = unanswered.length > 0 ? unanswered : said.slice(-1);
  const answering: Answering = { challenge: relay.challenge, turn: waitingTurn(relay) };
  const name = alias ? `“${alias}”` : "your own name";
  return {
    type: "modal",
    callback_id: "relay:answered",
    private_metadata: JSON.stringify(answering),
    title: plainText(RELAY_TITLE),
    submit: plainText("Send"),
    close: plainText("Not now"),
    blocks: [
      ...(care ? [context(quoted(care, 1_900))] : []),
      ...(before ? [context(`A colleague wrote: “${quoted(before, 1_800)}”`)] : []),
      ...saidBlocks(flow, lines),
      input(
        "answer",
        "What do you say?",
        {
          type: "plain_text_input",
          action_id: "relay:text",
          multiline: true,
          max_length: LONGEST_ANSWER,
          focus_on_load: true,
        },
        { hint: plainText(`Everybody in this channel sees it, under ${name}.`) },
      ),
    ],
  };
}

/** Offers to join to somebody who wants to answer and has not. */
export const joinFirstPage = ({ id, plan }: Challenge): ModalView => ({
  type: "modal",
  callback_id: "relay:join",
  private_metadata: id,
  title: plainText(RELAY_TITLE),
  submit: plainText("Join and answer"),
  close: plainText("Not now"),
  blocks: [
    section("Only those who have joined answer here. You can join now and take this turn."),
    context(["*Who sees what*", ...whoSeesWhat(plan).map((line) => `• ${line}`)].join("\n")),
  ],
});

/** What was written on the page, and for which turn. */
export function readAnswer({
  state: { values },
  private_metadata,
}: ViewOutput): Answering & { text: string } {
  const text = values.answer?.["relay:text"]?.value?.trim() ?? "";
  return { ...readOwn(private_metadata, ANSWERING), text };
}
