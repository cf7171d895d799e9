import { readStore } from "./read-store.ts";

/**
 * Reads the names of the flows that trainers have published in Slack and not retired out of a store, all
 * workspaces together, changing nothing.
 * @throws {NoStore} when its file is not there.
 */
export async function readPublished(address: string): Promise<string[]> {
  const names = await readStore(address, "flow_version", async (db) => {
    const rows = db.selectFrom("flow_version").select("flow_id").where("state", "=", "published");
    return rows.distinct().orderBy("flow_id").execute();
  });
  return names.map(({ flow_id }) => flow_id);
}
