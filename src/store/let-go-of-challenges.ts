import type { Kysely } from "kysely";
import type { Plan } from "../challenge/challenge.ts";
import type { SessionRecord } from "../session/session.ts";
import type { LettingGo } from "./let-go.ts";
import { withoutWords } from "./let-go-of-practices.ts";
import type { Tables } from "./tables.ts";

/** Every table whose rows go with their challenge. */
const OF_CHALLENGE = [
  "challenge_channel",
  "challenge_member",
  "challenge_count",
  "challenge_showing",
  "challenge_mended",
  "challenge_line",
  "challenge_board",
  "challenge_board_line",
  "challenge_slip",
  "listening_story",
  "listening_answer",
  "listening_quote",
  "relay",
  "relay_turn",
] as const satisfies readonly (keyof Tables)[];

/** Lets go of the words of talks that teams had together, and later of challenges with everything in them. */
export const letGoOfChallenges: LettingGo = async (db, { team, now, most }, { messages, readings }) => {
  const over = await overBefore(db, team, messages);
  const gone = over.filter(({ endedAt }) => endedAt < readings).slice(0, most);
  for (const { id } of gone) {
    for (const table of OF_CHALLENGE) await of(db, table, team, id);
    await db.deleteFrom("challenge").where("team_id", "=", team).where("id", "=", id).execute();
  }
  for (const { id } of over) await letGoOfRelay(db, team, id, now);
  return gone.length;
};

async function overBefore(db: Kysely<Tables>, team: string, before: number) {
  const rows = await db
    .selectFrom("challenge")
    .select(["id", "plan", "made_at"])
    .where("team_id", "=", team)
    .where("state", "in", ["ended", "called-off"])
    .where("made_at", "<", before)
    .execute();
  return rows
    .map(({ id, plan, made_at }) => ({ id, endedAt: endOf(plan) ?? Number(made_at) }))
    .filter(({ endedAt }) => endedAt < before);
}

const endOf = (plan: string): number | undefined => (JSON.parse(plan) as Partial<Plan>).endsAt;

async function letGoOfRelay(db: Kysely<Tables>, team: string, challenge: string, now: number): Promise<void> {
  const one = db.selectFrom("relay").select("record").where("team_id", "=", team);
  const row = await one
    .where("challenge_id", "=", challenge)
    .where("wordless_at", "is", null)
    .executeTakeFirst();
  if (!row) return;
  const record = JSON.stringify(withoutWords(JSON.parse(row.record) as SessionRecord));
  await db
    .updateTable("relay")
    .set({ record, wordless_at: now })
    .where("team_id", "=", team)
    .where("challenge_id", "=", challenge)
    .execute();
}

const of = (db: Kysely<Tables>, table: (typeof OF_CHALLENGE)[number], team: string, challenge: string) =>
  db
    .deleteFrom(table as "challenge_line")
    .where("team_id", "=", team)
    .where("challenge_id", "=", challenge)
    .execute();
