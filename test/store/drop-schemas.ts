import { Client } from "pg";
import { SCHEMAS } from "./own-schema.ts";

/** Gives what drops every schema that the tests made in PostgreSQL, when all of them are through. */
export default function setup(): () => Promise<void> {
  return async () => {
    const connectionString = process.env.TEST_DATABASE_URL;
    if (!connectionString) return;
    const client = new Client({ connectionString });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      "select schema_name as name from information_schema.schemata where starts_with(schema_name, $1)",
      [SCHEMAS],
    );
    for (const { name } of rows) await client.query(`drop schema ${name} cascade`);
    await client.end();
  };
}
