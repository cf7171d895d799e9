import type { Json } from "./blocks.ts";
import type { Workspace } from "./workspace.ts";

/** Something Slack would send to the app, ready to go now, later, twice or never. */
export type Envelope = {
  kind: "event" | "interaction" | "command";
  person: string;
  /** The message it is about, or the moment it was made. */
  ts: string;
  body: Json;
};

/** Wraps an event the way the Events API does, with an event_id of its own. */
export function eventEnvelope(workspace: Workspace, person: string, event: Json): Envelope {
  const { team, enterprise, orgWide, app, clock, nextId } = workspace;
  const made = typeof event.event_ts === "string" ? event.event_ts : clock.ts();
  const body = {
    token: "verification-token",
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: enterprise?.id ?? null,
    ...(enterprise ? { enterprise_id: enterprise.id } : {}),
    api_app_id: app.id,
    event: { ...event, event_ts: made },
    type: "event_callback",
    event_id: nextId("Ev"),
    event_time: Math.floor(clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: enterprise?.id ?? null,
        // An installation for the whole organisation is no workspace's own.
        team_id: orgWide ? null : team.id,
        user_id: app.botUser,
        is_bot: true,
        is_enterprise_install: orgWide,
      },
    ],
    is_ext_shared_channel: false,
    event_context: nextId("4-"),
  };
  return { kind: "event", person, ts: String(event.ts ?? made), body };
}
