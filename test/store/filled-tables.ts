import type { Kysely } from "kysely";
import { sql } from "kysely";
import { begin, happen } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import type { Tables } from "../../src/store/tables.ts";
import { COLD_SOUP } from "./stores.ts";

/** What stands in a column of a person's row, by which it is found again anywhere. */
export const markOf = (table: string, column: string) => `Marmalade in ${table} ${column}`;

const record = (table: string) =>
  JSON.stringify(
    happen(takeTurn(begin(COLD_SOUP, 1, "Ada"), `Oh no, ${markOf(table, "record")}.`), { type: "stop" })
      .record,
  );

const SAID = {
  practice: "p1",
  turn: 1,
  about: "validation",
  said: "absent",
  thinks: "specific",
  language: "en",
};
const LINE = { flow: "cold-soup", seed: 1, turn: 1, before: [], customer: "", why: undefined, labels: {} };

// Columns that must hold something in particular; every other one is filled by its type.
const VALUES: Record<string, (table: string, column: string) => unknown> = {
  "session.record": record,
  "relay.record": record,
  "session.pending": (table, column) => JSON.stringify([{ id: "1", text: markOf(table, column) }]),
  "session.flow_hash": () => COLD_SOUP.hash,
  "relay.flow_hash": () => COLD_SOUP.hash,
  "flow_version.hash": () => COLD_SOUP.hash,
  "flow_source.hash": () => COLD_SOUP.hash,
  "flow_source.source": () => COLD_SOUP.source,
  "flow_source.flow": () => COLD_SOUP.file,
  "flow_source.shared": () => "[]",
  "session.state": () => "stopped",
  "session.id": () => "p1",
  "session.own_view": () => null,
  "session.retry_of": () => null,
  "session.trial_of": () => null,
  "appeal.appeal": (table, column) =>
    JSON.stringify({ ...SAID, consent: true, line: { ...LINE, reply: markOf(table, column) } }),
  "share.id": () => "s1",
  "share.lines": (table, column) => JSON.stringify([{ turn: 1, quote: markOf(table, column) }]),
  "share.to_kind": () => "person",
  "challenge.id": () => "c1",
  "challenge.state": () => "ended",
  "challenge.plan": (table, column) =>
    JSON.stringify({ kind: "relay", endsAt: 1_000_000, channels: ["C1"], word: markOf(table, column) }),
  "outbox.message": (table, column) => JSON.stringify({ text: markOf(table, column) }),
  "outbox.kind": () => "post",
  "outbox.state": () => "waiting",
  "outbox.channel_id": () => "D1",
  "inbox.body": (table, column) => JSON.stringify({ text: markOf(table, column) }),
  "learn_waiting.kind": () => "talk",
  "learn_waiting.source_id": () => "p1",
  "due.subject": () => "U1",
  "tap.name": () => "begin/U1/cold-soup",
  "flow_version.state": () => "published",
  "listening_quote.state": () => "shown",
  "huddle.state": () => "over",
  "kudos.taken_back_at": () => null,
};
const BY_NAME: Record<string, unknown> = {
  team_id: "T1",
  challenge_id: "c1",
  share_id: "s1",
  practice_id: "p1",
  huddle_id: "h1",
  wordless_at: null,
  held_until: null,
  turn: 1,
};

/** Whether a column names a person, by what it is called. */
export const namesSomebody = (column: string) =>
  /(?:^|_)(?:user|member|person|author|actor|by)(?:_id)?$/.test(column) && column !== "held_by";

/** The tables and columns of a database. */
export async function tablesOf(db: Kysely<Tables>) {
  const all = await db.introspection.getTables();
  return all.filter(({ name }) => !name.startsWith("kysely") && !name.startsWith("sqlite"));
}

/** Puts one row into every table there is, also into those that nobody thought of here; each is about U1. */
export async function fillEveryTable(db: Kysely<Tables>, whose: (table: string) => string[]): Promise<void> {
  for (const { name: table, columns } of await tablesOf(db)) {
    const row = columns.map(({ name, dataType }) => {
      const special = VALUES[`${table}.${name}`];
      if (special) return special(table, name);
      if (name in BY_NAME) return BY_NAME[name];
      if (whose(table).includes(name) || namesSomebody(name)) return "U1";
      return /int/i.test(dataType) ? 1_000 : markOf(table, name);
    });
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map(({ name }) => sql.ref(name)))})
      values (${sql.join(row)})`.execute(db);
  }
}

/** Everything in a table, as text. */
export async function textIn(db: Kysely<Tables>, table: string): Promise<string> {
  return JSON.stringify((await sql`select * from ${sql.table(table)}`.execute(db)).rows);
}
