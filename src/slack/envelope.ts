import { createHash } from "node:crypto";
import type { Envelope } from "../store/inbox.ts";
import { teamOf } from "./team-of.ts";

type Body = Record<string, unknown>;
const text = (value: unknown) => (typeof value === "string" ? value : undefined);

/**
 * Names what came in, so that it is known again when Slack repeats it: an event by its event id, a command
 * or an action by its trigger. A body with neither is known by its content.
 */
export function envelopeOf(body: Body): Envelope {
  const id =
    text(body.event_id) ??
    text(body.trigger_id) ??
    createHash("sha256").update(JSON.stringify(body)).digest("hex");
  return { team: teamOf(body), id, body };
}

/** The envelope of what is being answered, whether its work is known to be done, and when it came if that was before now. */
export type Answered = Pick<Envelope, "team" | "id"> & { done?: boolean; receivedAt?: number };

/** Finds the envelope of what a listener is answering. */
export const envelopeIn = (context: object): Answered => (context as { envelope: Answered }).envelope;
