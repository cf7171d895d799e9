import type { ViewOutput } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { Challenge, Member } from "../../challenge/challenge.ts";
import { section } from "../message.ts";

const plain = (text: string) => ({ type: "plain_text" as const, text });
const ON_BOARD = { text: plain("Put me on the board"), value: "board" };

/** Asks how somebody wants to appear to the others. */
export const appearModal = ({ id, plan }: Challenge, { alias, onBoard }: Member): ModalView => ({
  type: "modal",
  callback_id: "challenge:appeared",
  private_metadata: id,
  title: plain("How you appear"),
  submit: plain("Save"),
  close: plain("Not now"),
  blocks: [
    section(
      "Nothing that you do appears anywhere by itself. Where you want it to, this is the name it stands under.",
    ),
    {
      type: "input",
      block_id: "alias",
      optional: true,
      label: plain("Another name"),
      hint: plain("Leave it empty to appear under your own."),
      element: {
        type: "plain_text_input",
        action_id: "challenge:alias",
        max_length: 30,
        placeholder: plain("Night Heron"),
        ...(alias ? { initial_value: alias } : {}),
      },
    },
    ...(plan.board
      ? [
          {
            type: "input" as const,
            block_id: "board",
            optional: true,
            label: plain("The board"),
            hint: plain("It says in words what went well. It has no places, and is gone with the challenge."),
            element: {
              type: "checkboxes" as const,
              action_id: "challenge:board",
              options: [ON_BOARD],
              ...(onBoard ? { initial_options: [ON_BOARD] } : {}),
            },
          },
        ]
      : []),
  ],
});

/** How somebody wants to appear. */
export function readAppearance({ state: { values } }: ViewOutput): Pick<Member, "alias" | "onBoard"> {
  const alias = values.alias?.["challenge:alias"]?.value?.replace(/\s+/g, " ").trim();
  const chosen = values.board?.["challenge:board"]?.selected_options ?? [];
  return { alias: alias || undefined, onBoard: chosen.length > 0 };
}
