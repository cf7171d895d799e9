/** Words that steer a practice instead of being said to the customer. */
export const CONTROL_WORDS = ["hint", "pause", "resume", "stop", "softer"] as const;
export type ControlWord = (typeof CONTROL_WORDS)[number];

/** The control word a message consists of, if it is nothing else: "Stop!" is one, "stop the order" is not. */
export function controlWordOf(text: string): ControlWord | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[.!?]+$/, "")
    .trim();
  return CONTROL_WORDS.find((known) => known === word);
}
