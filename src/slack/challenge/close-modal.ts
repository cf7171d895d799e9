import type { ViewOutput } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { type Challenge, isMetered } from "../../challenge/challenge.ts";
import { titleOf } from "../../challenge/tell-plan.ts";
import { escaped, section } from "../message.ts";
import { plainText } from "../plain-text.ts";

const END = { text: plainText("End it now, with a look back at it"), value: "ended" };
const CALL_OFF = { text: plainText("Call it off, without one"), value: "called-off" };

/** Says that a challenge is going on in a channel, and lets its lead end it. */
export const closeModal = ({ id, plan, lead }: Pick<Challenge, "id" | "plan" | "lead">): ModalView => ({
  type: "modal",
  callback_id: "challenge:close",
  private_metadata: id,
  title: plainText("A team challenge"),
  submit: plainText("End it"),
  close: plainText("Let it go on"),
  blocks: [
    section(
      `“${escaped(titleOf(plan))}” is going on in this channel; <@${lead}> launched it. One at a time is what people can keep in mind, so ask them before you end it.`,
    ),
    {
      type: "input",
      block_id: "how",
      label: plainText("To make room for another one"),
      hint: plainText(
        isMetered(plan) ? "What people did stays done." : "What was said in the channel stays there.",
      ),
      element: {
        type: "radio_buttons",
        action_id: "challenge:how",
        options: [END, CALL_OFF],
        initial_option: END,
      },
    },
  ],
});

/** How it is to end. */
export const readClosing = ({ state: { values } }: ViewOutput): "ended" | "called-off" =>
  values.how?.["challenge:how"]?.selected_option?.value === CALL_OFF.value ? "called-off" : "ended";
