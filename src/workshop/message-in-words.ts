import type { Message } from "./possible-messages.ts";

/** A message without words as a trainer reads it, such as "specific-validation + question for street". */
export function messageInWords({ shows, asks }: Message): string {
  const shown = shows.join(" + ") || "nothing";
  return asks.length > 0 ? `${shown} for ${asks.join(", ")}` : shown;
}
