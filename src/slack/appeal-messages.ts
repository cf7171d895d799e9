import type { Appeal } from "../feedback/appeal.ts";
import { tellSaid, tellThought } from "../feedback/appealable.ts";
import { button, escaped, type Message, note, section } from "./message.ts";

const withTakeBack = (text: string, id: string): Message => ({
  text: escaped(text),
  blocks: [
    section(escaped(text)),
    { type: "actions", elements: [button("Take it back", "appeal:take-back", id)] },
  ],
});

const told = ({ turn, about, said, thinks }: Appeal) =>
  `Message ${turn}. ${tellSaid({ about, said })}. You say: ${tellThought(thinks)}.`;

/** Said when an appeal was written down: what becomes of it, and how to take it back. */
export const notedMessage = (appeal: Appeal, id: string): Message =>
  withTakeBack(
    `Noted. The reading stays as it is; ${
      appeal.consent
        ? "a trainer may use this line and what you wrote, without your name, to make the reader better."
        : "trainers see which reading it was and both opinions, and none of your words."
    }\n${told(appeal)}`,
    id,
  );

/** Said when the same reading was answered before; the earlier answer can be taken back here. */
export const notedBeforeMessage = ({ turn, about, said }: Appeal, earlier: string): Message =>
  withTakeBack(
    `You have answered this reading already, and that stands: message ${turn}, ${tellSaid({ about, said })}. To say something else, take it back first.`,
    earlier,
  );

/** What is left of the confirmation when an appeal was taken back. */
export const withdrawnMessage = note("Noted, and taken back.");

/** Said when an appeal was taken back, now or before. */
export const takenBackMessage = (now: boolean): Message =>
  note(`${now ? "You took this back" : "That was taken back already"}. Nothing of it is kept.`);
