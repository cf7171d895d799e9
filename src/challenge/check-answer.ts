import { controlWordOf } from "../session/control-word.ts";

/** How many characters an answer in a relay may have; a chat is read on the go. */
export const LONGEST_ANSWER = 1_000;

/** Why a line can't be said to the customer of a relay as it is, in words for whoever wrote it. */
export function answerProblem(text: string, customer: string): string | undefined {
  if (text.trim() === "") return `Write what you would say to ${customer}.`;
  if (text.length > LONGEST_ANSWER)
    return `That is longer than anybody reads in a chat: ${text.length} characters. Keep it under ${LONGEST_ANSWER}.`;
  const word = controlWordOf(text);
  if (!word) return undefined;
  const alone = `“${word}” steers a practice in your direct message, and here it would be said to ${customer}.`;
  return `${alone} To leave this turn to somebody else, just close this page; nobody is told.`;
}
