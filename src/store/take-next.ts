import type { ExpressionBuilder, Kysely } from "kysely";
import { compiled } from "./compiled.ts";
import { freeFor, type Holder, held } from "./holder.ts";
import { inSoManyWords } from "./in-so-many-words.ts";
import { type Outgoing, type Place, toOutgoing } from "./outbox.ts";
import type { Tables } from "./tables.ts";
import { markSent, markSettling } from "./under-way.ts";

/**
 * What to do next in a channel: to send a message, to find out whether one arrived, or to wait until an instant (ms
 * since 1970). Nothing where nothing waits.
 */
export type Next = { send: Outgoing } | { settle: Outgoing } | { waitUntil: number } | undefined;

/** Slack takes a message a second in each channel, and bursts of a few: so many in so many seconds. */
export const BURST = 5;
const WINDOW = BURST * 1_000;
/** How soon to look again after a message that another instance is sending just now. */
export const SOON = 100;

// The rows that the indexes of what is unsent hold.
const UNSENT = inSoManyWords("waiting", "sending");

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
    if (!taken.needless) return { send: toOutgoing(taken) };
    await markSent(db, { team: taken.team_id, id: taken.id }, taken.target_ts ?? undefined, now);
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
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("hold")
            .select("hold.kind")
            .whereRef("hold.team_id", "=", "outbox.team_id")
            .whereRef("hold.kind", "=", "outbox.kind")
            .where("hold.until", ">", now),
        ),
      ),
    )
    .where((eb) => eb.or([eb("kind", "!=", "post"), eb(paceOf(eb, place), "<=", lately)]))
    .set(({ eb }) => ({ held_by, held_until, state: "sending" as const, tries: eb("tries", "+", 1) }))
    .returningAll()
    .returning([targetTs, needless]);
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

const targetTs = ({ selectFrom }: Eb) =>
  selectFrom("outbox as target")
    .select("target.slack_ts")
    .whereRef("target.team_id", "=", "outbox.team_id")
    .whereRef("target.id", "=", "outbox.target_id")
    .as("target_ts");

const needless = ({ selectFrom, and, eb, exists }: Eb) =>
  and([
    eb("outbox.kind", "=", "update"),
    exists(
      selectFrom("outbox as later")
        .select("later.id")
        .whereRef("later.team_id", "=", "outbox.team_id")
        .whereRef("later.channel_id", "=", "outbox.channel_id")
        .whereRef("later.target_id", "=", "outbox.target_id")
        .where("later.kind", "in", ["update", "delete"])
        .where("later.state", "in", UNSENT)
        .where("later.state", "=", "waiting")
        .whereRef("later.seq", ">", "outbox.seq"),
    ),
  ]).as("needless");

// Rarely asked: only where nothing could be taken.
async function whyNot(db: Kysely<Tables>, place: Place, holder: Holder, now: number): Promise<Next> {
  const head = await headOf(db, place)
    .selectAll("first")
    .select([
      ({ selectFrom }: First) =>
        selectFrom("outbox as target")
          .select("target.slack_ts")
          .whereRef("target.team_id", "=", "first.team_id")
          .whereRef("target.id", "=", "first.target_id")
          .as("target_ts"),
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
  const settle = toOutgoing(head);
  if (Number(head.not_before) > now) return { waitUntil: Number(head.not_before) };
  if (head.free && (await markSettling(db, settle, holder, now))) return { settle };
  return { waitUntil: now + SOON };
}

/** Channels in which something may be sent or settled that was ready by an instant (ms since 1970), the oldest first. */
export async function placesToServe(
  db: Kysely<Tables>,
  holder: Holder,
  by: number,
  now: number,
): Promise<Place[]> {
  const rows = await db
    .selectFrom("outbox as first")
    .select(["first.team_id as team", "first.channel_id as channel"])
    .where("first.state", "in", UNSENT)
    .where("first.not_before", "<=", by)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("outbox as earlier")
            .select("earlier.id")
            .whereRef("earlier.team_id", "=", "first.team_id")
            .whereRef("earlier.channel_id", "=", "first.channel_id")
            .where("earlier.state", "in", UNSENT)
            .whereRef("earlier.seq", "<", "first.seq"),
        ),
      ),
    )
    .where((eb) => eb.or([eb("first.state", "=", "waiting"), freeFor(holder, now, "first")]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("hold")
            .select("hold.kind")
            .whereRef("hold.team_id", "=", "first.team_id")
            .whereRef("hold.kind", "=", "first.kind")
            .where("hold.until", ">", now),
        ),
      ),
    )
    .orderBy("first.written_at")
    .limit(MOST_PLACES)
    .execute();
  return rows;
}

const MOST_PLACES = 200;
