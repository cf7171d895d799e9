import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/store.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import { until } from "../slack-double/until.ts";
import { OPENING, openPracticeRoom, openSlack, quietly, runningIn, startTightrope } from "./practice-room.ts";

describe("stopping and starting again", () => {
  let slack: SlackDouble;
  let folder: string;
  let file: string;
  beforeEach(async () => {
    slack = await openSlack(["U1"]);
    folder = mkdtempSync(join(tmpdir(), "tightrope-restart-"));
    file = join(folder, "store.db");
  });
  afterEach(async () => {
    await slack.close();
    rmSync(folder, { recursive: true });
  });

  const life = async (work: (quiet: () => Promise<void>) => Promise<unknown>) => {
    const store = await openStore(file, slack.clock.now);
    const tightrope = await startTightrope(slack, store);
    await work(() => quietly(tightrope, store));
    await tightrope.stop();
    const practice = await runningIn(store, "U1");
    await store.close();
    return practice;
  };

  it("a practice goes on where it was, with what waited for its turn", async () => {
    await life(async (quiet) => {
      await slack.person("U1").command("/practice", "cold-soup");
      await quiet();
      await slack.person("U1").writes("Hello");
    });
    slack.clock.advance(3_600_000);
    const practice = await life((quiet) => quiet());
    expect(practice?.session.turns.map(({ reply }) => reply)).toEqual(["Hello"]);
    expect(slack.dm("U1").filter(({ text }) => text === OPENING)).toHaveLength(1);
  });

  it("a command that was written down and never answered starts its practice, without an error", async () => {
    const { person, body } = slack.unsent("U1").command("/practice", "cold-soup");
    const list = slack.unsent(person).command("/practice");
    const store = await openStore(file, slack.clock.now);
    for (const one of [body, list.body])
      await store.note({ team: "T0001", id: String(one.trigger_id), body: one });
    await store.close();
    slack.clock.advance(60_000);
    await life((quiet) => quiet());
    const told = slack.dm("U1").map(({ text }) => text);
    expect(told).toContain(OPENING);
    expect(told.join()).toContain("Choose a customer");
    expect(told.join()).not.toContain("Something went wrong");
  });

  it("what Slack could not be asked about when the app left is done when it is back", async () => {
    await life(async () => {
      slack.failNext("users.info", { kind: "broken" }, 2);
      await slack.person("U1").command("/practice", "cold-soup");
      await until(() => slack.timesCalled("users.info") > 0);
    });
    expect(slack.dm("U1")).toEqual([]);
    const practice = await life((quiet) => quiet());
    expect(practice?.session.state).toBe("playing");
  });

  it("a start that Slack refuses fails at once instead of staying deaf", async () => {
    slack.failNext("auth.test", { kind: "refused", error: "invalid_auth" });
    const store = await openStore(file, slack.clock.now);
    await expect(startTightrope(slack, store)).rejects.toThrow("invalid_auth");
    await store.close();
  });
});

describe("a practice that cannot go on", () => {
  it("stops nobody else's clock, and is tried again later", async () => {
    const room = await openPracticeRoom();
    await room.begin("U1");
    await room.begin("U2");
    const broken = (await room.practice("U1"))?.id;
    const { onDue } = room.store;
    room.store.onDue = (due, work) =>
      onDue(due, (desk) =>
        work(
          due.subject === broken ? { ...desk, practice: () => Promise.reject(new Error("broken")) } : desk,
        ),
      );
    await room.slack.person("U1").writes("Hello");
    await room.slack.person("U2").writes("Hello");
    await room.pass(2_000);
    expect(room.customerSaid("U1")).toHaveLength(1);
    expect(room.customerSaid("U2")).toHaveLength(2);
    room.store.onDue = onDue;
    await room.pass(60_000);
    expect(room.customerSaid("U1")).toHaveLength(2);
    await room.close();
  });
});
