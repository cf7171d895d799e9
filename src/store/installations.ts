import type { Kysely } from "kysely";
import { clearDue, setDue } from "./due.ts";
import type { Sealed } from "./keyring.ts";
import type { Tables } from "./tables.ts";

/** The app's installation in a workspace or an organisation, sealed. */
export type KeptInstallation = Sealed & {
  /** The id of the workspace or the organisation. */
  team: string;
  /** When its token ends, in ms since 1970; nothing for one that does not. */
  expiresAt: number | undefined;
};

/** How long before its end a token is exchanged, in ms. */
export const EXCHANGED_AHEAD = 2 * 3_600_000;

/** How long everything of a workspace is still kept after the app was removed there, in ms. */
export const KEPT_AFTER_REMOVAL = 24 * 3_600_000;

/** Where the app is installed. */
export type Installations = {
  find(team: string): Promise<KeptInstallation | undefined>;
  /** Writes one down, in place of the one before; what was to be erased after a removal stays. */
  keep(installation: KeptInstallation): Promise<void>;
  /** The app was removed: its token goes at once, and everything else of the workspace a day later. */
  remove(team: string): Promise<void>;
  /** Takes it upon oneself to exchange its token, until an instant; false when another has. */
  hold(team: string, until: number): Promise<boolean>;
};

/** Installations on a transaction; `now` gives ms since 1970. */
export const installations = (db: Kysely<Tables>, now: () => number): Installations => ({
  find: (team) => installationOf(db, team),
  keep: async ({ team, sealed, keyId, expiresAt = null }) => {
    const changing = { sealed, key_id: keyId, expires_at: expiresAt, held_until: null };
    await db
      .insertInto("installation")
      .values({ team_id: team, installed_at: now(), ...changing })
      .onConflict((conflict) => conflict.column("team_id").doUpdateSet(changing))
      .execute();
    await clearDue(db, { team, kind: "purge", subject: team });
    const exchange = { team, kind: "token", subject: team } as const;
    if (expiresAt === null) await clearDue(db, exchange);
    else await setDue(db, { ...exchange, at: expiresAt - EXCHANGED_AHEAD });
  },
  remove: async (team) => {
    await db.deleteFrom("installation").where("team_id", "=", team).execute();
    await clearDue(db, { team, kind: "token", subject: team });
    await setDue(db, { team, kind: "purge", subject: team, at: now() + KEPT_AFTER_REMOVAL });
  },
  hold: async (team, until) => {
    const held = await db
      .updateTable("installation")
      .set({ held_until: until })
      .where("team_id", "=", team)
      .where((eb) => eb.or([eb("held_until", "is", null), eb("held_until", "<=", now())]))
      .executeTakeFirst();
    return Number(held.numUpdatedRows) > 0;
  },
});

/** The installation in a workspace or an organisation, if there is one. */
export async function installationOf(
  db: Kysely<Tables>,
  team: string,
): Promise<KeptInstallation | undefined> {
  const row = await db.selectFrom("installation").selectAll().where("team_id", "=", team).executeTakeFirst();
  if (!row) return undefined;
  const expiresAt = row.expires_at === null ? undefined : Number(row.expires_at);
  return { team, sealed: row.sealed, keyId: row.key_id, expiresAt };
}

/** Every workspace and organisation that the app is installed in, and the key that its token is sealed with. */
export async function allInstalled(db: Kysely<Tables>): Promise<Pick<KeptInstallation, "team" | "keyId">[]> {
  const rows = await db.selectFrom("installation").select(["team_id", "key_id"]).orderBy("team_id").execute();
  return rows.map(({ team_id, key_id }) => ({ team: team_id, keyId: key_id }));
}
