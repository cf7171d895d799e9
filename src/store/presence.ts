import { type Kysely, sql } from "kysely";
import type { Owner } from "./keeping.ts";
import type { Tables } from "./tables.ts";
import { WHAT_IS_KEPT } from "./what-is-kept.ts";

type Db = Kysely<Tables>;

/** Who is still there, as far as Slack was asked; instants in ms since 1970. */
export type Presence = {
  /** Notes everybody about whom something is kept, so that they will be asked about. */
  noteEverybody(team: string): Promise<void>;
  /** People about whom Slack was not asked since an instant, those of longest ago first. */
  toAskAbout(team: string, since: number, most: number): Promise<string[]>;
  /** Notes what Slack says, and gives since when they are known to be gone; nothing for who is there. */
  noteAnswer(team: string, user: string, isGone: boolean): Promise<number | undefined>;
};

// Somebody of whom only what belongs to others is left is not looked for.
const THEIRS = Object.entries(WHAT_IS_KEPT).flatMap(([table, { whose = {} }]) =>
  Object.entries(whose as Record<string, Owner>)
    .filter(([, { forget }]) => forget === "row" || forget === "name")
    .map(([column]) => ({ table, column })),
);

/** Who is still there, in a database at an instant. */
export const presence = (db: Db, now: () => number): Presence => ({
  noteEverybody: async (team) => {
    const everybody = THEIRS.filter(({ table }) => table !== "presence").map(
      ({ table, column }) =>
        sql`select ${sql.ref(column)} as user_id from ${sql.table(table)}
          where team_id = ${team} and ${sql.ref(column)} is not null`,
    );
    await sql`insert into presence (team_id, user_id, asked_at)
      select cast(${team} as text), everybody.user_id, 0 from (${sql.join(everybody, sql` union `)}) as everybody
      where true on conflict do nothing`.execute(db);
  },
  toAskAbout: async (team, since, most) => {
    const all = db.selectFrom("presence").select("user_id").where("team_id", "=", team);
    const rows = await all.where("asked_at", "<", since).orderBy("asked_at").limit(most).execute();
    return rows.map(({ user_id }) => user_id);
  },
  noteAnswer: async (team, user, isGone) => {
    const row = await db
      .updateTable("presence")
      .set((eb) => ({
        asked_at: now(),
        gone_since: isGone ? eb.fn.coalesce("gone_since", eb.val(now())) : null,
      }))
      .where("team_id", "=", team)
      .where("user_id", "=", user)
      .returning("gone_since")
      .executeTakeFirst();
    return row?.gone_since == null ? undefined : Number(row.gone_since);
  },
});
