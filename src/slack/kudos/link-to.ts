import type { MessageShortcut } from "@slack/bolt";

/** Where the message of a shortcut stands, as an address; nothing where Slack does not say enough. */
export function linkTo({ team, channel, message }: MessageShortcut): string | undefined {
  const { thread_ts } = message as { thread_ts?: string };
  if (!team?.domain || !/^[\w-]+$/.test(team.domain)) return undefined;
  const place = `https://${team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace(".", "")}`;
  return thread_ts && thread_ts !== message.ts ? `${place}?thread_ts=${thread_ts}&cid=${channel.id}` : place;
}
