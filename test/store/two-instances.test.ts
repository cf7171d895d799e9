import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ON_ITS_WAY } from "../../src/store/holder.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { asked, emptied, POSTGRES } from "./own-schema.ts";
import { next, practiceOf, taken, textOf, within } from "./stores.ts";

const MINUTE = 60_000;
const twenty = Array.from({ length: 20 }, (_, index) => index);

describe.skipIf(!POSTGRES.isThere)("two instances on one PostgreSQL", () => {
  const clock = { now: 1_000_000 };
  let address: string;
  let one: Store;
  let other: Store;
  beforeEach(async () => {
    const own = new URL(await emptied());
    // Other tests have connections to the same server, and theirs are left alone.
    own.searchParams.set("application_name", "two instances");
    address = own.href;
    [one, other] = (await Promise.all([1, 2].map(() => openStore(address, () => clock.now)))) as [
      Store,
      Store,
    ];
  });
  afterEach(() => Promise.all([one.close(), other.close()]));

  const either = (index: number) => (index % 2 === 0 ? one : other);
  const head = (store: Store) => taken(store, "D1");

  it("do what came in once, also when both heard it", async () => {
    const envelope = { team: "T1", id: "Ev1", body: {} };
    const known = await Promise.all([one.note(envelope), other.note(envelope)]);
    expect(known).toEqual([false, false]);
    let done = 0;
    const work = async () => {
      done += 1;
    };
    await Promise.all(twenty.map((index) => either(index).once(envelope, work)));
    expect(done).toBe(1);
    expect(await other.note(envelope)).toBe(true);
  });

  it("do what is due once", async () => {
    await within(one, async (desk) => {
      for (const index of twenty)
        await desk.setDue({ team: "T1", kind: "quiet", subject: `${index}`, at: clock.now });
    });
    const done: string[] = [];
    await Promise.all(
      [one, other, one, other].map(async (store) => {
        for (const due of await store.dueNow())
          await store.onDue(due, async () => {
            done.push(due.subject);
          });
      }),
    );
    expect(done.sort()).toEqual(twenty.map(String).sort());
  });

  it("take a trainee's messages one at a time, and lose none", async () => {
    await within(one, (desk) => desk.keep(practiceOf("U1")));
    await Promise.all(
      twenty.map((index) =>
        within(either(index), async (desk) => {
          const running = await desk.running("T1", "U1");
          if (!running) throw new Error("There is a practice.");
          await desk.keep({ ...running, pending: [...running.pending, { id: `${index}`, text: "Hello" }] });
        }),
      ),
    );
    const running = await within(other, (desk) => desk.running("T1", "U1"));
    expect(running?.pending.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(twenty);
  });

  it("begin one practice for a trainee who asks both", async () => {
    const begun = await Promise.all(
      twenty.map((index) =>
        within(either(index), async (desk) => {
          if (await desk.running("T1", "U1")) return false;
          await desk.keep(practiceOf("U1", `practice-${index}`));
          return true;
        }),
      ),
    );
    expect(begun.filter(Boolean)).toHaveLength(1);
  });

  it("count each thing once, and let no batch of a team hold more than it should", async () => {
    const key = { team: "T1", id: "C1" };
    const counted = await Promise.all(
      twenty.map((index) =>
        within(either(index), (desk) =>
          desk.challenges.count(key, {
            source: `${index % 10}`,
            user: "U1",
            channel: "C1",
            amount: 1,
            at: clock.now,
          }),
        ),
      ),
    );
    expect(counted.filter(Boolean)).toHaveLength(10);
    expect(await within(one, (desk) => desk.challenges.counted(key))).toHaveLength(10);
    const place = { team: "T1", channel: "C1", skill: "validation" as const };
    await Promise.all(
      twenty.map((index) =>
        within(either(index), (desk) =>
          desk.figures.contribute(place, {
            user: `U${index}`,
            challenge: "C1",
            flow: `flow-${index % 3}`,
            clear: true,
          }),
        ),
      ),
    );
    const batches = await asked(address, (client) =>
      client.query("select n, people from team_batch order by n"),
    );
    const { rows: waiting } = await asked(address, (client) => client.query("select * from team_waiting"));
    expect(batches.rows.map(({ n }) => n)).toEqual(batches.rows.map((_batch, index) => index + 1));
    expect(batches.rows.reduce((sum, { people }) => sum + people, waiting.length)).toBe(20);
  });

  it("keep the order of a channel, whichever of them writes", async () => {
    await Promise.all(
      twenty.map((index) => within(either(index), (desk) => desk.send("T1", "D1", { text: `${index}` }))),
    );
    const sent: string[] = [];
    for (const index of twenty) {
      const one = await head(either(index));
      await either(index).sent(one, `${index}.1`);
      sent.push(textOf(one));
      clock.now += 1_000;
    }
    expect(sent.map(Number).sort((a, b) => a - b)).toEqual(twenty);
  });

  it("send a message once, however often both look", async () => {
    for (const index of twenty)
      await within(one, (desk) => desk.send("T1", `D${index % 4}`, { text: `${index}` }));
    const sent: string[] = [];
    const carry = async (store: Store) => {
      for (let round = 0; round < 40; round += 1)
        for (const { channel } of await store.placesToServe()) {
          const one = await next(store, channel);
          if (!one || !("send" in one)) continue;
          sent.push(textOf(one.send));
          await store.sent(one.send, "1.1");
        }
    };
    await Promise.all([carry(one), carry(other), carry(one), carry(other)]);
    for (const channel of [0, 1, 2, 3]) {
      const inChannel = sent.map(Number).filter((index) => index % 4 === channel);
      expect(inChannel).toEqual(twenty.filter((index) => index % 4 === channel));
    }
  });

  it("leave what the other is sending to it, and look after it when that takes too long", async () => {
    await within(one, (desk) => desk.send("T1", "D1", { text: "one" }));
    const outgoing = await head(one);
    const busy = { waitUntil: clock.now + 100 };
    expect(await next(other, "D1")).toEqual(busy);
    expect(await other.placesToServe()).toEqual([]);
    clock.now += MINUTE / 2;
    await one.amend(outgoing, { text: "one, with its picture" });
    clock.now += MINUTE / 2;
    expect(await other.placesToServe()).toEqual([]);
    clock.now += MINUTE / 2;
    expect(await other.placesToServe()).toEqual([{ team: "T1", channel: "D1" }]);
    const both = await Promise.all([next(other, "D1"), next(other, "D1")]);
    const amended = { ...outgoing, message: { text: "one, with its picture" } };
    expect(both).toContainEqual({ settle: amended, sureFrom: expect.any(Number) });
    // Whoever wakes up late changes nothing any more but that it arrived.
    await one.putBack(outgoing, clock.now);
    await one.unsure(outgoing, clock.now);
    let given = 0;
    const give = async () => {
      given += 1;
    };
    await one.giveUp(outgoing, give);
    await one.setAside(outgoing, give);
    expect(given).toBe(0);
    expect(await one.placesToServe()).toEqual([]);
    await other.putBack(outgoing, clock.now);
    expect(textOf(await head(one))).toBe("one, with its picture");
  });

  it("find out about a message in doubt once", async () => {
    await within(one, (desk) => desk.send("T1", "D1", { text: "one" }));
    await one.unsure(await head(one), clock.now + 500);
    clock.now += 500;
    const both = await Promise.all([next(one, "D1"), next(other, "D1")]);
    expect(both.filter((found) => found && "settle" in found)).toHaveLength(1);
  });

  it("a message that Slack put off is hurried by no instance", async () => {
    await within(one, (desk) => desk.send("T1", "D1", { text: "one" }));
    const outgoing = await head(one);
    await one.putBack(outgoing, clock.now + 30_000);
    expect(await next(other, "D1")).toEqual({ waitUntil: clock.now + 30_000 });
    await one.holdBack(outgoing, clock.now + 40_000);
    clock.now += 30_000;
    expect(await next(other, "D1")).toEqual({ waitUntil: clock.now + 10_000 });
  });

  it("take over at once what an instance has left that is gone", async () => {
    const gone = await openStore(address, () => clock.now);
    await within(gone, (desk) => desk.send("T1", "D1", { text: "one" }));
    const outgoing = await head(gone);
    const envelope = { team: "T1", id: "Ev1", body: {} };
    await gone.note(envelope);
    expect(await one.undone()).toEqual([]);
    // As a kill does, this ends its connections and nothing else.
    await gone.close();
    expect(await one.undone()).toMatchObject([envelope]);
    // What it was sending may still arrive for as long as it would have waited for Slack; until then only finding it counts.
    expect(await one.placesToServe()).toEqual([{ team: "T1", channel: "D1" }]);
    const sureFrom = clock.now + ON_ITS_WAY;
    clock.now += 1_000;
    expect(await next(one, "D1")).toEqual({ settle: outgoing, sureFrom });
    expect(await next(other, "D1")).toEqual({ waitUntil: clock.now + 100 });
    await one.unsure(outgoing, sureFrom);
    expect([await one.placesToServe(), await next(other, "D1")]).toEqual([[], { waitUntil: sureFrom }]);
    clock.now = sureFrom;
    expect(await next(other, "D1")).toEqual({ settle: outgoing, sureFrom });
  });

  it("an instance whose connections were cut lives on, and keeps what it holds", async () => {
    await within(one, (desk) => desk.send("T1", "D1", { text: "one" }));
    const outgoing = await head(one);
    await asked(address, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'two instances' and pid <> pg_backend_pid()`,
      ),
    );
    const unseen = await next(one, "D2");
    expect(unseen === undefined || "waitUntil" in unseen).toBe(true);
    // For as long as nobody sees it, the other may look for what it sends, and then no more.
    for (let tenths = 0; tenths < 15 && (await other.placesToServe()).length > 0; tenths++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await other.placesToServe()).toEqual([]);
    clock.now += 12_000;
    expect(await other.placesToServe()).toEqual([]);
    await one.sent(outgoing, "1.1");
    expect(await next(other, "D1")).toBeUndefined();
  });

  it("hear what an instance that is gone had written down, and not what the other hears just now", async () => {
    const envelope = { team: "T1", id: "Ev1", body: { text: "Hello" } };
    await one.note(envelope);
    expect(await one.undone()).toMatchObject([envelope]);
    expect(await other.undone()).toEqual([]);
    clock.now += MINUTE;
    expect(await other.undone()).toMatchObject([envelope]);
  });

  it("workspaces do not wait for each other", async () => {
    let finish = () => {};
    const waiting = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const long = one.together("T1", () => waiting);
    const others = twenty.map((index) => one.together("T1", async () => index));
    await other.together("T2", (desk) => desk.send("T2", "D1", { text: "one" }));
    await one.together("T3", (desk) => desk.send("T3", "D1", { text: "one" }));
    finish();
    await Promise.all([long, ...others]);
  });
});
