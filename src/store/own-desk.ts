import type { Kysely } from "kysely";
import { type Elsewhere, elsewhereOf } from "./elsewhere.ts";
import { type Erased, erasePerson, forgetOver } from "./erase-person.ts";
import { type Limits, letGo } from "./let-go.ts";
import type { Person } from "./own-data.ts";
import type { Tables } from "./tables.ts";

type Whose = Pick<Person, "team" | "user">;

/** What can be done with everything that is kept about somebody, within one transaction. */
export type Own = {
  /** How many practices of theirs are kept, trials and messages taken again among them. */
  practices(whose: Whose): Promise<number>;
  /** What of theirs others see or rely on. */
  elsewhere(whose: Whose): Promise<Elsewhere>;
  /** Erases everything about somebody; with their direct message, also what waits to be sent there. */
  erase(whose: Whose & { channel?: string | undefined }): Promise<Erased>;
  /** Lets go of a batch of what a workspace has kept for long enough; says whether there is more. */
  letGo(team: string, limits: Limits): Promise<boolean>;
  /** Erases what has come to its end since. */
  eraseRest(whose: Whose): Promise<void>;
  /** Messages of a direct message that stood before an instant (ms since 1970) and may be deleted, by outbox id. */
  removable(channel: Pick<Person, "team" | "channel">, before: number, most: number): Promise<string[]>;
};

/** Everything that is kept about people, on a transaction at an instant. */
export const ownDesk = (db: Kysely<Tables>, now: () => number): Own => ({
  practices: async ({ team, user }) => {
    const all = db.selectFrom("session").select((eb) => eb.fn.countAll().as("practices"));
    const row = await all.where("team_id", "=", team).where("user_id", "=", user).executeTakeFirst();
    return Number(row?.practices ?? 0);
  },
  elsewhere: (whose) => elsewhereOf(db, whose),
  erase: (whose) => erasePerson(db, whose, now()),
  letGo: (team, limits) => letGo(db, team, limits, now()),
  eraseRest: async (whose) => {
    await forgetOver(db, whose, now());
  },
  removable: async ({ team, channel }, before, most) => {
    const rows = await db
      .selectFrom("outbox as posted")
      .select("posted.id")
      .where("posted.team_id", "=", team)
      .where("posted.channel_id", "=", channel)
      .where("posted.kind", "=", "post")
      .where("posted.state", "=", "sent")
      .where("posted.slack_ts", "is not", null)
      .where("posted.under_name", "=", 0)
      .where("posted.written_at", "<=", before)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("outbox as removal")
              .select("removal.id")
              .whereRef("removal.team_id", "=", "posted.team_id")
              .whereRef("removal.channel_id", "=", "posted.channel_id")
              .whereRef("removal.target_id", "=", "posted.id")
              .where("removal.kind", "=", "delete"),
          ),
        ),
      )
      .orderBy("posted.seq", "desc")
      .limit(most)
      .execute();
    return rows.map(({ id }) => id);
  },
});
