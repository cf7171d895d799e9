import { asked, SCHEMAS } from "../store/own-schema.ts";
import { named } from "./cut-connections.ts";

const made: string[] = [];

/** Makes an empty schema for one run, and gives its address; by its name the run's connections are known. */
export async function emptySchema(server: string): Promise<`postgres${string}`> {
  const schema = `${SCHEMAS}chaos_${crypto.randomUUID().replaceAll("-", "")}`;
  await asked(server, (client) => client.query(`create schema ${schema}`));
  const there = new URL(server);
  there.searchParams.set("options", `-c search_path=${schema}`);
  made.push(there.href);
  return named(there.href, schema.slice(0, 60));
}

/** Drops every schema that was made, one after another. */
export async function dropSchemas(): Promise<void> {
  for (const address of made.splice(0)) await dropSchema(address);
}

/** Drops it with everything in it. */
export async function dropSchema(address: string): Promise<void> {
  const schema = new URL(address).searchParams.get("options")?.replace("-c search_path=", "");
  await asked(address, (client) => client.query(`drop schema if exists ${schema} cascade`));
}
