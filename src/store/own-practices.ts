import type { Kysely } from "kysely";
import { practiceInFull } from "../feedback/practice-in-full.ts";
import type { Told } from "./own-rows.ts";
import { type Practice, practiceById } from "./sessions.ts";
import type { Tables } from "./tables.ts";
import { instantTold, told } from "./told-value.ts";

type Db = Kysely<Tables>;

/** Somebody's own practices, the oldest first, with every word that is still kept. */
export async function ownPractices(db: Db, { team, user }: { team: string; user: string }): Promise<Told[]> {
  const rows = await db
    .selectFrom("session")
    .select("id")
    .where("team_id", "=", team)
    .where("user_id", "=", user)
    .orderBy("started_at")
    .execute();
  const all: Told[] = [];
  // One after another: each is played again from its record, and others want to go on meanwhile.
  for (const { id } of rows) {
    const practice = await practiceById(db, team, id);
    if (practice) all.push(await practiceTold(db, team, id, practice));
  }
  return all;
}

async function practiceTold(db: Db, team: string, id: string, practice: Practice): Promise<Told> {
  const { session, retry, ownView, wordless, pending, startedAt, debriefedAt } = practice;
  const first = retry && (await practiceById(db, team, retry.of));
  const retried = retry && first ? { first: first.session, turn: retry.turn } : undefined;
  const { flow, title, customer, ...inFull } = practiceInFull(session, { ownView, retried, wordless });
  return told({
    practice: id,
    ...{ title, customer, flow, youWereCalled: session.record.trainee },
    began: instantTold(startedAt),
    ...(debriefedAt === undefined ? {} : { debriefed: instantTold(debriefedAt) }),
    ...(retry ? { takesAgain: { messageOf: retry.of, message: retry.turn } } : {}),
    ...(practice.trial ? { triesOutTheFlowVersion: practice.trial } : {}),
    withoutHints: practice.withoutHints ?? false,
    ...(wordless ? { itsWords: "are no longer kept" } : {}),
    ...inFull,
    notReadYet: pending.map(({ text }) => text),
  }) as Told;
}
