import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

type Column = "text" | "integer" | "bigint";

/** What the store learned about celebrating what teams do together. */
export const CELEBRATION_MIGRATIONS: Record<string, Migration> = {
  "2026-11-22T23a-celebration": {
    async up(db: Kysely<unknown>) {
      const create = async (name: string, key: readonly string[], more: Record<string, Column>) => {
        const keyed = ["team_id", "challenge_id", ...key];
        const columns = [...keyed.map((one) => [one, "text"] as const), ...Object.entries(more)];
        const table = columns.reduce(
          (so, [column, type]) => so.addColumn(column, type, (one) => one.notNull()),
          db.schema.createTable(name),
        );
        await table.addPrimaryKeyConstraint(`${name}_key`, keyed as never).execute();
      };
      const whose = { user_id: "text", channel_id: "text" } as const;
      const showing = { flow: "text", rated: "text", is_first: "integer" } as const;
      await create("challenge_showing", ["practice_id"], { ...whose, ...showing });
      await create("challenge_mended", ["source"], { channel_id: "text" });
      const line = { home_channel: "text", quote: "text", shown_as: "text", agreed_at: "bigint" } as const;
      await create("challenge_line", ["practice_id"], { ...whose, ...line });
      await create("challenge_board", ["channel_id"], { message_id: "text", shown: "text" });
      const said = { called: "text", words: "text" } as const;
      await create("challenge_board_line", ["user_id"], { channel_id: "text", ...said });
      await create("challenge_slip", [], { channel_id: "text", message_id: "text" });
    },
  },
};
