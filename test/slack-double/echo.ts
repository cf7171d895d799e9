import type { Envelope } from "./envelope.ts";
import { echoOf } from "./message-events.ts";
import type { Team } from "./team.ts";
import type { Perform } from "./web-api.ts";

/** The same calls, after which the app hears what it said itself in direct messages, as it does in Slack. */
export function echoing(
  perform: Perform,
  teams: Team[],
  deliver: (envelope: Envelope) => Promise<unknown>,
): Perform {
  return (method, args, token) => {
    const before = teams.map(({ workspace }) => workspace.messages.length);
    const result = perform(method, args, token);
    for (const [index, { workspace }] of teams.entries())
      for (const message of workspace.messages.slice(before[index])) {
        const isDm = workspace.channels.get(message.channel)?.kind === "im";
        // An app that speaks before it listens does not hear itself.
        if (isDm && !message.for) deliver(echoOf(workspace, message)).catch(() => {});
      }
    return result;
  };
}
