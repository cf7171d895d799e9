import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Appeal } from "../../src/feedback/appeal.ts";
import { begin, happen } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { openStore } from "../../src/store/store.ts";
import { CHANGED, COLD_SOUP, practiceOf, STORES, within } from "./stores.ts";

const SECRET = "Marmalade and thunder";
const practised = (user: string, flow = COLD_SOUP) =>
  practiceOf(
    user,
    undefined,
    happen(takeTurn(begin(flow, 1, "Ada"), `${SECRET}, ${user}.`), { type: "stop" }),
  );
const appeal: Appeal = {
  practice: "practice-U1",
  turn: 1,
  about: "validation",
  said: "absent",
  thinks: "specific",
  language: "en",
  consent: false,
};

describe.each(STORES)("erasing everything of one's own, %s", (_name, open) => {
  it("takes practices and appeals of one's own, and nobody else's", async () => {
    const { store, close } = await open();
    await within(store, async (desk) => {
      await desk.keep(practised("U1", CHANGED));
      await desk.keep(practised("U2"));
      await desk.keepAppeal({ team: "T1", id: "a", user: "U1", appeal });
      await desk.keepAppeal({ team: "T1", id: "b", user: "U2", appeal: { ...appeal, practice: "p2" } });
    });
    const forget = () => within(store, (desk) => desk.own.erase({ team: "T1", user: "U1" }));
    expect([(await forget()).practices, (await forget()).rows]).toEqual([1, 0]);
    expect(await store.practice("T1", "practice-U1")).toBeUndefined();
    expect((await store.practice("T1", "practice-U2"))?.session.turns).toHaveLength(1);
    expect((await store.appeals()).map(({ practice }) => practice)).toEqual(["p2"]);
    await close();
  });
});

describe("what was erased", () => {
  it("is no longer in the file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tightrope-forget-"));
    const file = join(folder, "store.db");
    const inFile = () => readdirSync(folder).some((one) => readFileSync(join(folder, one)).includes(SECRET));
    const opened = async (work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<unknown>) => {
      const store = await openStore(file);
      await work(store);
      await store.close();
    };
    await opened((store) => within(store, (desk) => desk.keep(practised("U1"))));
    expect(inFile()).toBe(true);
    await opened((store) => within(store, (desk) => desk.own.erase({ team: "T1", user: "U1" })));
    expect(inFile()).toBe(false);
    rmSync(folder, { recursive: true });
  });
});
