import { eraseLines } from "../challenge/erase-lines.ts";
import type { SessionRecord } from "../session/session.ts";
import { forgetFlows } from "./flow-sources.ts";
import type { LettingGo } from "./let-go.ts";

/**
 * Lets go of the words of practices, so that what they showed stays. One that was left in the middle is over with that;
 * one that is still gone on with waits.
 */
export const letGoOfPracticeWords: LettingGo = async (db, { team, now, most }, { messages }) => {
  const rows = await db
    .selectFrom("session")
    .select(["id", "record", "state"])
    .where("team_id", "=", team)
    .where("wordless_at", "is", null)
    .where("started_at", "<", messages)
    .where("updated_at", "<", messages)
    .orderBy("started_at")
    .limit(most)
    .execute();
  for (const { id, record, state } of rows) {
    const wordless = withoutWords(JSON.parse(record) as SessionRecord);
    const isLeft = state === "playing" || state === "paused";
    await db
      .updateTable("session")
      .set({
        record: JSON.stringify(isLeft ? stopped(wordless) : wordless),
        ...(isLeft ? { state: "stopped" } : {}),
        pending: "[]",
        wordless_at: now,
      })
      .where("team_id", "=", team)
      .where("id", "=", id)
      .execute();
  }
  return rows.length;
};

/** A record without any words of its trainee; it replays to the letter. */
export const withoutWords = (record: SessionRecord): SessionRecord =>
  eraseLines(
    record,
    record.events.map((_, index) => index + 1),
  );

const stopped = (record: SessionRecord): SessionRecord => ({
  ...record,
  events: [...record.events, { type: "stop" }],
});

/** Lets go of practices whose words went long ago, with the marks that still wait, and the flows nobody goes back to. */
export const letGoOfPractices: LettingGo = async (db, { team, most }, { readings }) => {
  const rows = await db
    .selectFrom("session")
    .select("id")
    .where("team_id", "=", team)
    .where("wordless_at", "is not", null)
    .where("started_at", "<", readings)
    .orderBy("started_at")
    .limit(most)
    .execute();
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await db
    .deleteFrom("learn_waiting")
    .where("team_id", "=", team)
    .where("kind", "=", "talk")
    .where("source_id", "in", ids)
    .execute();
  await db.deleteFrom("session").where("team_id", "=", team).where("id", "in", ids).execute();
  await forgetFlows(db, team);
  return ids.length;
};
