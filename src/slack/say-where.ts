import type { AckFn, RespondArguments, RespondFn, SlashCommand } from "@slack/bolt";
import { isDirect } from "./is-direct.ts";
import { note } from "./message.ts";
import { courtesy, type Surroundings } from "./surroundings.ts";

type Typed = { command: SlashCommand; ack: AckFn<string | RespondArguments>; respond: RespondFn };

const IN_PRIVATE = {
  response_type: "ephemeral" as const,
  ...note("It is in your direct message with me, where only you see it."),
};

// So every conversation of two is called, also the one with a colleague.
const isOfTwo = ({ channel_id, channel_name }: SlashCommand) =>
  channel_name === "directmessage" || isDirect(channel_id);

/** Takes a command whose answer comes in the direct message with the app, and says so where it was typed elsewhere. */
export const ackInPrivate = ({ command, ack }: Typed): Promise<void> =>
  isOfTwo(command) ? ack() : ack(IN_PRIVATE);

/** Says the same in a conversation of two, once it is known that it is not the one with the app. */
export async function sayWhere(
  around: Surroundings,
  { command, respond }: Typed,
  own: { channel: string },
): Promise<void> {
  if (isOfTwo(command) && command.channel_id !== own.channel) await courtesy(around, respond(IN_PRIVATE));
}
