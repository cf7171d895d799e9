import type { Debrief } from "../feedback/debrief.ts";
import { picture } from "../feedback/picture.ts";
import type { Flow } from "../flow/flow.ts";
import { escaped, type Message } from "./message.ts";

/** A message about a practice with its picture; as it is where no message was written. */
export function pictured(
  message: Message,
  told: Pick<Debrief, "flow" | "customer" | "view" | "turning">,
  meters: Flow["meters"],
): Message {
  const drawn = picture(told, meters);
  if (drawn === undefined) return message;
  const text = `${message.text}\n\n${escaped(drawn.alt)}`;
  return { ...message, text, picture: { ...drawn, name: `practice-${told.flow}.png` } };
}
