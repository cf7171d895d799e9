import type { Kysely } from "kysely";
import { amountOf } from "../../src/challenge/amount.ts";
import { isMetered, type Plan } from "../../src/challenge/challenge.ts";
import type { Appeal } from "../../src/feedback/appeal.ts";
import { marksOfAppeal, marksOfTalk } from "../../src/programme/marks.ts";
import { count, countOnce, NO_FIGURES, type Tally, type Waiting } from "../../src/programme/tally.ts";
import type { Tables } from "../../src/store/tables.ts";
import type { Journal } from "./journal.ts";
import { closedAt } from "./judge-together.ts";
import type { Replayed } from "./stored.ts";

type Db = Kysely<Tables>;

/** Every practice that is over got its debrief, everybody has one practice at most, and nothing waits in any of them. */
export function judgePractices(practices: readonly Replayed[]): string[] {
  const running = practices.filter(({ row }) => row.state === "playing" || row.state === "paused");
  const several = [...Map.groupBy(running, ({ row }) => row.user_id)].filter(([, own]) => own.length > 1);
  return [
    ...several.map(([person, own]) => `${person} is in ${own.length} practices at once.`),
    ...practices.flatMap(({ row, session }) => [
      ...(row.state === session.state ? [] : [`A practice is ${session.state} and counts as ${row.state}.`]),
      ...(row.pending === "[]" ? [] : [`${row.user_id}: something still waits for its turn: ${row.pending}`]),
      ...(running.some((one) => one.row === row) || row.debriefed_at !== null
        ? []
        : [`${row.user_id}: a practice is over and has no debrief.`]),
    ]),
  ];
}

/** What filled the meter of a challenge is what the practices of those who joined amount to, each counted once. */
export async function judgeChallenges(db: Db, practices: readonly Replayed[]): Promise<string[]> {
  const complaints: string[] = [];
  for (const challenge of await db.selectFrom("challenge").selectAll().execute()) {
    const counts = await db
      .selectFrom("challenge_count")
      .selectAll()
      .where("challenge_id", "=", challenge.id)
      .execute();
    const members = await db
      .selectFrom("challenge_member")
      .selectAll()
      .where("challenge_id", "=", challenge.id)
      .execute();
    const plan = JSON.parse(challenge.plan) as Plan;
    const closed = await closedAt(db, challenge);
    for (const { row, session } of practices) {
      const joined = Number(members.find(({ user_id }) => user_id === row.user_id)?.joined_at ?? Number.NaN);
      const over = Number(row.debriefed_at ?? Number.NaN);
      const counted = counts.filter(({ source }) => source === row.id);
      const retried = row.retry_of === null ? undefined : { first: session, turn: Number(row.retry_turn) };
      const isCounted = isMetered(plan) && over >= joined && over <= closed;
      const amount = isCounted ? amountOf(plan, { session, retried }) : 0;
      const total = counted.reduce((sum, one) => sum + Number(one.amount), 0);
      // What comes to its end at the very instant of joining, or when the challenge is over, may go either way.
      if (total !== amount && !((over === joined || over === closed) && total === 0))
        complaints.push(`${row.user_id}: a practice amounts to ${amount}, and ${total} was counted.`);
    }
    const sources = new Set(practices.map(({ row }) => row.id));
    for (const { source } of counts.filter((one) => !sources.has(one.source)))
      complaints.push(`${source} was counted, and there is no such practice.`);
  }
  return complaints;
}

/** Every appeal that was acknowledged is kept once, and nothing else is. */
export async function judgeAppeals(db: Db, { appeals }: Journal): Promise<string[]> {
  const kept = await db.selectFrom("appeal").selectAll().execute();
  const places = kept.map(({ practice_id, turn, about }) => `${practice_id}/${turn}/${about}`);
  const sent = new Set(appeals.map(({ view }) => view));
  const lost = appeals.filter(
    ({ view, acknowledged, person }) =>
      // Of two appeals of one reading the first stands.
      acknowledged && !kept.some(({ id, user_id }) => id === view || user_id === person),
  );
  return [
    ...(new Set(places).size === kept.length ? [] : ["A reading was appealed twice."]),
    ...kept.filter(({ id }) => !sent.has(id)).map(({ id }) => `Nobody sent the appeal ${id}.`),
    ...lost.map(({ view }) => `The appeal ${view} was acknowledged, and is not kept.`),
  ];
}

/** What trainers learn back is what a count of the practices and appeals gives, in the order in which they came. */
export async function judgeLearnt(db: Db, practices: readonly Replayed[]): Promise<string[]> {
  const talks = practices
    .filter(({ row }) => row.debriefed_at !== null && row.retry_of === null)
    .sort((a, b) => Number(a.row.debriefed_at) - Number(b.row.debriefed_at))
    .map(({ row, session }) => ({
      flow: session.flow.id,
      one: { user: row.user_id, source: row.id, marks: marksOfTalk(session) },
    }));
  const appeals = (await db.selectFrom("appeal").selectAll().orderBy("made_at").execute()).flatMap((row) => {
    const flow = practices.find((one) => one.row.id === row.practice_id)?.session.flow.id;
    const marks = marksOfAppeal(JSON.parse(row.appeal) as Appeal);
    return flow === undefined ? [] : [{ flow, one: { user: row.user_id, source: row.id, marks } }];
  });
  return [
    ...(await judgeTally(db, "talk", talks, countOnce)),
    ...(await judgeTally(db, "appeal", appeals, count)),
  ];
}

async function judgeTally(
  db: Db,
  kind: "talk" | "appeal",
  done: readonly { flow: string; one: Waiting }[],
  add: (tally: Tally, one: Waiting) => Tally,
): Promise<string[]> {
  const waiting = await db.selectFrom("learn_waiting").selectAll().where("kind", "=", kind).execute();
  const flows = Map.groupBy(done, ({ flow }) => flow);
  const expected = [...flows].flatMap(([flow, all]) =>
    all
      .map(({ one }) => one)
      .reduce(add, { figures: NO_FIGURES, waiting: [] })
      .waiting.map(({ source, marks }) => `${flow} ${source} ${marks.join(",")}`),
  );
  const found = waiting.map(
    (row) => `${row.flow} ${row.source_id} ${(JSON.parse(row.marks) as string[]).join(",")}`,
  );
  const differ = expected.sort().join("\n") !== found.sort().join("\n");
  return differ ? [`What was learnt of each ${kind} differs from a count of the events.`] : [];
}
