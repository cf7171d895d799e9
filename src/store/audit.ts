import { randomUUID } from "node:crypto";
import type { Kysely, Selectable } from "kysely";
import type { Tables } from "./tables.ts";

/** What is written down of privileged people, and of what was done with a person's data. */
export const ACTS = [
  "challenge-launched",
  "challenge-ended",
  "challenge-called-off",
  "lines-shown",
  "relay-replayed",
  "flow-brought",
  "flow-tried",
  "flow-published",
  "approval-asked",
  "flow-approved",
  "flow-sent-back",
  "flow-withdrawn",
  "draft-discarded",
  "flows-listed",
  "team-looked-at",
  "team-exported",
  "digest-on",
  "digest-off",
  "role-given",
  "role-taken",
  "setting-changed",
  "settings-opened",
  "audit-read",
  "audit-exported",
  "data-exported",
  "data-erased",
] as const;
export type Act = (typeof ACTS)[number];

/** Who did what, about what, or was not let. */
export type Deed = {
  team: string;
  /** Nobody where the app did it by itself, such as when a time was over. */
  by: string | undefined;
  did: Act;
  /** Ids and names, such as a channel's or a flow's; never words that somebody wrote. */
  about: readonly string[];
  denied?: boolean;
};

/** The same as it was written down; `at` in ms since 1970. */
export type Audited = Deed & { id: string; at: number; denied: boolean };

/** How long it is kept, in days. */
export const AUDIT_DAYS = 400;

/** What can be done with the audit log within one transaction: nobody changes or erases what stands in it. */
export type AuditDesk = {
  write(deed: Deed): Promise<void>;
  /** The newest first, at most so many; with `before`, only what is older than the one of that id. */
  read(team: string, most: number, before?: string): Promise<Audited[]>;
};

/** The audit log of a database; `now` gives ms since 1970. */
export function auditLog(db: Kysely<Tables>, now: () => number): AuditDesk {
  let written = 0;
  return {
    write: async ({ team, by, did, about, denied = false }) => {
      const at = now();
      // What happens in one transaction often happens in the same moment, and still in an order.
      const id = `${String(at).padStart(15, "0")}-${String(++written).padStart(5, "0")}-${randomUUID()}`;
      await db
        .insertInto("audit")
        .values({
          ...{ team_id: team, id, at, by_user: by ?? null, did },
          ...{ about: about.map(cut).join("\n"), denied: denied ? 1 : 0 },
        })
        .execute();
    },
    read: async (team, most, before) => {
      const all = db.selectFrom("audit").selectAll().where("team_id", "=", team);
      const rows = await (before ? all.where("id", "<", before) : all)
        .orderBy("id", "desc")
        .limit(most)
        .execute();
      return rows.map(toAudited);
    },
  };
}

/** Forgets what is older than an instant. */
export async function forgetAudit(db: Kysely<Tables>, before: number): Promise<void> {
  await db.deleteFrom("audit").where("at", "<", before).execute();
}

// An id that somebody made up can be of any length.
const cut = (word: string) => word.replaceAll(/\s+/g, " ").slice(0, 120);

const toAudited = (row: Selectable<Tables["audit"]>): Audited => ({
  team: row.team_id,
  id: row.id,
  at: Number(row.at),
  by: row.by_user ?? undefined,
  did: row.did as Act,
  about: row.about === "" ? [] : row.about.split("\n"),
  denied: Number(row.denied) === 1,
});
