import type { Appeal } from "./appeal.ts";
import { tellSaid, tellThought } from "./appealable.ts";

/** What somebody is asked who sees a reading differently, wherever they are asked. */
export const APPEAL_ASKS = {
  title: "I see it differently",
  about: "Which reading do you see differently?",
  thinks: "How do you see it?",
  why: "Why?",
  consent: "May a trainer see these words?",
  agreed: "A trainer may use this line, without my name",
  agreedTo: "With the customer's words, and what came before without its words.",
  stays: "The reading itself stays as it is.",
} as const;

/** What becomes of an appeal that was written down. */
export const tellNoted = (appeal: Appeal): string =>
  `Noted. The reading stays as it is; ${
    appeal.consent
      ? "a trainer may use this line and what you wrote, without your name, to make the reader better."
      : "trainers see which reading it was and both opinions, and none of your words."
  }\n${tellAppeal(appeal)}`;

/** Said when the same reading was answered before. */
export const tellNotedBefore = ({ turn, about, said }: Appeal): string =>
  `You have answered this reading already, and that stands: message ${turn}, ${tellSaid({ about, said })}. To say something else, take it back first.`;

/** Said when an appeal was taken back, now or before. */
export const tellTakenBack = (now: boolean): string =>
  `${now ? "You took this back" : "That was taken back already"}. Nothing of it is kept.`;

const tellAppeal = ({ turn, about, said, thinks }: Appeal) =>
  `Message ${turn}. ${tellSaid({ about, said })}. You say: ${tellThought(thinks)}.`;
