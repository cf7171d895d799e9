import { randomUUID } from "node:crypto";
import { Client } from "pg";

/** What the names of all schemas for tests begin with. */
export const SCHEMAS = "tightrope_test_";

const address = process.env.TEST_DATABASE_URL;

/** Whether there is a PostgreSQL to test with; in CI there has to be one. */
export const POSTGRES = { isThere: Boolean(address) || Boolean(process.env.CI) };

let own: Promise<string> | undefined;

/** The address of an empty schema, which goes when all tests are through. */
export async function freshSchema(): Promise<string> {
  if (!address) throw new Error("TEST_DATABASE_URL must name a PostgreSQL to test with; .ci/run starts one.");
  const schema = `${SCHEMAS}${randomUUID().replaceAll("-", "")}`;
  await asked(address, (client) => client.query(`create schema ${schema}`));
  const there = new URL(address);
  there.searchParams.set("options", `-c search_path=${schema}`);
  return there.href;
}

/** The schema that all stores of a worker have one after another: nothing is in it but perhaps empty tables. */
export async function emptied(): Promise<string> {
  own ??= freshSchema();
  const there = await own;
  await asked(there, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables
        where table_schema = current_schema() and table_name not like 'kysely%'`,
    );
    if (rows.length > 0) await client.query(`truncate ${rows.map(({ name }) => name).join(", ")}`);
  });
  return there;
}

/** Asks the database something over a connection of its own. */
export async function asked<Answer>(at: string, ask: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client({ connectionString: at });
  // Of a connection that breaks, whoever asked hears from the question.
  client.on("error", () => {});
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}
