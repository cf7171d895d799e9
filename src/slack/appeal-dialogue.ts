import type { KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import { LONGEST_WHY } from "../feedback/appeal.ts";
import { type Appealable, appealablesOf, tellSaid, tellThought } from "../feedback/appealable.ts";
import { shortened } from "../feedback/shortened.ts";
import type { Turn } from "../session/session.ts";
import { button, context, escaped, section } from "./message.ts";

export const TITLE = "I see it differently";

/** The message of a practice that an appeal is about. */
export type Place = { practice: string; turn: number };

/** The button under a line: "I see it differently". It can stand in a message and in a dialogue. */
export const appealButton = (practice: string, turn: number) => ({
  ...button(TITLE, `appeal:${turn}`, JSON.stringify({ practice, turn } satisfies Place)),
  accessibility_label: `${TITLE}: message ${turn}`,
});

export const DIALOGUE = "appeal";
export const ABOUT = "appeal:about";
export const OPINION = "appeal:opinion";
const WHY = "appeal:why";
const CONSENT = "appeal:consent";

const LINE_SHOWN = 500;

/** The form in which a reading is answered; what one may say stands in it once a reading was chosen. */
export function appealDialogue(place: Place, turn: Turn, about?: string): ModalView {
  const all = appealablesOf(turn);
  const chosen = all.find((one) => one.about === about);
  const readings = all.map((one) => option(tellSaid(one), one.about));
  const initial = readings.find(({ value }) => value === chosen?.about);
  return {
    type: "modal",
    callback_id: DIALOGUE,
    private_metadata: JSON.stringify(place),
    title: { type: "plain_text", text: TITLE },
    submit: { type: "plain_text", text: "Note it" },
    close: { type: "plain_text", text: "Cancel" },
    blocks: [
      section(`Your message ${place.turn}: “${escaped(shortened(turn.reply, LINE_SHOWN))}”`),
      {
        type: "input",
        block_id: ABOUT,
        dispatch_action: true,
        label: { type: "plain_text", text: "Which reading do you see differently?" },
        element: {
          type: "static_select",
          action_id: ABOUT,
          placeholder: { type: "plain_text", text: "What I read in this line" },
          options: readings,
          ...(initial ? { initial_option: initial } : {}),
        },
      },
      ...(chosen ? [opinions(chosen)] : []),
      ...WORDS,
      context("The reading itself stays as it is."),
    ],
  };
}

const option = (text: string, value: string): PlainTextOption => ({
  text: { type: "plain_text", text },
  value,
});

// A block of its own for each reading, so that a choice made for another is not kept.
const opinions = ({ about, others }: Appealable): KnownBlock => ({
  type: "input",
  block_id: `${OPINION}:${about}`,
  label: { type: "plain_text", text: "How do you see it?" },
  element: {
    type: "static_select",
    action_id: OPINION,
    options: others.map((opinion) => option(tellThought(opinion), opinion)),
  },
});

const WORDS: KnownBlock[] = [
  {
    type: "input",
    block_id: WHY,
    optional: true,
    label: { type: "plain_text", text: "Why?" },
    hint: { type: "plain_text", text: "It is kept, and shown to a trainer, only if you tick the box below." },
    element: { type: "plain_text_input", action_id: WHY, multiline: true, max_length: LONGEST_WHY },
  },
  {
    type: "input",
    block_id: CONSENT,
    optional: true,
    label: { type: "plain_text", text: "May a trainer see these words?" },
    element: {
      type: "checkboxes",
      action_id: CONSENT,
      options: [
        {
          text: { type: "plain_text", text: "A trainer may use this line, without my name" },
          description: {
            type: "plain_text",
            text: "With the customer's words, and what came before without its words.",
          },
          value: "yes",
        },
      ],
    },
  },
];

type Held = {
  selected_option?: { value: string } | null;
  selected_options?: object[] | null;
  value?: string | null;
};

/** What was filled in when the form was sent off; without an opinion the form was quicker than its second question. */
export function filledIn(view: { private_metadata: string; state: { values: object } }) {
  const values = view.state.values as Record<string, Record<string, Held>>;
  const about = values[ABOUT]?.[ABOUT]?.selected_option?.value ?? "";
  return {
    ...(JSON.parse(view.private_metadata) as Place),
    about,
    thinks: values[`${OPINION}:${about}`]?.[OPINION]?.selected_option?.value,
    why: values[WHY]?.[WHY]?.value ?? undefined,
    consent: (values[CONSENT]?.[CONSENT]?.selected_options ?? []).length > 0,
  };
}
