import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Outgoing } from "../../src/store/outbox.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { asked, emptied, POSTGRES } from "./own-schema.ts";
import { practiceOf, within } from "./stores.ts";

const MINUTE = 60_000;
const twenty = Array.from({ length: 20 }, (_, index) => index);

describe.skipIf(!POSTGRES.isThere)("two instances on one PostgreSQL", () => {
  const clock = { now: 1_000_000 };
  let address: string;
  let one: Store;
  let other: Store;
  beforeEach(async () => {
    address = await emptied();
    [one, other] = (await Promise.all([1, 2].map(() => openStore(address, () => clock.now)))) as [
      Store,
      Store,
    ];
  });
  afterEach(() => Promise.all([one.close(), other.close()]));

  const either = (index: number) => (index % 2 === 0 ? one : other);
  const textOf = ({ message }: Outgoing) => (message as { text: string }).text;
  const head = async (store: Store) => (await store.readyToSend())[0] as Outgoing;

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
      const next = await head(either(index));
      await either(index).sending(next);
      await either(index).sent(next, `${index}.1`);
      sent.push(textOf(next));
    }
    expect(sent.map(Number).sort((a, b) => a - b)).toEqual(twenty);
  });

  it("send a message once, however often both look", async () => {
    for (const index of twenty)
      await within(one, (desk) => desk.send("T1", `D${index % 4}`, { text: `${index}` }));
    const sent: string[] = [];
    const carry = async (store: Store) => {
      for (let round = 0; round < 40; round += 1)
        for (const outgoing of await store.readyToSend())
          if (await store.sending(outgoing)) {
            sent.push(textOf(outgoing));
            await store.sent(outgoing, "1.1");
          }
    };
    await Promise.all([carry(one), carry(other), carry(one), carry(other)]);
    for (const channel of [0, 1, 2, 3]) {
      const inChannel = sent.map(Number).filter((index) => index % 4 === channel);
      expect(inChannel).toEqual(twenty.filter((index) => index % 4 === channel));
    }
  });

  it("leave what the other is sending to it, and look after it once it gives no sign of life", async () => {
    await within(one, (desk) => desk.send("T1", "D1", { text: "one" }));
    const outgoing = await head(one);
    expect(await one.sending(outgoing)).toBe(true);
    expect(await other.sending(outgoing)).toBe(false);
    expect(await other.inDoubt()).toEqual([]);
    expect(await other.settling(outgoing)).toBe(false);
    expect(await other.readyToSend()).toEqual([]);
    clock.now += MINUTE / 2;
    await one.amend(outgoing, { text: "one, with its picture" });
    clock.now += MINUTE / 2;
    expect(await other.inDoubt()).toEqual([]);
    clock.now += MINUTE / 2;
    expect((await other.inDoubt()).map(textOf)).toEqual(["one, with its picture"]);
    expect(await Promise.all([other.settling(outgoing), other.settling(outgoing)])).toContain(true);
    // Whoever wakes up late changes nothing any more but that it arrived.
    await one.putBack(outgoing, clock.now);
    await one.unsure(outgoing, clock.now);
    let given = 0;
    await one.giveUp(outgoing, async () => {
      given += 1;
    });
    expect(given).toBe(0);
    expect(await one.readyToSend()).toEqual([]);
    await other.putBack(outgoing, clock.now);
    expect((await one.readyToSend()).map(textOf)).toEqual(["one, with its picture"]);
  });

  it("find out about a message in doubt once", async () => {
    await within(one, (desk) => desk.send("T1", "D1", { text: "one" }));
    const outgoing = await head(one);
    await one.sending(outgoing);
    await one.unsure(outgoing, clock.now + 500);
    clock.now += 500;
    expect(await one.inDoubt()).toHaveLength(1);
    expect(await other.inDoubt()).toHaveLength(1);
    const taken = await Promise.all([one.settling(outgoing), other.settling(outgoing)]);
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it("a message that Slack put off is not hurried by an instance that looked before", async () => {
    await within(one, (desk) => desk.send("T1", "D1", { text: "one" }));
    const outgoing = await head(other);
    await one.sending(outgoing);
    await one.putBack(outgoing, clock.now + 30_000);
    expect(await other.sending(outgoing)).toBe(false);
    clock.now += 30_000;
    expect(await other.sending(outgoing)).toBe(true);
  });

  it("hear what an instance that is gone had written down, and not what the other hears just now", async () => {
    const envelope = { team: "T1", id: "Ev1", body: { text: "Hello" } };
    await one.note(envelope);
    expect(await one.undone()).toEqual([envelope]);
    expect(await other.undone()).toEqual([]);
    clock.now += MINUTE;
    expect(await other.undone()).toEqual([envelope]);
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
