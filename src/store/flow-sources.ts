import type { Kysely } from "kysely";
import type { Flow, SharedParts } from "../flow/flow.ts";
import { reloadFlow } from "../flow/load.ts";
import type { Tables } from "./tables.ts";

// What was compiled once; a hash names its content, so it serves every workspace that is known to keep it.
const compiled = new Map<string, Flow>();
const MOST_FLOWS = 500;
const keepers = new Set<string>();
const MOST_KEEPERS = 100_000;

/** Keeps the text of a flow, with the parts it shares, so that it can be played whatever becomes of its file. */
export async function keepFlow(db: Kysely<Tables>, team: string, flow: Flow): Promise<void> {
  await db
    .insertInto("flow_source")
    .values({
      team_id: team,
      hash: flow.hash,
      flow: flow.file,
      source: flow.source,
      shared: JSON.stringify(flow.uses),
    })
    .onConflict((conflict) => conflict.columns(["team_id", "hash"]).doNothing())
    .execute();
}

/** The flow of a hash as it was kept; nothing when it is gone, or can no longer be read at all. */
export async function flowOf(db: Kysely<Tables>, team: string, hash: string): Promise<Flow | undefined> {
  const known = compiled.get(hash);
  const keeper = `${team}/${hash}`;
  if (known && keepers.has(keeper)) return known;
  const row = await db
    .selectFrom("flow_source")
    .selectAll()
    .where("team_id", "=", team)
    .where("hash", "=", hash)
    .executeTakeFirst();
  if (!row) return undefined;
  if (keepers.size >= MOST_KEEPERS) keepers.clear();
  keepers.add(keeper);
  if (known) return known;
  const flow = reloadFlow(row.source, row.flow, JSON.parse(row.shared) as SharedParts[]);
  if (!flow) return undefined;
  if (compiled.size >= MOST_FLOWS) compiled.delete([...compiled.keys()][0] ?? "");
  compiled.set(hash, flow);
  return flow;
}

/** The workspaces that texts of flows are kept for. */
export async function workspacesWithFlows(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db.selectFrom("flow_source").select("team_id").distinct().execute();
  return rows.map(({ team_id }) => team_id);
}

/** Forgets texts that no practice, no trainer and no relay goes back to any more. */
export async function forgetFlows(db: Kysely<Tables>, team: string): Promise<void> {
  await db
    .deleteFrom("flow_source")
    .where("flow_source.team_id", "=", team)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("session")
            .select("session.id")
            .whereRef("session.team_id", "=", "flow_source.team_id")
            .whereRef("session.flow_hash", "=", "flow_source.hash"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("flow_version")
            .select("flow_version.id")
            .whereRef("flow_version.team_id", "=", "flow_source.team_id")
            .whereRef("flow_version.hash", "=", "flow_source.hash"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("relay")
            .select("relay.challenge_id")
            .whereRef("relay.team_id", "=", "flow_source.team_id")
            .whereRef("relay.flow_hash", "=", "flow_source.hash"),
        ),
      ),
    )
    .execute();
}
