import type { Kysely, Selectable } from "kysely";
import type { Appeal } from "../feedback/appeal.ts";
import type { Flow } from "../flow/flow.ts";
import { appealsOf } from "./appeals.ts";
import { flowOf, forgetFlows, keepFlow } from "./flow-sources.ts";
import type { Tables } from "./tables.ts";

/** What became of a flow that a trainer brought: not published yet, waiting for a second trainer, or published. */
export type VersionState = Tables["flow_version"]["state"];

/** One text of a flow that a trainer brought in Slack. */
export type FlowVersion = {
  team: string;
  id: string;
  /** The name after `flow:`. */
  flow: string;
  hash: string;
  state: VersionState;
  /** 1 for the first that was published; nothing for a draft. */
  version: number | undefined;
  /** What changed, in the words of who published it. */
  note: string;
  by: string;
  /** The direct message of who brought it. */
  channel: string;
  /** ms since 1970. */
  madeAt: number;
  publishedAt: number | undefined;
  approvedBy: string | undefined;
};

type Key = Pick<FlowVersion, "team" | "id">;

/** What can be done with the flows that trainers bring, within one transaction. */
export type FlowVersions = {
  /** Keeps a new text as a draft. */
  addDraft(draft: Key & Pick<FlowVersion, "by" | "channel" | "madeAt">, flow: Flow): Promise<void>;
  byId(team: string, id: string): Promise<FlowVersion | undefined>;
  /** Every number of a flow that was ever published, the newest first. */
  numbered(team: string, flow: string): Promise<FlowVersion[]>;
  /** Of each flow that was ever published its newest number, by the flow's name; it may be retired. */
  newest(team: string): Promise<FlowVersion[]>;
  /** Makes a draft the next number of its flow, and gives that number. */
  publish(key: Key, done: { note: string; at: number; approvedBy?: string }): Promise<number>;
  /** A draft waits for a second trainer. */
  ask(key: Key, note: string): Promise<void>;
  /** What waited is a draft again. */
  sendBack(key: Key): Promise<void>;
  /** Deletes what is not published. */
  discard(key: Key): Promise<void>;
  /** A flow is no longer offered. */
  retire(key: Key): Promise<void>;
  /** The flow as it can be played; nothing when it can no longer be read at all. */
  flowOf(version: Pick<FlowVersion, "team" | "hash">): Promise<Flow | undefined>;
  /** Every appeal of a workspace, the oldest first, without whose it is: a new text is tried on them. */
  appeals(team: string): Promise<Appeal[]>;
};

/** Opens the flows that trainers bring. */
export const flowVersions = (db: Kysely<Tables>): FlowVersions => ({
  addDraft: async ({ team, id, by, channel, madeAt }, flow) => {
    await keepFlow(db, team, flow);
    await db
      .insertInto("flow_version")
      .values({
        team_id: team,
        id,
        flow_id: flow.id,
        hash: flow.hash,
        state: "draft",
        version: null,
        note: "",
        by_user: by,
        channel_id: channel,
        made_at: madeAt,
        published_at: null,
        approved_by: null,
      })
      .execute();
  },
  byId: async (team, id) => {
    const row = await allOf(db, team).where("id", "=", id).executeTakeFirst();
    return row && toVersion(row);
  },
  numbered: async (team, flow) => {
    const numbers = allOf(db, team).where("flow_id", "=", flow).where("version", "is not", null);
    return (await numbers.orderBy("version", "desc").execute()).map(toVersion);
  },
  newest: async (team) => {
    const rows = await allOf(db, team)
      .where("version", "is not", null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("flow_version as later")
              .select("later.id")
              .whereRef("later.team_id", "=", "flow_version.team_id")
              .whereRef("later.flow_id", "=", "flow_version.flow_id")
              .whereRef("later.version", ">", "flow_version.version"),
          ),
        ),
      )
      .orderBy("flow_id")
      .execute();
    return rows.map(toVersion);
  },
  publish: async (key, { note, at, approvedBy }) => {
    const { flow_id } = await one(db, key).select("flow_id").executeTakeFirstOrThrow();
    const last = await db
      .selectFrom("flow_version")
      .select((eb) => eb.fn.max("version").as("version"))
      .where("team_id", "=", key.team)
      .where("flow_id", "=", flow_id)
      .executeTakeFirst();
    const version = Number(last?.version ?? 0) + 1;
    await change(db, key)
      .set({ state: "published", version, note, published_at: at, approved_by: approvedBy ?? null })
      .execute();
    return version;
  },
  ask: async (key, note) => {
    await change(db, key).set({ state: "awaiting", note }).execute();
  },
  sendBack: async (key) => {
    await change(db, key).where("state", "=", "awaiting").set({ state: "draft" }).execute();
  },
  discard: async ({ team, id }) => {
    const unpublished = db.deleteFrom("flow_version").where("team_id", "=", team).where("id", "=", id);
    await unpublished.where("version", "is", null).execute();
  },
  retire: async (key) => {
    await change(db, key).where("state", "=", "published").set({ state: "retired" }).execute();
  },
  flowOf: ({ team, hash }) => flowOf(db, team, hash),
  appeals: (team) => appealsOf(db, team),
});

/** Forgets drafts of a workspace that nobody went on with, and texts that nobody goes back to any more. */
export async function forgetDrafts(db: Kysely<Tables>, team: string, before: number): Promise<void> {
  const drafts = db.deleteFrom("flow_version").where("team_id", "=", team).where("state", "=", "draft");
  await drafts.where("made_at", "<", before).execute();
  await forgetFlows(db, team);
}

const allOf = (db: Kysely<Tables>, team: string) =>
  db.selectFrom("flow_version").selectAll().where("team_id", "=", team);

const one = (db: Kysely<Tables>, { team, id }: Key) =>
  db.selectFrom("flow_version").where("team_id", "=", team).where("id", "=", id);

const change = (db: Kysely<Tables>, { team, id }: Key) =>
  db.updateTable("flow_version").where("team_id", "=", team).where("id", "=", id);

const toVersion = (row: Selectable<Tables["flow_version"]>): FlowVersion => ({
  team: row.team_id,
  id: row.id,
  flow: row.flow_id,
  hash: row.hash,
  state: row.state,
  version: row.version === null ? undefined : Number(row.version),
  note: row.note,
  by: row.by_user,
  channel: row.channel_id,
  madeAt: Number(row.made_at),
  publishedAt: row.published_at === null ? undefined : Number(row.published_at),
  approvedBy: row.approved_by ?? undefined,
});
