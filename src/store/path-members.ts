import type { Kysely } from "kysely";
import type { Membership } from "../programme/membership.ts";
import type { SessionRecord } from "../session/session.ts";
import { outdateHome } from "./homes.ts";
import type { Tables } from "./tables.ts";

/** Whose place on a path it is. */
export type Walker = { team: string; user: string };

/** A practice that came to an end and was debriefed: its flow, and by which id it is kept. */
export type Practised = { flow: string; practice: string };

/** What can be done with the paths people walk, within one transaction. */
export type Paths = {
  /** Every path somebody has joined, also those they have left or finished. */
  of(walker: Walker): Promise<Membership[]>;
  /** Writes down that somebody joins, leaves or finishes a path; the Home tab that shows it is shown again. */
  keep(walker: Walker, membership: Membership): Promise<void>;
  /** What somebody has practised to an end since an instant (ms since 1970), the oldest first, without retries. */
  practisedSince(walker: Walker, since: number): Promise<Practised[]>;
};

/** The paths people walk, on a transaction at an instant. */
export const pathMembers = (db: Kysely<Tables>, now: () => number): Paths => ({
  of: async ({ team, user }) => {
    const rows = await db
      .selectFrom("path_member")
      .selectAll()
      .where("team_id", "=", team)
      .where("user_id", "=", user)
      .orderBy("joined_at")
      .execute();
    return rows.map((row) => ({
      path: row.path,
      title: row.title,
      joinedAt: Number(row.joined_at),
      leftAt: row.left_at === null ? undefined : Number(row.left_at),
      finishedAt: row.finished_at === null ? undefined : Number(row.finished_at),
    }));
  },
  keep: async ({ team, user }, { path, title, joinedAt, leftAt, finishedAt }) => {
    const changing = {
      title,
      joined_at: joinedAt,
      left_at: leftAt ?? null,
      finished_at: finishedAt ?? null,
    };
    await db
      .insertInto("path_member")
      .values({ team_id: team, user_id: user, path, ...changing })
      .onConflict((conflict) => conflict.columns(["team_id", "user_id", "path"]).doUpdateSet(changing))
      .execute();
    await outdateHome(db, team, user, now());
  },
  practisedSince: async ({ team, user }, since) => {
    const rows = await db
      .selectFrom("session")
      .select(["id", "record"])
      .where("team_id", "=", team)
      .where("user_id", "=", user)
      .where("state", "=", "ended")
      .where("retry_of", "is", null)
      .where("trial_of", "is", null)
      .where("debriefed_at", ">=", since)
      .orderBy("debriefed_at")
      .orderBy("started_at")
      .execute();
    return rows.map(({ id, record }) => ({ practice: id, flow: (JSON.parse(record) as SessionRecord).flow }));
  },
});
