import type { KnownBlock, ModalView } from "@slack/types";
import { section } from "./message.ts";

/** A dialogue to read and to close. */
export const readingModal = (title: string, blocks: KnownBlock[]): ModalView => ({
  type: "modal",
  title: { type: "plain_text", text: title },
  close: { type: "plain_text", text: "Close" },
  blocks,
});

/** A dialogue that only says something; the text must be escaped. */
export const noteModal = (title: string, mrkdwn: string): ModalView => readingModal(title, [section(mrkdwn)]);
