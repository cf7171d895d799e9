import { refusal } from "./refusal.ts";
import type { Workspace } from "./workspace.ts";

const TRIGGER_LIFE_MS = 3000;
const RESPONSE_LIFE_MS = 30 * 60 * 1000;
const RESPONSE_USES = 5;

/** Where a response_url leads: who acted, and on what message if on any. */
export type Origin = { person: string; channel: string; ts?: string };

/** What an act of a person lets the app do for a while: open a modal once, answer in place five times. */
export type Tickets = {
  trigger: (person: string) => string;
  exchange: (trigger: unknown) => string;
  responseUrl: (origin: Origin) => string;
  respond: (id: string) => Origin;
  /** Whether a trigger or an id of a response_url was given out here. */
  knows: (ticket: unknown) => boolean;
};

/** No tickets out yet. */
export function createTickets(workspace: Workspace): Tickets {
  const triggers = new Map<string, { person: string; at: number; used: boolean }>();
  const responses = new Map<string, { origin: Origin; at: number; uses: number }>();
  const { clock, nextId } = workspace;
  return {
    trigger(person) {
      const id = `${clock.now()}.${nextId("")}.${person}`;
      triggers.set(id, { person, at: clock.now(), used: false });
      return id;
    },
    exchange(trigger) {
      const known = triggers.get(String(trigger));
      if (!known) throw refusal("invalid_trigger_id");
      if (known.used) throw refusal("exchanged_trigger_id");
      if (clock.now() - known.at >= TRIGGER_LIFE_MS) throw refusal("expired_trigger_id");
      known.used = true;
      return known.person;
    },
    responseUrl(origin) {
      const id = nextId("R");
      responses.set(id, { origin, at: clock.now(), uses: 0 });
      return `${workspace.address}/response/${id}`;
    },
    respond(id) {
      const known = responses.get(id);
      if (!known || clock.now() - known.at >= RESPONSE_LIFE_MS) throw refusal("expired_url");
      if (known.uses >= RESPONSE_USES) throw refusal("used_url");
      known.uses += 1;
      return known.origin;
    },
    knows: (ticket) => triggers.has(String(ticket)) || responses.has(String(ticket)),
  };
}
