import type { Tightrope } from "../../src/slack/tightrope.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { type Store, storeOn } from "../../src/store/store.ts";
import type { Named } from "../../src/store/workspace-settings.ts";
import type { Envelope } from "../slack-double/envelope.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import { type MortalStore, mortal } from "./mortal-store.ts";
import { COLD_SOUP, openSlack, quietly, startTightrope, type Trainers } from "./practice-room.ts";

/** A Tightrope that may die at any step and is then started again, and a Slack that repeats what was not answered. */
export type CrashingRoom = {
  slack: SlackDouble;
  store: Store;
  deaths: number;
  dieIn(steps: number): void;
  /** Delivers, at once, what is given; and again, after a death, what was not answered. */
  deliver(...envelopes: Envelope[]): Promise<void>;
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
};

/** Opens one. What a dead process left running is never spoken to again. */
export async function openCrashingRoom(
  trainers?: Trainers,
  people = ["U1"],
  flows = [COLD_SOUP],
  admins?: Named,
): Promise<CrashingRoom> {
  const slack = await openSlack(people);
  const opened = await openSqlite(":memory:");
  const store = storeOn(opened, slack.clock.now);
  const unanswered = new Set<Envelope>();
  const bygone: Tightrope[] = [];
  let alive: { life: MortalStore; tightrope: Tightrope };

  const start = async () => {
    // Each process goes by a name of its own.
    const life = mortal(storeOn({ ...opened, name: crypto.randomUUID() }, slack.clock.now));
    alive = { life, tightrope: await startTightrope(slack, life.store, flows, [], [], { trainers, admins }) };
  };
  await start();

  const bring = async (envelope: Envelope) => {
    unanswered.add(envelope);
    const answered = slack.deliver(envelope).then(({ status }) => status === 200);
    if (await Promise.race([answered, alive.life.died])) unanswered.delete(envelope);
  };

  // Whatever is done, it is done when nothing is left to do, by this process or the one after it.
  const untilQuiet = async (work: () => Promise<void>) => {
    const { life, tightrope } = alive;
    const living = work().then(() => quietly(tightrope, life.store));
    await Promise.race([living, life.died]);
    if (!life.dead()) return;
    room.deaths += 1;
    bygone.push(tightrope);
    await start();
    await untilQuiet(async () => {
      await Promise.all([...unanswered].map(bring));
    });
  };

  const room: CrashingRoom = {
    slack,
    store,
    deaths: 0,
    dieIn: (steps) => alive.life.dieIn(steps),
    deliver: (...envelopes) =>
      untilQuiet(async () => {
        await Promise.all(envelopes.map(bring));
      }),
    pass: (ms) =>
      untilQuiet(async () => {
        slack.clock.advance(ms);
      }),
    close: async () => {
      for (const tightrope of bygone) void tightrope.stop();
      await alive.tightrope.stop();
      await slack.close();
      await store.close();
    },
  };
  return room;
}
