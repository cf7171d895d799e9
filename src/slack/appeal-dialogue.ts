import type { KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import { LONGEST_WHY } from "../feedback/appeal.ts";
import { appealablesOf, tellAnswer, tellSaid } from "../feedback/appealable.ts";
import { shortened } from "../feedback/shortened.ts";
import { APPEAL_ASKS } from "../feedback/tell-appeal.ts";
import type { Turn } from "../session/session.ts";
import { button, context, escaped, section } from "./message.ts";
import { own, readOwn } from "./own-values.ts";

export const TITLE = APPEAL_ASKS.title;

/** The message of a practice that an appeal is about. */
export type Place = { practice: string; turn: number };

const PLACE = own.object({ practice: own.words, turn: own.count });

/** The message that a button or a dialogue is about. */
export const placeIn = (held: string | undefined): Place => readOwn(held, PLACE);

/** The button under a line: "I see it differently". It can stand in a message and in a dialogue. */
export const appealButton = (practice: string, turn: number) => ({
  ...button(TITLE, `appeal:${turn}`, JSON.stringify({ practice, turn } satisfies Place)),
  accessibility_label: `${TITLE}: message ${turn}`,
});

export const DIALOGUE = "appeal";
export const OPINION = "opinion";
const WHY = "why";
const CONSENT = "consent";

const LINE_SHOWN = 500;

/** The form in which a reading is answered: what I read, everything one may say of it, why, and the consent. */
export function appealDialogue(place: Place, turn: Turn): ModalView {
  const all = appealablesOf(turn);
  const readings = all.map((one) => `• ${tellSaid(one)}`).join("\n");
  return {
    type: "modal",
    callback_id: DIALOGUE,
    private_metadata: JSON.stringify(place),
    title: { type: "plain_text", text: TITLE },
    submit: { type: "plain_text", text: "Note it" },
    close: { type: "plain_text", text: "Cancel" },
    blocks: [
      section(`Your message ${place.turn}: “${escaped(shortened(turn.reply, LINE_SHOWN))}”`),
      section(`*What I read in it*\n${escaped(readings)}`),
      {
        type: "input",
        block_id: OPINION,
        label: { type: "plain_text", text: APPEAL_ASKS.thinks },
        element: {
          type: "static_select",
          action_id: `appeal:${OPINION}`,
          placeholder: { type: "plain_text", text: "One reading, as you see it" },
          options: all.flatMap(({ about, others }) =>
            others.map((opinion) => option(tellAnswer(about, opinion), `${about}/${opinion}`)),
          ),
        },
      },
      ...WORDS,
      context(APPEAL_ASKS.stays),
    ],
  };
}

const option = (text: string, value: string): PlainTextOption => ({
  text: { type: "plain_text", text },
  value,
});

const WORDS: KnownBlock[] = [
  {
    type: "input",
    block_id: WHY,
    optional: true,
    label: { type: "plain_text", text: APPEAL_ASKS.why },
    hint: { type: "plain_text", text: "It is kept, and shown to a trainer, only if you tick the box below." },
    element: {
      type: "plain_text_input",
      action_id: `appeal:${WHY}`,
      multiline: true,
      max_length: LONGEST_WHY,
    },
  },
  {
    type: "input",
    block_id: CONSENT,
    optional: true,
    label: { type: "plain_text", text: APPEAL_ASKS.consent },
    hint: {
      type: "plain_text",
      text: APPEAL_ASKS.agreedTo,
    },
    element: {
      type: "checkboxes",
      action_id: `appeal:${CONSENT}`,
      options: [option(APPEAL_ASKS.agreed, "yes")],
    },
  },
];

type Held = {
  selected_option?: { value: string } | null;
  selected_options?: object[] | null;
  value?: string | null;
};

/** What was filled in when the form was sent off; not every client makes sure that something was chosen. */
export function filledIn(view: { private_metadata: string; state: { values: object } }) {
  const values = view.state.values as Record<string, Record<string, Held>>;
  const held = (block: string) => values[block]?.[`appeal:${block}`];
  const [about = "", thinks = ""] = (held(OPINION)?.selected_option?.value ?? "").split("/");
  return {
    ...placeIn(view.private_metadata),
    about,
    thinks,
    why: held(WHY)?.value ?? undefined,
    consent: (held(CONSENT)?.selected_options ?? []).length > 0,
  };
}
