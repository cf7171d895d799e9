import type { Kysely } from "kysely";
import type { Appeal } from "../feedback/appeal.ts";
import { marksOfAppeal, marksOfTalk } from "../programme/marks.ts";
import { count, countOnce, type Figures, NO_FIGURES, sumOf, type Tally } from "../programme/tally.ts";
import type { Learned } from "../programme/tell-learned.ts";
import type { SessionRecord } from "../session/session.ts";
import type { Practice } from "./sessions.ts";
import type { Tables } from "./tables.ts";

/** What trainers may know of every flow, by its name and version. */
export type LearnedOf = { flow: string; version: number } & Learned;

type Db = Kysely<Tables>;
type Kind = "talk" | "appeal";
type Key = { team: string; kind: Kind; flow: string; version: number };

/** Counts a practice that is over for its trainers, without whose it was; a message taken again is no talk, nor is a trial. */
export async function learnFromTalk(
  db: Db,
  { team, user, id, retry, trial, session }: Practice,
): Promise<void> {
  if (retry || trial) return;
  const key: Key = { team, kind: "talk", flow: session.flow.id, version: session.record.version };
  const one = { user, source: id, marks: marksOfTalk(session) };
  await writeTally(db, key, countOnce(await tallyOf(db, key), one));
}

/** Counts an appeal for the trainers of its flow, without whose it was. */
export async function learnFromAppeal(
  db: Db,
  { team, id, user, appeal }: { team: string; id: string; user: string; appeal: Appeal },
): Promise<void> {
  const row = await db
    .selectFrom("session")
    .select("record")
    .where("trial_of", "is", null)
    .where("team_id", "=", team)
    .where("id", "=", appeal.practice)
    .executeTakeFirst();
  if (!row) return;
  const { flow, version } = JSON.parse(row.record) as SessionRecord;
  const key: Key = { team, kind: "appeal", flow, version };
  const one = { user, source: id, marks: marksOfAppeal(appeal) };
  await writeTally(db, key, count(await tallyOf(db, key), one));
}

/** Leaves out appeals that were taken back, where they had not been counted yet. */
export async function unlearnAppeals(db: Db, team: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .deleteFrom("learn_waiting")
    .where("team_id", "=", team)
    .where("kind", "=", "appeal")
    .where("source_id", "in", [...ids])
    .execute();
}

/** What the trainers of one workspace, or of all together, may know of each flow and version. */
export async function learned(db: Db, team?: string): Promise<LearnedOf[]> {
  const all = db.selectFrom("learnt").selectAll().orderBy("flow").orderBy("version");
  const rows = await (team === undefined ? all : all.where("team_id", "=", team)).execute();
  const flows = Map.groupBy(rows, ({ flow, version }) => JSON.stringify([flow, Number(version)]));
  return [...flows.values()].flatMap((alike) => {
    const [first] = alike;
    const figures = (kind: Kind) => sumOf(alike.filter((row) => row.kind === kind).map(figuresIn));
    const { flow, version } = first ?? {};
    if (flow === undefined || version === undefined) return [];
    return { flow, version: Number(version), talks: figures("talk"), appeals: figures("appeal") };
  });
}

const figuresIn = ({ people, marks }: { people: number; marks: string }): Figures => ({
  people: Number(people),
  marks: JSON.parse(marks) as Figures["marks"],
});

async function tallyOf(db: Db, { team, kind, flow, version }: Key): Promise<Tally> {
  const row = await db
    .selectFrom("learnt")
    .select(["people", "marks"])
    .where("team_id", "=", team)
    .where("kind", "=", kind)
    .where("flow", "=", flow)
    .where("version", "=", version)
    .executeTakeFirst();
  const waiting = await db
    .selectFrom("learn_waiting")
    .select(["user_id", "source_id", "marks"])
    .where("team_id", "=", team)
    .where("kind", "=", kind)
    .where("flow", "=", flow)
    .where("version", "=", version)
    .execute();
  return {
    figures: row ? figuresIn(row) : NO_FIGURES,
    waiting: waiting.map((one) => ({
      user: one.user_id,
      source: one.source_id,
      marks: JSON.parse(one.marks) as string[],
    })),
  };
}

async function writeTally(db: Db, key: Key, { figures, waiting }: Tally): Promise<void> {
  const { team, kind, flow, version } = key;
  const place = { team_id: team, kind, flow, version };
  await db
    .deleteFrom("learn_waiting")
    .where("team_id", "=", team)
    .where("kind", "=", kind)
    .where("flow", "=", flow)
    .where("version", "=", version)
    .execute();
  for (const { user, source, marks } of waiting)
    await db
      .insertInto("learn_waiting")
      .values({ ...place, user_id: user, source_id: source, marks: JSON.stringify(marks) })
      .execute();
  if (figures.people === 0) return;
  const changing = { people: figures.people, marks: JSON.stringify(figures.marks) };
  await db
    .insertInto("learnt")
    .values({ ...place, ...changing })
    .onConflict((conflict) => conflict.columns(["team_id", "kind", "flow", "version"]).doUpdateSet(changing))
    .execute();
}
