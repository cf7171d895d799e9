import Database from "better-sqlite3";
import { Pool } from "pg";
import { isPostgres } from "../../src/store/postgres.ts";
import { openStore } from "../../src/store/store.ts";
import { type Script, WORKSPACES } from "./trainees.ts";

// As wide as instants are, which a count of milliseconds is not by itself.
const MINUTE = "cast(60000 as bigint)";
const DAY = "cast(86400000 as bigint)";
/** Messages of a session that are still known by their outbox rows, and events by their inbox rows. */
const OUTBOX_ROWS = 3;
const INBOX_ROWS = 2;

/**
 * Makes a store with so many sessions, half of them in the middle of a talk: with what was heard and sent in them as
 * long as that is kept, and a reminder for everybody. The n-th trainee is in the middle of the n-th talk.
 */
export async function fillStore(
  address: string,
  sessions: number,
  scripts: readonly Script[],
): Promise<void> {
  await (await openStore(address)).close();
  const { run, close } = connect(address);
  const now = Date.now();
  const people = Math.ceil(sessions / 2);
  const count = (most: number) =>
    `with recursive series(i) as (select 0 union all select i + 1 from series where i < ${most - 1})`;
  const team = `'T' || (i % ${people} % ${WORKSPACES})`;
  const person = `(i % ${people})`;

  await run("create table bench_script (n integer primary key, hash text, talk text, over text, how text)");
  for (const [n, { talk, over }] of scripts.entries()) {
    const how = over.state === "ended" ? "ended" : "stopped";
    await run("insert into bench_script values ($1, $2, $3, $4, $5)", [
      n,
      talk.flow.hash,
      JSON.stringify(talk.record),
      JSON.stringify(over.record),
      how,
    ]);
  }
  await run(
    `${count(WORKSPACES)} insert into workspace (team_id, since) select 'T' || i, ${now} from series`,
  );
  for (const { hash, file, source, uses } of new Set(scripts.map(({ talk }) => talk.flow)))
    await run(
      `${count(WORKSPACES)} insert into flow_source (team_id, hash, flow, source, shared)
       select 'T' || i, $1, $2, $3, $4 from series`,
      [hash, file, source, JSON.stringify(uses)],
    );
  await run(
    `${count(sessions)} insert into session (team_id, id, user_id, channel_id, flow_hash, state, record, pending,
       control_id, started_at, updated_at, debriefed_at)
     select ${team}, 'S' || i, 'U' || ${person}, 'D' || ${person}, hash,
       case when i < ${people} then 'playing' else how end, case when i < ${people} then talk else over end, '[]',
       'O' || i || '-0', ${now} - (i % 89 + 1) * ${DAY}, ${now} - (i % 89 + 1) * ${DAY},
       case when i < ${people} then null else ${now} - (i % 89 + 1) * ${DAY} end
     from series join bench_script on n = i % ${scripts.length}`,
  );
  await run(
    `${count(sessions * OUTBOX_ROWS)} insert into outbox (team_id, id, channel_id, seq, kind, message, state,
       not_before, tries, slack_ts, written_at, sent_at)
     select ${team}, 'O' || (i % ${sessions}) || '-' || (i / ${sessions}), 'D' || ${person}, i, 'post', '{}', 'sent',
       ${now} - (i % 29 + 1) * ${DAY}, 1, '1700000000.' || i, ${now} - (i % 29 + 1) * ${DAY},
       ${now} - (i % 29 + 1) * ${DAY} from series`,
  );
  await run(
    `${count(sessions * INBOX_ROWS)} insert into inbox (team_id, id, body, received_at, done_at)
     select ${team}, 'Ev' || i, '', ${now} - i % 2800 * ${MINUTE}, ${now} - i % 2800 * ${MINUTE} from series`,
  );
  await run(
    `${count(people)} insert into due (team_id, kind, subject, at)
     select ${team}, 'reminder', 'U' || i, ${now} + (i % 7 + 1) * ${DAY} from series`,
  );
  // Everybody was known to be there a moment ago, so nobody is asked about while messages are measured.
  await run(
    `${count(people)} insert into presence (team_id, user_id, asked_at) select ${team}, 'U' || i, ${now} from series`,
  );
  await run("drop table bench_script");
  if (isPostgres(address)) await settle(run);
  await close();
}

// What PostgreSQL does by itself in the minutes after so much was written, which belongs to no message. Nobody does it
// on SQLite.
async function settle(run: Filling["run"]): Promise<void> {
  await run("vacuum analyze");
  // Only an administrator may ask for it.
  await run("checkpoint").catch(() => {});
}

type Filling = { run(sql: string, values?: unknown[]): Promise<unknown>; close(): Promise<void> };

function connect(address: string): Filling {
  if (isPostgres(address)) {
    const pool = new Pool({ connectionString: address, max: 1 });
    return { run: (sql, values) => pool.query(sql, values), close: () => pool.end() };
  }
  const database = new Database(address);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = OFF");
  return {
    run: async (sql, values = []) => database.prepare(sql.replaceAll(/\$\d/g, "?")).run(...values),
    close: async () => void database.close(),
  };
}
