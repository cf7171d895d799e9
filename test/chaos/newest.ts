import { elements, objects } from "../slack-double/blocks.ts";
import type { Message } from "../slack-double/workspace.ts";

/** The newest button whose action id begins like that, among these messages. */
export function newest(
  messages: readonly Message[],
  button: string,
): [seen: Message, action: string] | undefined {
  for (const message of messages.toReversed()) {
    const found = elements(objects(message.blocks)).find(({ element }) =>
      String(element.action_id).startsWith(button),
    );
    if (found) return [message, String(found.element.action_id)];
  }
  return undefined;
}
