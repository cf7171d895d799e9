import { type Kysely, sql } from "kysely";
import { type PracticeInFull, practiceInFull } from "../feedback/practice-in-full.ts";
import type { Owner } from "./keeping.ts";
import { toldRow } from "./own-rows.ts";
import { practiceById } from "./sessions.ts";
import type { Tables } from "./tables.ts";
import { WHAT_IS_KEPT } from "./what-is-kept.ts";

/** Somebody, and their direct message with the app. */
export type Person = { team: string; user: string; channel: string };

/** One row, in names and instants that people can read. */
export type Told = Record<string, unknown>;

/** Everything that is kept about somebody: their practices, and the rest under the name of what it is. */
export type OwnData = { practices: Told[]; rest: Record<string, Told[]> };

type Db = Kysely<Tables>;

/** Reads everything that is kept about somebody; nothing of what others wrote but what was for them. */
export async function ownData(db: Db, person: Person): Promise<OwnData> {
  const rest: OwnData["rest"] = {};
  for (const { table, column, shown } of OWNED) rest[shown] = await rowsOf(db, table, column, person);
  rest["what was shared with you"] = await sharedWith(db, person);
  rest["what others answered to what you share"] = await answeredTo(db, person);
  rest["lines you wrote in relays"] = await relayLines(db, person);
  rest["what is due for you"] = await dueFor(db, person);
  rest["what you pressed last"] = await tapsOf(db, person);
  rest["messages on their way to you"] = await onTheirWay(db, person);
  return { practices: await practicesOf(db, person), rest };
}

/** The columns whose rows are told as they are, and what of. */
export const OWNED = Object.entries(WHAT_IS_KEPT).flatMap(([table, { whose = {} }]) =>
  Object.entries(whose as Record<string, Owner>).flatMap(([column, { shown }]) =>
    typeof shown === "string" ? [{ table: table as keyof Tables, column, shown }] : [],
  ),
);

// The columns are the tables' own, and a name cannot be typed where there are so many.
async function rowsOf(db: Db, table: keyof Tables, column: string, { team, user }: Person): Promise<Told[]> {
  const found = await sql<Told>`select * from ${sql.table(table)}
    where team_id = ${team} and ${sql.ref(column)} = ${user}`.execute(db);
  return found.rows.map(toldRow);
}

async function practicesOf(db: Db, { team, user }: Person): Promise<Told[]> {
  const rows = await db
    .selectFrom("session")
    .select("id")
    .where("team_id", "=", team)
    .where("user_id", "=", user)
    .orderBy("started_at")
    .execute();
  const told: Told[] = [];
  // One after another: each is played again from its record, and others want to go on meanwhile.
  for (const { id } of rows) told.push(...(await practiceTold(db, team, id)));
  return told;
}

async function practiceTold(db: Db, team: string, id: string): Promise<Told[]> {
  const practice = await practiceById(db, team, id);
  if (!practice) return [];
  const { session, retry, ownView, wordless, pending, startedAt, debriefedAt } = practice;
  const first = retry && (await practiceById(db, team, retry.of));
  const retried = retry && first ? { first: first.session, turn: retry.turn } : undefined;
  const inFull: PracticeInFull = practiceInFull(session, { ownView, retried, wordless });
  return [
    {
      id,
      ...toldRow({ started_at: startedAt, debriefed_at: debriefedAt ?? null }),
      calledYou: session.record.trainee,
      withoutHints: practice.withoutHints ?? false,
      ...(retry ? { messageTakenAgain: retry } : {}),
      ...(practice.trial ? { trialOfFlowVersion: practice.trial } : {}),
      ...(wordless ? { words: "no longer kept" } : {}),
      ...(pending.length > 0 ? { notReadYet: pending.map(({ text }) => text) } : {}),
      ...inFull,
    },
  ];
}

// The words of a share are its sharer's.
async function sharedWith(db: Db, { team, user }: Person): Promise<Told[]> {
  const rows = await db
    .selectFrom("share")
    .select(["id", "title", "by_user", "scope", "shared_at", "until_at", "ended_at", "ended_how"])
    .where("team_id", "=", team)
    .where("to_kind", "=", "person")
    .where("to_id", "=", user)
    .execute();
  return rows.map(toldRow);
}

async function answeredTo(db: Db, { team, user }: Person): Promise<Told[]> {
  const rows = await db
    .selectFrom("share_answer as answer")
    .innerJoin("share", (join) =>
      join.onRef("share.team_id", "=", "answer.team_id").onRef("share.id", "=", "answer.share_id"),
    )
    .selectAll("answer")
    .where("answer.team_id", "=", team)
    .where("share.by_user", "=", user)
    .execute();
  return rows.map(toldRow);
}

async function relayLines(db: Db, { team, user }: Person): Promise<Told[]> {
  const rows = await db
    .selectFrom("relay_turn as turn")
    .innerJoin("relay", (join) =>
      join.onRef("relay.team_id", "=", "turn.team_id").onRef("relay.challenge_id", "=", "turn.challenge_id"),
    )
    .select(["turn.challenge_id", "turn.turn", "relay.record", "relay.channel_id"])
    .where("turn.team_id", "=", team)
    .where("turn.user_id", "=", user)
    .execute();
  return rows.map(({ challenge_id, channel_id, turn, record }) => {
    const { events } = JSON.parse(record) as { events: { type: string; text?: string }[] };
    const replies = events.filter(({ type }) => type === "reply");
    return { challenge: challenge_id, channel: channel_id, turn, youWrote: replies[Number(turn) - 1]?.text };
  });
}

/** The due dates of somebody: named by them, or by a practice of theirs. */
export const dueOfPerson = (db: Db, { team, user }: Pick<Person, "team" | "user">) =>
  db
    .selectFrom("due")
    .selectAll()
    .where("team_id", "=", team)
    .where((eb) =>
      eb.or([
        eb("subject", "=", user),
        eb("subject", "like", `${user}/%`),
        eb(
          "subject",
          "in",
          eb
            .selectFrom("session")
            .select("session.id")
            .where("session.team_id", "=", team)
            .where("session.user_id", "=", user),
        ),
      ]),
    );

const dueFor = async (db: Db, person: Person) => (await dueOfPerson(db, person).execute()).map(toldRow);

async function tapsOf(db: Db, { team, user }: Person): Promise<Told[]> {
  const taps = db.selectFrom("tap").select(["name", "at"]).where("team_id", "=", team);
  return (await taps.where(namesPerson(user)).execute()).map(toldRow);
}

/** Whether a tap names somebody, between its slashes. */
export const namesPerson = (user: string) => sql<boolean>`'/' || name || '/' like ${`%/${user}/%`}`;

async function onTheirWay(db: Db, { team, channel }: Person): Promise<Told[]> {
  const rows = await db
    .selectFrom("outbox")
    .select(["kind", "message", "written_at"])
    .where("team_id", "=", team)
    .where("channel_id", "=", channel)
    .where("state", "in", ["waiting", "sending", "asked"])
    .orderBy("seq")
    .execute();
  return rows.map(({ kind, message, written_at }) => ({
    ...toldRow({ kind, written_at }),
    text: (JSON.parse(message) as { text?: string }).text,
  }));
}
