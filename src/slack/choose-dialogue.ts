import type { ModalView } from "@slack/types";
import { shortened } from "../feedback/shortened.ts";
import type { Flow } from "../flow/flow.ts";
import { effort, inOrder } from "../session/effort.ts";
import { flowSection, IN_VIEW, intro, NO_FLOWS, unlisted } from "./flow-list.ts";
import { context, escaped, section } from "./message.ts";
import { noteModal } from "./note-modal.ts";
import { plainText } from "./plain-text.ts";

/** The dialogue in which a customer is chosen. */
export const CHOOSE = "choose";
/** The question in it. */
export const CUSTOMER = "customer";
const TITLE = "Practise";

/** The customers as a dialogue, opened by the command wherever it was typed: one choice, and below it who they are. */
export function chooseDialogue(flows: readonly Flow[], command: string): ModalView {
  if (flows.length === 0) return noteModal(TITLE, NO_FLOWS);
  const listed = inOrder(flows).slice(0, IN_VIEW);
  const rest = unlisted(flows, IN_VIEW, command);
  return {
    type: "modal",
    callback_id: CHOOSE,
    title: plainText(TITLE),
    submit: plainText("Start practice"),
    close: plainText("Not now"),
    blocks: [
      section(intro(flows)),
      {
        type: "input",
        block_id: CUSTOMER,
        label: plainText("Customer"),
        element: {
          type: "static_select",
          action_id: `${CHOOSE}:${CUSTOMER}`,
          placeholder: plainText("With whom do you want to practise?"),
          options: listed.map((flow) => ({ text: plainText(nameOf(flow)), value: flow.id })),
        },
      },
      { type: "divider" },
      ...listed.map(flowSection),
      ...(rest ? [context(rest)] : []),
    ],
  };
}

// Slack's lists hold 75 characters.
function nameOf(flow: Flow): string {
  const how = ` (${effort(flow)})`;
  return `${shortened(flow.title, 74 - how.length)}${how}`;
}

type Held = { selected_option?: { value: string } | null };

/** The id of the customer that was chosen; nothing where a client lets it pass that none was. */
export function chosenIn(view: { state: { values: object } }): string | undefined {
  const values = view.state.values as Record<string, Record<string, Held>>;
  return values[CUSTOMER]?.[`${CHOOSE}:${CUSTOMER}`]?.selected_option?.value;
}

/** What the dialogue turns into once a customer was chosen. */
export const startedDialogue = ({ persona }: Flow): ModalView =>
  noteModal(
    TITLE,
    `*${escaped(persona.name)}* is writing to you now. Close this, and open your messages with the app.`,
  );

/** What it turns into where something is asked first: before a heavy practice, or within another one. */
export const askedDialogue = ({ title }: Flow): ModalView =>
  noteModal(
    TITLE,
    `I have written to you before *${escaped(title)}* begins. Close this, and open your messages with the app.`,
  );
