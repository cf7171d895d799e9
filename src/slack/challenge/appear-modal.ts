import type { ViewOutput } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { Challenge, Member } from "../../challenge/challenge.ts";
import { section } from "../message.ts";
import { plainText } from "../plain-text.ts";

const ON_BOARD = { text: plainText("Put me on the board"), value: "board" };

/** Asks how somebody wants to appear to the others. */
export const appearModal = ({ id, plan }: Challenge, { alias, onBoard }: Member): ModalView => ({
  type: "modal",
  callback_id: "challenge:appeared",
  private_metadata: id,
  title: plainText("How you appear"),
  submit: plainText("Save"),
  close: plainText("Not now"),
  blocks: [
    section(
      "Nothing that you do appears anywhere by itself. Where you want it to, this is the name it stands under.",
    ),
    {
      type: "input",
      block_id: "alias",
      optional: true,
      label: plainText("Another name"),
      hint: plainText("Leave it empty to appear under your own."),
      element: {
        type: "plain_text_input",
        action_id: "challenge:alias",
        max_length: 30,
        placeholder: plainText("Night Heron"),
        ...(alias ? { initial_value: alias } : {}),
      },
    },
    ...(plan.board
      ? [
          {
            type: "input" as const,
            block_id: "board",
            optional: true,
            label: plainText("The board"),
            hint: plainText(
              "It says in words what went well. It has no places, and is gone with the challenge.",
            ),
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
