import { type Kysely, sql } from "kysely";
import type { Plan } from "../challenge/challenge.ts";
import { KIND_NAMES } from "../challenge/tell-plan.ts";
import type { Owner } from "./keeping.ts";
import type { OwnPart } from "./own-parts.ts";
import { ownMessages, ownPlans, ownTaps } from "./own-plans.ts";
import { ownPractices } from "./own-practices.ts";
import { type CalledChallenges, rowTold, type Told } from "./own-rows.ts";
import type { Tables } from "./tables.ts";
import { instantTold } from "./told-value.ts";
import { WHAT_IS_KEPT } from "./what-is-kept.ts";

/** Somebody, and their direct message with the app. */
export type Person = { team: string; user: string; channel: string };

/** Everything that is kept about somebody: their practices, and the rest in its parts. */
export type OwnData = { practices: Told[]; rest: Partial<Record<OwnPart, Told[]>> };

type Db = Kysely<Tables>;

/** Reads everything that is kept about somebody; nothing of what others wrote but what was for them. */
export async function ownData(db: Db, person: Person): Promise<OwnData> {
  const rest: OwnData["rest"] = {};
  const found: { table: keyof Tables; shown: OwnPart; rows: Told[] }[] = [];
  for (const { table, column, shown } of OWNED)
    found.push({ table, shown, rows: await rowsOf(db, table, column, person) });
  const relayed = await relayLines(db, person);
  const named = [...found.flatMap(({ rows }) => rows), ...relayed].map((row) => String(row.challenge_id));
  const called = await challengesCalled(db, person.team, new Set(named));
  for (const { table, shown, rows } of found) rest[shown] = rows.map((row) => rowTold(table, row, called));
  rest["challenges: what you wrote in relays"] = relayed.map(({ challenge_id, ...line }) => ({
    challenge: called.get(challenge_id) ?? challenge_id,
    ...line,
  }));
  rest["shares: what was shared with you"] = await sharedWith(db, person);
  rest["shares: what others answered to yours"] = await answeredTo(db, person);
  rest["what is planned for you"] = await ownPlans(db, person);
  rest["small notes: what you pressed last"] = await ownTaps(db, person);
  rest["messages on their way to you"] = await ownMessages(db, person);
  return { practices: await ownPractices(db, person), rest };
}

/** The columns whose rows are told as they are, and in which part. */
export const OWNED = Object.entries(WHAT_IS_KEPT).flatMap(([table, { whose = {} }]) =>
  Object.entries(whose as Record<string, Owner>).flatMap(([column, { shown }]) =>
    typeof shown === "string" ? [{ table: table as keyof Tables, column, shown }] : [],
  ),
);

// The columns are the tables' own, and a name cannot be typed where there are so many.
async function rowsOf(db: Db, table: keyof Tables, column: string, { team, user }: Person): Promise<Told[]> {
  const found = await sql<Told>`select * from ${sql.table(table)}
    where team_id = ${team} and ${sql.ref(column)} = ${user}`.execute(db);
  return found.rows;
}

async function challengesCalled(db: Db, team: string, ids: Set<string>): Promise<CalledChallenges> {
  const all = db.selectFrom("challenge").select(["id", "plan"]).where("team_id", "=", team);
  const rows = await all.where("id", "in", [...ids, ""]).execute();
  return new Map(
    rows.map(({ id, plan }) => {
      const { kind, endsAt } = JSON.parse(plan) as Plan;
      return [id, `${KIND_NAMES[kind]}, until ${instantTold(endsAt).slice(0, 10)} (${id})`];
    }),
  );
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
  return rows.map(({ by_user, ...row }) => ({ by: by_user, ...rowTold("share", row, new Map()) }));
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
  return rows.map((row) => rowTold("share_answer", row, new Map()));
}

async function relayLines(db: Db, { team, user }: Person) {
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
    const wrote = events.filter(({ type }) => type === "reply")[Number(turn) - 1]?.text;
    return {
      challenge_id,
      channel: channel_id,
      message: Number(turn),
      ...(wrote ? { "you wrote": wrote } : {}),
    };
  });
}
