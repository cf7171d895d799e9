import type { ModalView } from "@slack/types";
import { section } from "./message.ts";

/** A dialogue that only says something; the text must be escaped. */
export const noteModal = (title: string, mrkdwn: string): ModalView => ({
  type: "modal",
  title: { type: "plain_text", text: title },
  close: { type: "plain_text", text: "Close" },
  blocks: [section(mrkdwn)],
});
