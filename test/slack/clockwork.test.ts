import { expect, it, vi } from "vitest";
import { createClockwork } from "../../src/slack/clockwork.ts";
import { openStore } from "../../src/store/store.ts";

/** The levels of what the clock logs of an error of its store. */
const loggedOf = async (error: Error): Promise<string[]> => {
  const inner = await openStore(":memory:");
  const dueNow = vi.fn(() => Promise.reject(error));
  const levels: string[] = [];
  const log = { debug: () => levels.push("debug"), error: () => levels.push("error") } as never;
  const sender = { look: async () => {}, settled: async () => false, stop: async () => {} } as never;
  const clockwork = createClockwork({ ...inner, dueNow }, sender, log, Date.now);
  clockwork.start();
  await vi.waitFor(() => expect(levels).not.toEqual([]));
  dueNow.mockImplementation(() => Promise.resolve([]) as never);
  await clockwork.stop();
  await inner.close();
  return levels;
};

it("the clock leaves it to others to tell that the database is away, which would be at every turn", async () => {
  const away = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  expect(await loggedOf(away)).toEqual(["debug"]);
});

it("the clock tells of a bug of ours", async () => {
  expect(await loggedOf(new TypeError("a bug"))).toEqual(["error"]);
});
