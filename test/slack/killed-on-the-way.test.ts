import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Tightrope } from "../../src/slack/tightrope.ts";
import { ON_ITS_WAY } from "../../src/store/holder.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import { until } from "../slack-double/until.ts";
import { emptied, POSTGRES } from "../store/own-schema.ts";
import { mortal } from "./mortal-store.ts";
import { OPENING, openSlack, quietly, startTightrope } from "./practice-room.ts";

type Place = { address: string; tidy(): void };

const PLACES: (readonly [name: string, make: () => Promise<Place>])[] = [
  [
    "a file",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "tightrope-killed-"));
      return { address: join(folder, "store.db"), tidy: () => rmSync(folder, { recursive: true }) };
    },
  ],
  ...(POSTGRES.isThere
    ? [["PostgreSQL", async () => ({ address: await emptied(), tidy: () => {} })] as const]
    : []),
];

describe.each(PLACES)("a process that is killed while a message is on its way, on %s", (_name, make) => {
  let slack: SlackDouble;
  let place: Place;
  let alive: { tightrope: Tightrope; store: Store; kill(): Promise<void> };
  beforeEach(async () => {
    [slack, place] = await Promise.all([openSlack(["U1", "U2"]), make()]);
    for (const person of ["U1", "U2"]) slack.unsent(person).opensHome();
    await start();
  });
  afterEach(async () => {
    await alive.tightrope.stop();
    await alive.store.close();
    await slack.close();
    place.tidy();
  });

  const start = async () => {
    const opened = await openStore(place.address, slack.clock.now);
    const { store, die } = mortal(opened);
    const tightrope = await startTightrope(slack, store);
    const kill = async () => {
      die();
      // Its connections close, what it has open is let go, and whatever it still waits for never comes.
      void tightrope.stop();
      await opened.close();
    };
    alive = { tightrope, store, kill };
  };

  const write = (person: string, ...lines: string[]) =>
    alive.store.together("T0001", async (desk) => {
      const ids: string[] = [];
      for (const text of lines) ids.push(await desk.send("T0001", `D${person}`, { text }));
      return ids;
    });
  const change = (id: string, text: string) =>
    alive.store.together("T0001", (desk) => desk.send("T0001", "DU1", { text }, id));
  const calls = (method: string) => slack.calls.filter((call) => call.method === method).length;
  const quiet = () => quietly(alive.tightrope, alive.store);
  const pass = async (ms: number) => {
    slack.clock.advance(ms);
    await quiet();
  };
  const told = (person = "U1") => slack.dm(person).map(({ text }) => text);

  /** The next call of that method reaches Slack, and is done there only once it is let through. */
  const holdUp = (method: string) => {
    const through = Promise.withResolvers<void>();
    slack.failNext(method, { kind: "held", until: through.promise });
    return through.resolve;
  };
  const killedWhile = async (method: string, work: () => Promise<unknown>) => {
    const before = calls(method);
    const letThrough = holdUp(method);
    await work();
    await until(() => calls(method) > before);
    await alive.kill();
    return letThrough;
  };
  const arrived = (letThrough: () => void, text: string) => {
    letThrough();
    return until(() => told().includes(text));
  };

  it("is followed by one that posts nothing twice, although the message arrives only after its start", async () => {
    const letThrough = await killedWhile("chat.postMessage", () => write("U1", "one", "two"));
    await start();
    await quiet();
    await pass(ON_ITS_WAY - 1);
    expect(told()).toEqual([]);
    await arrived(letThrough, "one");
    await pass(1);
    expect(told()).toEqual(["one", "two"]);
    expect(calls("chat.postMessage")).toBe(2);
    // Once at the start, and once more when it could no longer come.
    expect(calls("conversations.history")).toBe(2);
  });

  it("keeps nobody waiting when the message has arrived by the next start", async () => {
    const letThrough = await killedWhile("chat.postMessage", () => write("U1", "one", "two"));
    await arrived(letThrough, "one");
    await start();
    await quiet();
    expect(told()).toEqual(["one", "two"]);
  });

  it("is followed by one that sends the message once it surely will not arrive any more, and no sooner", async () => {
    await killedWhile("chat.postMessage", () => write("U1", "one", "two"));
    await start();
    await quiet();
    await pass(ON_ITS_WAY - 1);
    expect(calls("chat.postMessage")).toBe(1);
    await pass(1);
    expect(told()).toEqual(["one", "two"]);
  });

  it("holds up its own channel at most, and nothing that it had only written down", async () => {
    const { body } = slack.unsent("U2").command("/practice", "cold-soup");
    await killedWhile("chat.postMessage", async () => {
      await alive.store.note({ team: "T0001", id: String(body.trigger_id), body });
      await write("U1", "one", "two");
    });
    await start();
    await quiet();
    expect(told()).toEqual([]);
    expect(told("U2")).toContain(OPENING);
  });

  it("leaves the last word to the newest change, when an older one arrives only after the next start", async () => {
    const [id = ""] = await write("U1", "one");
    await quiet();
    const letThrough = await killedWhile("chat.update", () => change(id, "older"));
    await start();
    await change(id, "newest");
    await pass(ON_ITS_WAY - 1);
    await arrived(letThrough, "older");
    await pass(1);
    expect(told()).toEqual(["newest"]);
  });

  it("killed again and again, says everything once", async () => {
    const letThrough = await killedWhile("chat.postMessage", () => write("U1", "one", "two"));
    await start();
    await quiet();
    await alive.kill();
    await start();
    const letLook = holdUp("conversations.history");
    const looked = calls("conversations.history");
    slack.clock.advance(ON_ITS_WAY);
    void quiet();
    await until(() => calls("conversations.history") > looked);
    await alive.kill();
    await start();
    await arrived(letThrough, "one");
    letLook();
    await pass(ON_ITS_WAY);
    expect(told()).toEqual(["one", "two"]);
  });

  it("asks nobody whether a message arrived before it can be known", async () => {
    await killedWhile("chat.postMessage", () => write("U1", "one", "two"));
    slack.failNext("conversations.history", { kind: "refused", error: "missing_scope" }, 2);
    await start();
    await quiet();
    await pass(ON_ITS_WAY - 1);
    expect(told()).toEqual([]);
    await pass(1);
    expect(told()).toEqual(["two", expect.stringContaining("Can you see it there?")]);
  });
});
