import { gemoji } from "gemoji";
import type { Flow } from "../flow/flow.ts";
import { escaped, type Message } from "./message.ts";

const names = new Map(gemoji.map(({ emoji, names }) => [emoji.replaceAll("\uFE0F", ""), names[0]]));

/** A line of the customer, under their own name, which always says that they are made up. */
export function personaLine(
  { persona }: { persona: Pick<Flow["persona"], "name" | "emoji"> },
  text: string,
): Message {
  const icon = names.get(persona.emoji.replaceAll("\uFE0F", ""));
  return {
    text: escaped(text),
    username: `${persona.name} (practice customer)`,
    icon_emoji: icon ? `:${icon}:` : ":speech_balloon:",
  };
}
