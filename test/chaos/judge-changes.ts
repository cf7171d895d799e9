import { elements, objects } from "../slack-double/blocks.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";

/** Of every message that was changed, what stands there is what was sent last, whichever change arrived last. */
export function judgeChanges({ calls, workspace }: SlackDouble): string[] {
  const changes = calls.filter(({ method, result }) => method === "chat.update" && result.ok === true);
  // In the order in which the app sent them off, a later one of a message in place of an earlier one.
  const newest = new Map(changes.map(({ args }) => [`${args.channel}/${args.ts}`, args]));
  return workspace.messages.flatMap((message) => {
    const sent = newest.get(`${message.channel}/${message.ts}`);
    if (!sent || looks(sent) === looks(message)) return [];
    return [`In ${message.channel} "${looks(message)}" stands in place of the newer "${looks(sent)}".`];
  });
}

const looks = ({ text, blocks }: { text?: unknown; blocks?: unknown }) =>
  [text, ...elements(objects(blocks)).map(({ element }) => element.action_id)].join(" / ");
