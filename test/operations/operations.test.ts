import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { PortTaken } from "../../src/operations/health.ts";
import { type Operations, openOperations } from "../../src/operations/operations.ts";
import { StoreGone } from "../../src/store/in-place.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { within } from "../store/stores.ts";

const UNWRITTEN = "The store does not answer, or cannot be written.";
const clock = { now: 1_000_000 };
let operations: Operations;
let store: Store;
const open = async () => {
  operations = await openOperations({ port: 0, traces: undefined }, "1.2.3", () => clock.now);
  store = await openStore(":memory:", () => clock.now);
};
afterEach(async () => {
  await operations.close();
  await store.close();
});

const ask = async (path: string) => {
  const answer = await fetch(`http://127.0.0.1:${operations.port}${path}`);
  return { status: answer.status, text: await answer.text() };
};
const because = async (path: string) => {
  const { status, text } = await ask(path);
  return { status, because: (JSON.parse(text) as { because?: string[] }).because ?? [] };
};

describe("what an orchestrator asks", () => {
  it("is ready once it has started, and never while it starts or stops", async () => {
    await open();
    expect(await because("/healthz")).toEqual({ status: 200, because: [] });
    expect(await because("/readyz")).toEqual({ status: 503, because: ["It is starting."] });
    operations.attend(store);
    operations.started(() => true);
    expect(await because("/readyz")).toEqual({ status: 200, because: [] });
    operations.stopping();
    expect(await because("/readyz")).toEqual({ status: 503, because: ["It is stopping."] });
    expect((await ask("/healthz")).status).toBe(200);
    expect((await ask("/elsewhere")).status).toBe(404);
  });

  it("is not ready, but alive, while the store or Slack is away", async () => {
    await open();
    let isAway = false;
    const there = async () => {
      if (isAway) throw new Error("away");
    };
    const watched = operations.attend({
      ...store,
      answers: () => there().then(store.answers),
      dueNow: () => there().then(() => []),
    });
    operations.started(() => false);
    await watched.store.dueNow();
    isAway = true;
    // The clock goes on asking, each time as long as the store is patient.
    for (let n = 0; n < 10; n++) {
      await expect(watched.store.dueNow()).rejects.toThrow("away");
      clock.now += 31_000;
    }
    expect(await because("/readyz")).toEqual({
      status: 503,
      because: [UNWRITTEN, "Slack is not connected."],
    });
    expect((await ask("/healthz")).status).toBe(200);
    expect((await ask("/metrics")).text).toContain("tightrope_slack_connected 0");
  });

  it("is not ready when the store's file was removed under it, and says what to do", async () => {
    await open();
    const gone = new StoreGone("store.db", "store.db", "is gone");
    operations.attend({ ...store, answers: () => Promise.reject(gone) });
    operations.started(() => true);
    expect(await because("/readyz")).toEqual({ status: 503, because: [gone.message] });
    expect((await ask("/metrics")).text).toContain("tightrope_store_up 0\n");
  });

  it("asks to be restarted when the clock stands still", async () => {
    await open();
    const watched = operations.attend(store);
    operations.started(() => true);
    await watched.store.dueNow();
    clock.now += 119_000;
    expect((await ask("/healthz")).status).toBe(200);
    clock.now += 2_000;
    expect(await because("/healthz")).toEqual({ status: 503, because: ["The clock stands still."] });
  });

  it("says kindly that its port is taken", async () => {
    await open();
    const taken = createServer().listen(0);
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const opening = openOperations({ port, traces: undefined }, "1.2.3");
    await expect(opening).rejects.toBeInstanceOf(PortTaken);
    await expect(opening).rejects.toThrow(`HEALTH_PORT ${port} cannot be listened on (EADDRINUSE).`);
    taken.close();
  });

  it("costs nothing where nobody asks", async () => {
    await open();
    const unseen = await openOperations({ port: undefined, traces: undefined }, "1.2.3");
    expect(unseen.attend(store)).toEqual({ store, watching: undefined });
    expect(unseen.port).toBeUndefined();
    await unseen.close();
  });
});

describe("what Prometheus reads", () => {
  it("tells what waits in the store, and since when", async () => {
    await open();
    operations.attend(store);
    await store.note({ team: "T1", id: "Ev1", body: {} });
    await within(store, async (desk) => {
      await desk.send("T1", "D1", { text: "Hello" });
      await desk.setDue({ team: "T1", kind: "idle", subject: "somebody", at: clock.now - 5_000 });
    });
    clock.now += 10_000;
    const { text } = await ask("/metrics");
    for (const line of [
      "tightrope_inbox_undone 1",
      "tightrope_inbox_oldest_seconds 10",
      'tightrope_outbox_messages{state="waiting"} 1',
      "tightrope_outbox_oldest_seconds 10",
      "tightrope_overdue 1",
      "tightrope_overdue_oldest_seconds 15",
      "tightrope_practices_running 0",
      "tightrope_store_up 1",
    ])
      expect(text).toContain(`${line}\n`);
    expect(text).toContain('tightrope_build_info{version="1.2.3"');
  });

  it("can be read while the store is away", async () => {
    await open();
    operations.attend({ ...store, backlog: () => Promise.reject(new Error("away")) });
    const { status, text } = await ask("/metrics");
    expect(status).toBe(200);
    expect(text).toContain("tightrope_store_up 0\n");
  });

  it("counts transactions, how late what is due comes, how soon answers arrive, and lines of the log", async () => {
    await open();
    const { store: seen, watching } = operations.attend(store);
    const due = { team: "T1", kind: "idle", subject: "somebody", at: clock.now - 20_000 } as const;
    await within(store, (desk) => desk.setDue(due));
    let id = "";
    await seen.onDue(due, async (desk) => {
      id = await desk.send("T1", "D1", { text: "Hello" });
    });
    watching?.promised.arrived(id);
    watching?.promised.arrived(id);
    await expect(seen.together("T1", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    operations.logged("error");
    const { text } = await ask("/metrics");
    expect(text).toContain('tightrope_transaction_seconds_count{of="due",outcome="done"} 1');
    expect(text).toContain('tightrope_transaction_seconds_count{of="other",outcome="failed"} 1');
    expect(text).toContain('tightrope_due_lag_seconds_bucket{le="10"} 0');
    expect(text).toContain('tightrope_due_lag_seconds_bucket{le="30"} 1');
    expect(text).toContain('tightrope_answer_seconds_bucket{le="10"} 0');
    expect(text).toContain("tightrope_answer_seconds_count 1");
    expect(text).toContain('tightrope_log_lines_total{level="error"} 1');
  });

  it("waits for a store that hangs no longer than two seconds", async () => {
    await open();
    operations.attend({ ...store, answers: () => new Promise(() => {}) });
    operations.started(() => true);
    expect(await because("/readyz")).toEqual({ status: 503, because: [UNWRITTEN] });
  });
});
