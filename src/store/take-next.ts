import type { ExpressionBuilder, Kysely, Selectable } from "kysely";
import { compiled } from "./compiled.ts";
import { isNotHeldBack } from "./hold.ts";
import { freeFor, type Holder, held, sureFrom } from "./holder.ts";
import { type Outgoing, type Place, toOutgoing, UNSENT } from "./outbox.ts";
import type { Tables } from "./tables.ts";
import { markSent, markSettling } from "./under-way.ts";

/**
 * What to do next in a channel: to send a message, to find out whether one arrived, or to wait until an instant (ms
 * since 1970). Nothing where nothing waits. Before `sureFrom`, one that is not there may still come.
 */
export type Next =
  | { send: Outgoing }
  | { settle: Outgoing; sureFrom: number }
  | { waitUntil: number }
  | undefined;

/** Slack takes a message a second in each channel, and bursts of a few: so many in so many seconds. */
export const BURST = 5;
const WINDOW = BURST * 1_000;
/** How soon to look again after a message that another instance is sending just now. */
export const SOON = 100;

type Row = Selectable<Tables["outbox"]>;
type Eb = ExpressionBuilder<Tables, "outbox">;
type First = ExpressionBuilder<Tables & { first: Tables["outbox"] }, "first">;

/**
 * Takes what comes next in a channel upon this instance; nothing overtakes another, whichever instance sends it. A
 * change that a later change or removal of the same message makes needless is passed over.
 */
export async function takeNext(db: Kysely<Tables>, place: Place, holder: Holder, now: number): Promise<Next> {
  for (;;) {
    const { held_by, held_until } = held(holder, now);
    const { rows } = await takeHead(db, { ...place, held_by, held_until, now, lately: now - WINDOW });
    const [taken] = rows;
    if (!taken) return whyNot(db, place, holder, now);
    // Most messages have no target, and looking for one in the same statement takes twice as long.
    const outgoing = await withTarget(db, taken);
    if (taken.kind !== "update" || !(await isNeedless(db, taken))) return { send: outgoing };
    await markSent(db, outgoing, outgoing.targetTs, now);
  }
}

type Taking = Place & ReturnType<typeof held> & { now: number; lately: number };

const takeHead = compiled((db, { team, channel, held_by, held_until, now, lately }: Taking) => {
  const place = { team, channel };
  return db
    .updateTable("outbox")
    .where("team_id", "=", team)
    .where("id", "=", headOf(db, place).select("first.id"))
    .where("state", "=", "waiting")
    .where("not_before", "<=", now)
    .where(isNotHeldBack("outbox", now))
    .where((eb) => eb.or([eb("kind", "!=", "post"), eb(paceOf(eb, place), "<=", lately)]))
    .set(({ eb }) => ({ held_by, held_until, state: "sending" as const, tries: eb("tries", "+", 1) }))
    .returningAll();
});

const headOf = (db: Kysely<Tables>, { team, channel }: Place) =>
  db
    .selectFrom("outbox as first")
    .where("first.team_id", "=", team)
    .where("first.channel_id", "=", channel)
    .where("first.state", "in", UNSENT)
    .orderBy("first.seq")
    .limit(1);

// When the last message but so many was posted there; long ago, where there were fewer.
const paceOf = ({ selectFrom, fn, val }: Pick<Eb, "selectFrom" | "fn" | "val">, { team, channel }: Place) =>
  fn.coalesce(
    selectFrom("outbox as posted")
      .select("posted.sent_at")
      .where("posted.team_id", "=", team)
      .where("posted.channel_id", "=", channel)
      .where("posted.kind", "=", "post")
      .where("posted.state", "=", "sent")
      .orderBy("posted.seq", "desc")
      .limit(1)
      .offset(BURST - 1)
      .$asScalar(),
    val(0),
  );

async function withTarget(db: Kysely<Tables>, row: Row): Promise<Outgoing> {
  const { team_id: team, target_id: id } = row;
  const target = id === null ? undefined : (await placeOf(db, { team, id })).rows[0];
  return toOutgoing({ ...row, target_ts: target?.slack_ts ?? null });
}

const placeOf = compiled((db, { team, id }: { team: string; id: string }) =>
  db.selectFrom("outbox").select("slack_ts").where("team_id", "=", team).where("id", "=", id),
);

const isNeedless = async (db: Kysely<Tables>, { team_id, channel_id, target_id, seq }: Row) => {
  const update = { team: team_id, channel: channel_id, target: target_id ?? "", seq: Number(seq) };
  return (await laterChange(db, update)).rows.length > 0;
};

const laterChange = compiled((db, { team, channel, target, seq }: Place & { target: string; seq: number }) =>
  db
    .selectFrom("outbox")
    .select("id")
    .where("team_id", "=", team)
    .where("channel_id", "=", channel)
    .where("target_id", "=", target)
    .where("kind", "in", ["update", "delete"])
    // Said twice: once as the index of what is unsent says it.
    .where("state", "in", UNSENT)
    .where("state", "=", "waiting")
    .where("seq", ">", seq)
    .limit(1),
);

// Rarely asked: only where nothing could be taken.
async function whyNot(db: Kysely<Tables>, place: Place, holder: Holder, now: number): Promise<Next> {
  const head = await headOf(db, place)
    .selectAll("first")
    .select([
      ({ selectFrom }: First) =>
        selectFrom("hold")
          .select("hold.until")
          .whereRef("hold.team_id", "=", "first.team_id")
          .whereRef("hold.kind", "=", "first.kind")
          .as("hold"),
      (eb) => paceOf(eb as never, place).as("pace"),
      freeFor(holder, now, "first").as("free"),
    ])
    .executeTakeFirst();
  if (!head) return undefined;
  if (head.state === "waiting") {
    const pace = head.kind === "post" ? Number(head.pace) + WINDOW : 0;
    return { waitUntil: Math.max(Number(head.not_before), Number(head.hold ?? 0), pace) };
  }
  if (Number(head.not_before) > now) return { waitUntil: Number(head.not_before) };
  const key = { team: head.team_id, id: head.id };
  if (head.free && (await markSettling(db, key, holder, now)))
    return { settle: await withTarget(db, head), sureFrom: sureFrom(head, now) };
  return { waitUntil: now + SOON };
}
