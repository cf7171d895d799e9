import type { Kysely, Selectable } from "kysely";
import { compiled, compiledToSend } from "./compiled.ts";
import { inSoManyWords } from "./in-so-many-words.ts";
import type { Tables } from "./tables.ts";

type Person = { team: string; user: string };
type Key = { team: string; id: string };

/** What of a practice changes while it goes on. */
export type Changing = Pick<
  Selectable<Tables["session"]>,
  "state" | "record" | "pending" | "control_id" | "without_hints" | "updated_at" | "own_view" | "debriefed_at"
>;

// The rows that the index of what is running holds.
const RUNNING = inSoManyWords("playing", "paused");

/** The row of somebody's running practice. */
export const runningRow = compiled((db, { team, user }: Person) =>
  db
    .selectFrom("session")
    .selectAll()
    .where("team_id", "=", team)
    .where("user_id", "=", user)
    .where("state", "in", RUNNING),
);

/** The row of a practice. */
export const rowById = compiled((db, { team, id }: Key) =>
  db.selectFrom("session").selectAll().where("team_id", "=", team).where("id", "=", id),
);

/** The rows of somebody's practices that are over, the newest first; no trials. */
export const pastRows = compiled((db, { team, user, most }: Person & { most: number }) =>
  db
    .selectFrom("session")
    .selectAll()
    .where("team_id", "=", team)
    .where("user_id", "=", user)
    .where("state", "in", ["ended", "stopped"])
    .where("trial_of", "is", null)
    .orderBy("started_at", "desc")
    .orderBy("updated_at", "desc")
    .limit(most),
);

/** Changes the row of a practice, where there is one; its record alone is longer than all the rest. */
export const changeRow = compiled((db, given: Key & Changing) =>
  change(db, given).set({ ...changed(given), record: given.record }),
);

/** The same for one that was read before, and in which nothing was said since. */
export const changeAllButRecord = compiledToSend((db, given: Key & Omit<Changing, "record">) =>
  change(db, given).set(changed(given)),
);

const change = (db: Kysely<Tables>, { team, id }: Key) =>
  db.updateTable("session").where("team_id", "=", team).where("id", "=", id);

// The values one by one, as they are only known when the statement is run.
const changed = (given: Omit<Changing, "record">) => ({
  state: given.state,
  pending: given.pending,
  control_id: given.control_id,
  without_hints: given.without_hints,
  updated_at: given.updated_at,
  own_view: given.own_view,
  debriefed_at: given.debriefed_at,
});
