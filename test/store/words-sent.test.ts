import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openStore } from "../../src/store/store.ts";
import { taken, within } from "./stores.ts";

it("of a message that was sent, or was seen to stand in Slack, no words are kept", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tightrope-words-"));
  const file = join(folder, "store.db");
  const store = await openStore(file);
  const write = () => within(store, (desk) => desk.send("T1", "D1", { text: "Something private." }));
  await write();
  await store.sent(await taken(store, "D1"), "1.1");
  await write();
  const seen = await taken(store, "D1");
  await store.unanswered(seen, Date.now());
  await within(store, (desk) => desk.standsAt("T1", seen.id, "2.2"));
  await store.close();
  const database = new Database(file, { readonly: true });
  const rows = database.prepare("select state, slack_ts, message, held_by, sent_at > 0 as dated from outbox");
  const sent = { state: "sent", message: "{}", held_by: null, dated: 1 };
  expect(rows.all()).toEqual([
    { ...sent, slack_ts: "1.1" },
    { ...sent, slack_ts: "2.2" },
  ]);
  database.close();
  rmSync(folder, { recursive: true });
});
