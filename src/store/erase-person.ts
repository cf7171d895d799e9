import { type Kysely, sql } from "kysely";
import { setDue } from "./due.ts";
import { forgetFlows } from "./flow-sources.ts";
import { forgetHuddles } from "./huddles.ts";
import type { Owner } from "./keeping.ts";
import type { Person } from "./own-data.ts";
import { dueOfPerson, namesPerson } from "./own-plans.ts";
import { forgetRelayLines } from "./relays.ts";
import type { Tables } from "./tables.ts";
import { WHAT_IS_KEPT } from "./what-is-kept.ts";

type Db = Kysely<Tables>;
type Whose = Pick<Person, "team" | "user">;

/** What was erased: how many practices, and how many rows in all. */
export type Erased = { practices: number; rows: number };

/**
 * Erases everything about somebody but what `WHAT_IS_KEPT` lets stay: their practices, their part in what teams do
 * together, also where it waits to be counted, and what is due or on its way to them. It takes nothing back that is
 * elsewhere, such as a share that goes on. Without a direct message what is on its way there is left.
 */
export async function erasePerson(
  db: Db,
  { team, user, channel }: Whose & { channel?: string | undefined },
  now: number,
): Promise<Erased> {
  let rows = 0;
  const count = async (gone: Promise<number>) => {
    rows += await gone;
  };
  // What follows from a row comes before the row.
  await renewBoards(db, { team, user });
  await forgetRelayLines(db, team, user);
  await forgetHuddles(db, team, user);
  await count(forgetDue(db, { team, user }));
  await count(forgetOver(db, { team, user }, now));
  const opened = await hasHome(db, { team, user });
  if (channel !== undefined) await callAllBack(db, team, channel);
  const practices = await gone(db, "session", "user_id", { team, user });
  for (const { table, column, forget } of FORGOTTEN)
    await count((forget === "row" ? gone : unnamed)(db, table, column, { team, user }));
  // Whoever asks for it is known by asking: that alone is nothing that was erased.
  await gone(db, "acquaintance", "user_id", { team, user });
  await db.deleteFrom("tap").where("team_id", "=", team).where(namesPerson(user)).execute();
  await forgetFlows(db, team);
  // A tab that is open shows once more that there is nothing.
  if (opened) await setDue(db, { team, kind: "home", subject: user, at: now });
  return { practices, rows: rows + practices };
}

const FORGOTTEN = Object.entries(WHAT_IS_KEPT).flatMap(([name, { whose = {} }]) =>
  Object.entries(whose as Record<string, Owner>).flatMap(([column, { forget }]) =>
    !["session", "acquaintance"].includes(name) && (forget === "row" || forget === "name")
      ? [{ table: name as keyof Tables, column, forget }]
      : [],
  ),
);

async function gone(db: Db, table: keyof Tables, column: string, { team, user }: Whose): Promise<number> {
  const result = await sql`delete from ${sql.table(table)}
    where team_id = ${team} and ${sql.ref(column)} = ${user}`.execute(db);
  return Number(result.numAffectedRows ?? 0);
}

async function unnamed(db: Db, table: keyof Tables, column: string, { team, user }: Whose): Promise<number> {
  const result = await sql`update ${sql.table(table)} set ${sql.ref(column)} = null
    where team_id = ${team} and ${sql.ref(column)} = ${user}`.execute(db);
  return Number(result.numAffectedRows ?? 0);
}

async function hasHome(db: Db, { team, user }: Whose): Promise<boolean> {
  const home = db.selectFrom("home").select("user_id").where("team_id", "=", team);
  return (await home.where("user_id", "=", user).executeTakeFirst()) !== undefined;
}

// A board on which they stood is shown again without them.
async function renewBoards(db: Db, { team, user }: Whose): Promise<void> {
  const boards = await db
    .selectFrom("challenge_board_line")
    .select("challenge_id")
    .where("team_id", "=", team)
    .where("user_id", "=", user)
    .execute();
  for (const { challenge_id } of boards)
    await setDue(db, { team, kind: "challenge-board", subject: challenge_id, at: 0 });
}

// What is being removed from their direct message goes on.
async function forgetDue(db: Db, whose: Whose): Promise<number> {
  const due = (await dueOfPerson(db, whose).execute()).filter(({ kind }) => kind !== "erasure");
  for (const { team_id, kind, subject } of due)
    await db
      .deleteFrom("due")
      .where("team_id", "=", team_id)
      .where("kind", "=", kind)
      .where("subject", "=", subject)
      .execute();
  // That their tab is to be shown anew is no trace of them, and comes of erasing.
  return due.filter(({ kind }) => kind !== "home").length;
}

/**
 * Erases what of somebody is over: shares that ended before an instant (ms since 1970), drafts of flows, and their name
 * on challenges that nobody can join any more. What goes on, others rely on.
 */
export async function forgetOver(db: Db, { team, user }: Whose, before: number): Promise<number> {
  const shares = db
    .selectFrom("share")
    .select("id")
    .where("team_id", "=", team)
    .where("by_user", "=", user)
    .where("ended_at", "<", before);
  await db.deleteFrom("share_answer").where("team_id", "=", team).where("share_id", "in", shares).execute();
  const ended = await db
    .deleteFrom("share")
    .where("team_id", "=", team)
    .where("by_user", "=", user)
    .where("ended_at", "<", before)
    .executeTakeFirst();
  const drafts = await db
    .deleteFrom("flow_version")
    .where("team_id", "=", team)
    .where("by_user", "=", user)
    .where("version", "is", null)
    .executeTakeFirst();
  const led = await db
    .updateTable("challenge")
    .set({ by_user: "", lead_channel: "" })
    .where("team_id", "=", team)
    .where("by_user", "=", user)
    .where("state", "in", ["ended", "called-off"])
    .executeTakeFirst();
  return Number(ended.numDeletedRows) + Number(drafts.numDeletedRows) + Number(led.numUpdatedRows);
}

// What has not gone out yet holds words of theirs, or tells of what is no more.
async function callAllBack(db: Db, team: string, channel: string): Promise<void> {
  await db
    .updateTable("outbox")
    .where("team_id", "=", team)
    .where("channel_id", "=", channel)
    .where("state", "in", ["waiting", "asked"])
    .where("kind", "!=", "delete")
    .set({ state: "failed", message: "{}" })
    .execute();
}
