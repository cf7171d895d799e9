import { asked } from "../store/own-schema.ts";

/** Cuts every connection to a database that goes by the name of this address. */
export async function cutConnections(address: string): Promise<void> {
  const name = new URL(address).searchParams.get("application_name");
  await asked(withoutName(address), (client) =>
    client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1", [
      name,
    ]),
  );
}

/** An address by whose name its connections are known from all others. */
export function named(address: string, name: string): `postgres${string}` {
  const there = new URL(address);
  there.searchParams.set("application_name", name);
  return there.href as `postgres${string}`;
}

function withoutName(address: string): string {
  const there = new URL(address);
  there.searchParams.delete("application_name");
  return there.href;
}
