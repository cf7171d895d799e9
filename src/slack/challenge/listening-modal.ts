import type { ViewOutput } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { Story } from "../../challenge/story.ts";
import { context, escaped, section } from "../message.ts";
import { plainText } from "../plain-text.ts";
import { input } from "./plan-inputs.ts";

const SHORTEST = 20;
const LONGEST = 1_500;
const LONGEST_QUESTION = 300;

/** What somebody writes into the dialogue. */
export type Written = { heard: string; question: string };

/** Asks what somebody heard in a story, and for the one question they would ask. */
export function listeningModal(
  id: string,
  story: Story,
  { before, isMember }: { before: Written | undefined; isMember: boolean },
): ModalView {
  const { name } = story.persona;
  return {
    type: "modal",
    callback_id: "listening:heard",
    private_metadata: id,
    title: plainText("What you heard"),
    submit: plainText(before ? "Change it" : "Send"),
    close: plainText("Not now"),
    blocks: [
      section(
        `Write it to ${escaped(name)}, in your own words: what happened, and what it was like. No advice; nothing has to be solved.`,
      ),
      input("heard", "What I heard", {
        type: "plain_text_input",
        action_id: "listening:heard",
        multiline: true,
        max_length: LONGEST,
        ...(before ? { initial_value: before.heard } : {}),
      }),
      input(
        "question",
        "The one question I would ask",
        {
          type: "plain_text_input",
          action_id: "listening:question",
          max_length: LONGEST_QUESTION,
          ...(before ? { initial_value: before.question } : {}),
        },
        { hint: plainText("Where has the story left something out?") },
      ),
      context(
        [
          "Nobody else sees what you write. You can change it until the end.",
          ...(isMember ? [] : ["Sending it lets you take part; nobody is told."]),
        ].join(" "),
      ),
    ],
  };
}

/** Reads the dialogue; or says what to change, by field. */
export function readWritten({
  state: { values },
}: ViewOutput): { written: Written } | { errors: Partial<Record<keyof Written, string>> } {
  const heard = values.heard?.["listening:heard"]?.value?.trim() ?? "";
  const question = values.question?.["listening:question"]?.value?.trim() ?? "";
  if (heard.length < SHORTEST) return { errors: { heard: "Say a little more: a sentence or two." } };
  if (heard.length > LONGEST) return { errors: { heard: `Keep it under ${LONGEST} characters.` } };
  if (question === "") return { errors: { question: "Write the one question you would ask." } };
  if (question.length > LONGEST_QUESTION)
    return { errors: { question: `Keep it under ${LONGEST_QUESTION} characters.` } };
  return { written: { heard, question } };
}
