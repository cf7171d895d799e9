import type { ViewOutput } from "@slack/bolt";
import type { KnownBlock, ModalView } from "@slack/types";
import { shortened } from "../feedback/shortened.ts";
import { SKILL_TITLES } from "../feedback/tell.ts";
import { SKILL_NAMES, type SkillName } from "../flow/flow.ts";
import type { Share } from "../store/shares.ts";
import { section } from "./message.ts";
import { plainText } from "./plain-text.ts";

const LONGEST_ANSWER = 600;
const LONGEST_QUOTE = 140;

/** Asks somebody who sees a share for a skill, a line, and what they noticed there. */
export const answerModal = ({ id, by, lines }: Share): ModalView => ({
  type: "modal",
  callback_id: "share:answered",
  private_metadata: id,
  title: plainText("Your answer"),
  submit: plainText("Send"),
  close: plainText("Not now"),
  blocks: [
    section(
      `Only <@${by}> is shown this. Speak of the line and what it does for the customer, not of the person.`,
    ),
    {
      type: "input",
      block_id: "skill",
      label: plainText("Skill"),
      element: {
        type: "radio_buttons",
        action_id: "share:skill",
        options: SKILL_NAMES.map((skill) => ({ text: plainText(SKILL_TITLES[skill]), value: skill })),
      },
    },
    ...(lines.length > 0 ? [lineInput(lines)] : []),
    {
      type: "input",
      block_id: "quote",
      optional: lines.length > 0,
      label: plainText(lines.length > 0 ? "Or quote other words from it" : "Quote the words you mean"),
      element: { type: "plain_text_input", action_id: "share:quote", max_length: LONGEST_QUOTE },
    },
    {
      type: "input",
      block_id: "noticed",
      label: plainText("What you noticed"),
      hint: plainText(`One to three sentences, at most ${LONGEST_ANSWER} characters.`),
      element: {
        type: "plain_text_input",
        action_id: "share:noticed",
        multiline: true,
        max_length: LONGEST_ANSWER,
      },
    },
  ],
});

// Slack offers 100 options of 75 characters.
const lineInput = (lines: Share["lines"]): KnownBlock => ({
  type: "input",
  block_id: "line",
  optional: true,
  label: plainText("Line"),
  element: {
    type: "static_select",
    action_id: "share:line",
    options: lines.slice(0, 100).map(({ turn, quote }, index) => ({
      text: plainText(`${turn}. ${shortened(quote, 65)}`),
      value: String(index),
    })),
  },
});

/** What somebody wrote there: the line is its place among the share's lines, or words they quote. */
export type Written = { skill: SkillName; line: number | undefined; quote: string; noticed: string };

/** Reads the dialogue, or says by field what is missing. */
export function readAnswer({ state: { values } }: ViewOutput): Written | { errors: Record<string, string> } {
  const skill = SKILL_NAMES.find((one) => one === values.skill?.["share:skill"]?.selected_option?.value);
  const line = values.line?.["share:line"]?.selected_option?.value;
  const quote = values.quote?.["share:quote"]?.value?.trim() ?? "";
  const noticed = values.noticed?.["share:noticed"]?.value?.trim() ?? "";
  if (!skill) return { errors: { skill: "Choose the skill that your answer is about." } };
  if (!line && !quote) return { errors: { quote: "Choose a line above, or quote the words you mean." } };
  if (line && quote) return { errors: { quote: "Choose a line above or quote words here, not both." } };
  if (!noticed) return { errors: { noticed: "A sentence about what you noticed is enough." } };
  if (noticed.length > LONGEST_ANSWER)
    return { errors: { noticed: `Please keep it to ${LONGEST_ANSWER} characters.` } };
  return {
    skill,
    line: line === undefined ? undefined : Number(line),
    quote: shortened(quote, LONGEST_QUOTE),
    noticed,
  };
}
