import type { Appeal } from "../feedback/appeal.ts";
import { tellNoted, tellNotedBefore, tellTakenBack } from "../feedback/tell-appeal.ts";
import { button, escaped, type Message, note, section } from "./message.ts";

const withTakeBack = (text: string, id: string): Message => ({
  text: escaped(text),
  blocks: [
    section(escaped(text)),
    { type: "actions", elements: [button("Take it back", "appeal:take-back", id)] },
  ],
});

/** Said when an appeal was written down: what becomes of it, and how to take it back. */
export const notedMessage = (appeal: Appeal, id: string): Message => withTakeBack(tellNoted(appeal), id);

/** Said when the same reading was answered before; the earlier answer can be taken back here. */
export const notedBeforeMessage = (appeal: Appeal, earlier: string): Message =>
  withTakeBack(tellNotedBefore(appeal), earlier);

/** What is left of the confirmation when an appeal was taken back. */
export const withdrawnMessage = note("Noted, and taken back.");

/** Said when an appeal was taken back, now or before. */
export const takenBackMessage = (now: boolean): Message => note(tellTakenBack(now));
