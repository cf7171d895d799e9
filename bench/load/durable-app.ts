import { App, HTTPReceiver, LogLevel } from "@slack/bolt";
import Database from "better-sqlite3";
import { Pool } from "pg";
import { read } from "../../src/skills/read.ts";
import { NO_CONTEXT } from "../../src/skills/reading.ts";

// The least that an app can do that reads and loses nothing: what was heard is on disk before it is acknowledged, the
// answer before it is posted, and that it was posted after it. No customer, no practice, no order, no second attempt.
// What it takes beyond bare Bolt is what reading and writing down cost, whoever does them.
const TABLE = "create table message (id text primary key, said text, answer text, posted text)";
const SQL = {
  heard: "insert into message (id, said) values ($1, $2) on conflict do nothing",
  answered: "update message set answer = $1 where id = $2",
  posted: "update message set posted = $1 where id = $2",
};

type Keep = (what: keyof typeof SQL, values: string[]) => Promise<unknown> | unknown;

const keep = process.env.DATABASE_URL ? await inPostgres(process.env.DATABASE_URL) : inFile();
const app = new App({
  token: process.env.SLACK_BOT_TOKEN ?? "",
  receiver: new HTTPReceiver({
    signingSecret: process.env.SLACK_SIGNING_SECRET ?? "",
    processBeforeResponse: true,
    logLevel: LogLevel.ERROR,
  }),
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? "", retryConfig: { retries: 0 } },
  convoStore: false,
  logLevel: LogLevel.ERROR,
});
app.message(async ({ message, body, say }) => {
  if (message.subtype !== undefined) return;
  const { text = "" } = message;
  await keep("heard", [body.event_id, text]);
  void answer(body.event_id, text, say);
});
await app.start(Number(process.env.PORT));

async function answer(id: string, text: string, say: (words: string) => Promise<{ ts?: string }>) {
  const { validation, question, deescalation } = read(text, "", NO_CONTEXT);
  const words = `You said: ${text} (${validation.level}, ${question.level}, ${deescalation.level})`;
  await keep("answered", [words, id]);
  const { ts = "" } = await say(words);
  await keep("posted", [ts, id]);
}

function inFile(): Keep {
  const database = new Database(process.env.TIGHTROPE_DB ?? "");
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL"]) database.pragma(pragma);
  database.exec(TABLE);
  const prepared = Object.fromEntries(
    Object.entries(SQL).map(([what, sql]) => [what, database.prepare(sql.replace(/\$\d/g, "?"))]),
  );
  return (what, values) => prepared[what]?.run(...values);
}

async function inPostgres(connectionString: string): Promise<Keep> {
  const pool = new Pool({ connectionString });
  await pool.query(TABLE);
  return (what, values) => pool.query({ name: what, text: SQL[what], values });
}
