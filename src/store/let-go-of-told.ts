import { sql } from "kysely";
import type { Appeal } from "../feedback/appeal.ts";
import { outdateHome } from "./homes.ts";
import { unlearnAppeals } from "./learn.ts";
import type { LettingGo } from "./let-go.ts";

/** Lets go of the lines that trainees gave with their appeals; that they saw it differently stays. */
export const letGoOfAppealWords: LettingGo = async (db, { team, most }, { messages }) => {
  const rows = await db
    .selectFrom("appeal")
    .select(["id", "appeal"])
    .where("team_id", "=", team)
    .where("made_at", "<", messages)
    .where("appeal", "like", '%"line":%')
    .orderBy("made_at")
    .limit(most)
    .execute();
  for (const { id, appeal } of rows)
    await db
      .updateTable("appeal")
      .set({ appeal: JSON.stringify(withoutLine(JSON.parse(appeal) as Appeal)) })
      .where("team_id", "=", team)
      .where("id", "=", id)
      .execute();
  return rows.length;
};

function withoutLine({ practice, turn, about, said, thinks, language }: Appeal): Appeal {
  return { practice, turn, about, said, thinks, language, consent: false };
}

/** Lets go of appeals, also where they wait to be counted. */
export const letGoOfAppeals: LettingGo = async (db, { team, most }, { readings }) => {
  const old = db.selectFrom("appeal").select("id").where("team_id", "=", team);
  const rows = await old.where("made_at", "<", readings).orderBy("made_at").limit(most).execute();
  const ids = rows.map(({ id }) => id);
  await unlearnAppeals(db, team, ids);
  if (ids.length > 0)
    await db.deleteFrom("appeal").where("team_id", "=", team).where("id", "in", ids).execute();
  return ids.length;
};

/** Lets go of shares that are over with what was answered to them, of huddles, and of paths that were left or finished. */
export const letGoOfShared: LettingGo = async (db, { team, most }, { messages, readings }) => {
  const over = db.selectFrom("share").select("id").where("team_id", "=", team);
  const shares = (await over.where("ended_at", "<", messages).limit(most).execute()).map(({ id }) => id);
  await db
    .deleteFrom("share_answer")
    .where("team_id", "=", team)
    .where((eb) => eb.or([eb("given_at", "<", messages), eb("share_id", "in", ["", ...shares])]))
    .execute();
  if (shares.length > 0)
    await db.deleteFrom("share").where("team_id", "=", team).where("id", "in", shares).execute();
  const old = db.selectFrom("huddle").select("id").where("team_id", "=", team);
  const huddles = (await old.where("made_at", "<", messages).limit(most).execute()).map(({ id }) => id);
  if (huddles.length > 0) {
    await db
      .deleteFrom("huddle_vote")
      .where("team_id", "=", team)
      .where("huddle_id", "in", huddles)
      .execute();
    await db.deleteFrom("huddle").where("team_id", "=", team).where("id", "in", huddles).execute();
  }
  await db
    .deleteFrom("path_member")
    .where("team_id", "=", team)
    .where((eb) => eb(eb.fn.coalesce("finished_at", "left_at"), "<", readings))
    .execute();
  return Math.max(shares.length, huddles.length);
};

/** Lets go of the words of kudos and of messages in doubt, and later of the rest of kudos and of where they are shown. */
export const letGoOfKudos: LettingGo = async (db, { team, now, most }, { messages, readings }) => {
  const rows = await db
    .selectFrom("kudos")
    .select(["id", "to_user"])
    .where("team_id", "=", team)
    .where("given_at", "<", messages)
    .where((eb) => eb.or([eb("reason", "!=", ""), eb("link", "is not", null)]))
    .limit(most)
    .execute();
  for (const { id, to_user } of rows) {
    const one = db.updateTable("kudos").where("team_id", "=", team).where("id", "=", id);
    await one.set({ reason: "", link: null }).execute();
    await outdateHome(db, team, to_user, now);
  }
  await db.deleteFrom("kudos").where("team_id", "=", team).where("given_at", "<", readings).execute();
  // Nobody answered whether it arrived, for so long that nobody will.
  await db
    .updateTable("outbox")
    .where("team_id", "=", team)
    .where("state", "=", "asked")
    .where("written_at", "<", messages)
    .set({ state: "failed", message: "{}" })
    .execute();
  await db
    .deleteFrom("outbox")
    .where("team_id", "=", team)
    .where("state", "in", ["sent", "failed"])
    .where("written_at", "<", readings)
    .where(sql<boolean>`id like 'kudos/%'`)
    .execute();
  return rows.length;
};
