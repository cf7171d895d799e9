import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Flow } from "../../src/flow/flow.ts";
import { loadFlow } from "../../src/flow/load.ts";
import { loadShared } from "../../src/flow/load-shared.ts";
import { begin, happen, type Session } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import type { Practice } from "../../src/store/sessions.ts";
import { openStore } from "../../src/store/store.ts";
import { CHANGED, COLD_SOUP, practiceOf, type Shelf, STORES, within } from "./stores.ts";

// What counts as the same session: everything but the machine itself.
const essence = ({ play, ...session }: Session) => ({ ...session, standing: play.standing });

describe.each(STORES)("sessions that are kept, %s", (_name, open) => {
  let shelf: Shelf;
  beforeEach(async () => {
    shelf = await open();
  });
  afterEach(() => shelf.close());

  it("are found by whose they are and by their id, while they run", async () => {
    const practice = practiceOf("U1");
    await within(shelf.store, (desk) => desk.keep(practice));
    const [running, byId, other, elsewhere] = await within(shelf.store, async (desk) => [
      await desk.running("T1", "U1"),
      await desk.practice("T1", practice.id),
      await desk.running("T1", "U2"),
      await desk.running("T2", "U1"),
    ]);
    expect(running?.id).toBe(practice.id);
    expect(byId).toMatchObject({ user: "U1", channel: "DU1", control: "control", startedAt: 1_000_000 });
    expect([other, elsewhere]).toEqual([undefined, undefined]);
  });

  it("are closed when their flow can no longer be read, so that another can begin", async () => {
    const practice = practiceOf("U1");
    const unreadable = { ...practice.session.flow, hash: "unreadable", source: "{" };
    const record = { ...practice.session.record, hash: "unreadable" };
    const broken = { ...practice, session: { ...practice.session, flow: unreadable, record } };
    await within(shelf.store, (desk) => desk.keep(broken));
    expect(await within(shelf.store, (desk) => desk.running("T1", "U1"))).toBeUndefined();
    const next = { ...practiceOf("U1"), id: "next" };
    await within(shelf.store, (desk) => desk.keep(next));
    expect((await within(shelf.store, (desk) => desk.running("T1", "U1")))?.id).toBe("next");
  });

  it("are not running any more once they were stopped, and can still be found", async () => {
    const practice = practiceOf("U1");
    const stopped = { ...practice, session: happen(practice.session, { type: "stop" }) };
    await within(shelf.store, (desk) => desk.keep(practice));
    await within(shelf.store, (desk) => desk.keep(stopped));
    expect(await within(shelf.store, (desk) => desk.running("T1", "U1"))).toBeUndefined();
    const kept = await within(shelf.store, (desk) => desk.practice("T1", practice.id));
    expect(kept?.session.state).toBe("stopped");
  });

  it("are kept whole by whoever keeps them again after nothing came of it the first time", async () => {
    const practice = practiceOf("U1");
    await within(shelf.store, (desk) => desk.keep(practice));
    const answered = { ...practice, session: takeTurn(practice.session, "I see what it cost you.") };
    const lost = within(shelf.store, async (desk) => {
      await desk.keep(answered);
      throw new Error("the disk is full");
    });
    await expect(lost).rejects.toThrow("the disk is full");
    await within(shelf.store, (desk) => desk.keep(answered));
    const kept = await within(shelf.store, (desk) => desk.practice("T1", practice.id));
    expect(kept?.session.turns.map(({ reply }) => reply)).toEqual(["I see what it cost you."]);
  });

  it("are as they were said where only what waits to be heard has changed", async () => {
    const practice = practiceOf("U1");
    const answered = { ...practice, session: takeTurn(practice.session, "I see what it cost you.") };
    await within(shelf.store, (desk) => desk.keep(answered));
    await within(shelf.store, async (desk) => {
      const read = await desk.running("T1", "U1");
      if (read) await desk.keep({ ...read, pending: [{ id: "1.1", text: "And now?" }] });
    });
    const kept = await within(shelf.store, (desk) => desk.running("T1", "U1"));
    expect(kept?.pending).toEqual([{ id: "1.1", text: "And now?" }]);
    expect(kept?.session.turns.map(({ reply }) => reply)).toEqual(["I see what it cost you."]);
  });

  it("no trainee has two at once", async () => {
    await within(shelf.store, (desk) => desk.keep(practiceOf("U1", "first")));
    await expect(within(shelf.store, (desk) => desk.keep(practiceOf("U1", "second")))).rejects.toThrow();
    expect((await within(shelf.store, (desk) => desk.running("T1", "U1")))?.id).toBe("first");
  });

  it("come back as they were, whatever was written in them", async () => {
    const words = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom("Sorry!", "Calm down"),
    );
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 5 }), words, async (messages, waiting) => {
        const user = `U${++n}`;
        const begun = practiceOf(user);
        const session = messages.reduce(takeTurn, begun.session);
        const pending = [{ id: "1.000100", text: waiting }];
        await within(shelf.store, (desk) => desk.keep({ ...begun, session, pending }));
        const kept = await within(shelf.store, (desk) => desk.practice("T1", begun.id));
        expect(kept && essence(kept.session)).toEqual(essence(session));
        expect(kept?.pending).toEqual(pending);
      }),
      { numRuns: 40 },
    );
  });

  it("go on with the customer they began with when the file changes", async () => {
    expect(CHANGED.hash).not.toBe(COLD_SOUP.hash);
    const practice = practiceOf("U1");
    await within(shelf.store, (desk) => desk.keep(practice));
    const { seed, trainee } = practice.session.record;
    const later = { ...practiceOf("U2"), session: begin(CHANGED, seed, trainee) };
    await within(shelf.store, (desk) => desk.keep(later));
    const kept = await within(shelf.store, (desk) => desk.running("T1", "U1"));
    expect(kept?.session.said).toEqual(practice.session.said);
    expect(kept?.session.flow.hash).toBe(COLD_SOUP.hash);
    const changed = await within(shelf.store, (desk) => desk.running("T1", "U2"));
    expect(changed?.session.said.join()).toContain("Once more.");
  });

  it("go on with the parts that their customer shared with others when they began", async () => {
    const uses = "shared: basics\nreactions: { apology: { trust: 2 } }\n";
    const { parts } = loadShared(uses, "shared/basics.yml");
    const source = COLD_SOUP.source.replace(/^version:/m, "uses: basics\nversion:");
    const flow = loadFlow(source, "soup.yml", parts ? [parts] : []).flow as Flow;
    await within(shelf.store, (desk) => desk.keep(practiceOf("U1", "sharing", begin(flow, 1, "Ada"))));
    const kept = await within(shelf.store, (desk) => desk.practice("T1", "sharing"));
    expect(kept?.session.flow).toEqual(flow);
  });

  it("that are over are listed for whose they are, the newest first, at most twenty, with nothing waiting", async () => {
    await within(shelf.store, async (desk) => {
      for (let n = 1; n <= 22; n++) await desk.keep(over(practiceOf("U1", `past-${n}`), n));
      await desk.keep(over(practiceOf("U2", "of another"), 99));
      await desk.keep({ ...over(practiceOf("U1", "elsewhere"), 99), team: "T2" });
      await desk.keep(practiceOf("U1", "running"));
    });
    const past = await within(shelf.store, (desk) => desk.practicesOf("T1", "U1"));
    expect(past.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, n) => `past-${22 - n}`));
    expect(past.flatMap(({ pending }) => pending)).toEqual([]);
  });
});

it("a practice whose flow is gone from the store is closed, so that another can begin", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tightrope-flow-gone-"));
  const file = join(folder, "store.db");
  const store = await openStore(file, () => 1_000_000);
  // A text that nothing has opened before: what was opened once is remembered.
  const source = COLD_SOUP.source.replace("Again.", "For the last time.");
  const flow = loadFlow(source, COLD_SOUP.file).flow as Flow;
  await within(store, (desk) => desk.keep(practiceOf("U1", "lost", begin(flow, 1, "Ada"))));
  const database = new Database(file);
  database.exec("delete from flow_source");
  database.close();
  expect(await within(store, (desk) => desk.running("T1", "U1"))).toBeUndefined();
  await within(store, (desk) => desk.keep(practiceOf("U1", "next")));
  expect((await within(store, (desk) => desk.running("T1", "U1")))?.id).toBe("next");
  await store.close();
  rmSync(folder, { recursive: true });
});

const over = (practice: Practice, startedAt: number): Practice => ({
  ...practice,
  startedAt,
  pending: [{ id: "1.0", text: "left over" }],
  session: happen(practice.session, { type: "stop" }),
});
