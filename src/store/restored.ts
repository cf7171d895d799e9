import type { Flow } from "../flow/flow.ts";
import { restore, type Session, type SessionRecord } from "../session/session.ts";
import type { Practice } from "./sessions.ts";

type Key = Pick<Practice, "team" | "id">;
type Remembered = { record: string; session: Session; at: number };

const remembered = new Map<string, Remembered>();
/** Some 9 kB each. */
const MOST = 2_000;
/** Somebody who practises writes again within this time (ms); nothing of a talk stays in memory for longer. */
const KEPT = 60_000;
let isSwept = false;

/**
 * The session that a record tells of, as text; one that was played a moment ago is not gone through again. Another
 * instance may have played on meanwhile, so it is the record that says whether it is still the same.
 */
export function restored({ team, id }: Key, flow: Flow, record: string): Session {
  const known = remembered.get(`${team}/${id}`);
  const session =
    known?.record === record
      ? known.session
      : remember({ team, id }, restore(flow, JSON.parse(record) as SessionRecord), record);
  asRead.add(session);
  return session;
}

// One that was only ever written may not have been kept after all.
const asRead = new WeakSet<Session>();

/** Whether a session stands in the store as it is, with nothing said since it was read. */
export const isAsRead = (session: Session): boolean => asRead.has(session);

/** What is kept of a session, as text; one in which nothing was said since is not told anew. */
export function recordOf({ team, id }: Key, session: Session): string {
  const known = remembered.get(`${team}/${id}`);
  if (known?.session === session) return known.record;
  const record = JSON.stringify(session.record);
  remember({ team, id }, session, record);
  return record;
}

// Remembers a session for a little while beside the record that is kept of it.
function remember({ team, id }: Key, session: Session, record: string): Session {
  const key = `${team}/${id}`;
  // The last in a map is what was remembered last.
  remembered.delete(key);
  remembered.set(key, { record, session, at: performance.now() });
  if (remembered.size > MOST) remembered.delete(remembered.keys().next().value ?? "");
  if (!isSwept) sweepLater();
  return session;
}

function sweepLater(): void {
  isSwept = true;
  setTimeout(sweep, KEPT).unref();
}

function sweep(): void {
  const now = performance.now();
  for (const [key, { at }] of remembered) if (now - at >= KEPT) remembered.delete(key);
  isSwept = false;
  if (remembered.size > 0) sweepLater();
}
