import type { KnownBlock, PlainTextOption } from "@slack/types";
import { shortened } from "../feedback/shortened.ts";
import type { Turn } from "../session/session.ts";
import { plainText } from "./plain-text.ts";

/** The whole talk, where it is sent off to go back to one of its messages. */
export const GO_BACK = "go-back";

const MESSAGE = "message";
const WISH = "wish";
const WISHES = {
  retry: "Try again from there",
  appeal: "Say that I see its reading differently",
} as const;

/** What somebody can do with a message of theirs. */
export type Wish = keyof typeof WISHES;

/** Asks which message to go back to, and what for: two questions, however long the talk is. */
export const goBackInputs = (turns: readonly Turn[]): KnownBlock[] => [
  {
    type: "input",
    block_id: MESSAGE,
    label: plainText("Go back to one of your messages"),
    element: {
      type: "static_select",
      action_id: `${GO_BACK}:${MESSAGE}`,
      placeholder: plainText("Pick a message"),
      options: turns.map(({ n, reply }) => option(shortened(`${n}. ${reply}`, 72), String(n))),
    },
  },
  {
    type: "input",
    block_id: WISH,
    label: plainText("What would you like to do?"),
    element: {
      type: "radio_buttons",
      action_id: `${GO_BACK}:${WISH}`,
      options: Object.entries(WISHES).map(([wish, words]) => option(words, wish)),
    },
  },
];

type Held = { selected_option?: { value: string } | null };

/** Reads the two answers, or says by question what is missing: not every client makes sure of that. */
export function readGoBack(view: {
  private_metadata: string;
  state: { values: object };
}): { practice: string; turn: number; wish: Wish } | { errors: Record<string, string> } {
  const values = view.state.values as Record<string, Record<string, Held>>;
  const held = (block: string) => values[block]?.[`${GO_BACK}:${block}`]?.selected_option?.value ?? "";
  const turn = Number(held(MESSAGE));
  const wish = held(WISH);
  if (turn < 1) return { errors: { [MESSAGE]: "Pick the message that you want to go back to." } };
  if (!isWish(wish)) return { errors: { [WISH]: "Choose what you would like to do with it." } };
  return { practice: view.private_metadata, turn, wish };
}

const isWish = (value: string): value is Wish => Object.hasOwn(WISHES, value);

function option(text: string, value: string): PlainTextOption {
  return { text: plainText(text), value };
}
