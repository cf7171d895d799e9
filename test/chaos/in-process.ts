import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import type { Kysely } from "kysely";
import { pino } from "pino";
import { createTightrope, type Tightrope } from "../../src/slack/tightrope.ts";
import { wasCut } from "../../src/store/again.ts";
import type { Opened } from "../../src/store/opened.ts";
import { DatabaseOutOfReach, openPostgres } from "../../src/store/postgres.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { type Store, storeOn } from "../../src/store/store.ts";
import type { Tables } from "../../src/store/tables.ts";
import { projectFlows } from "../flows-of-the-project.ts";
import { type MortalStore, mortal } from "../slack/mortal-store.ts";
import { openSlack, quietly } from "../slack/practice-room.ts";
import { callsUnderWay } from "./calls-under-way.ts";
import { cutConnections } from "./cut-connections.ts";
import type { Ground } from "./ground.ts";
import type { Mishap } from "./mishaps.ts";
import type { Plan } from "./plan.ts";
import { powerCuts } from "./power-cut.ts";

/** The stores of this ground: one that outlives its process in memory, a file, or the address of a PostgreSQL. */
export type Shelf = "memory" | "file" | `postgres${string}`;

type Instance = { life: MortalStore; opened: Opened; tightrope: Tightrope; url: string };

// A clock that stumbles over a cut connection goes on a moment later, as it does by itself.
const calm = (tightrope: Tightrope, store: Store): Promise<void> =>
  quietly(tightrope, store).catch((error: unknown) => {
    if (!wasCut(error)) throw error;
    return calm(tightrope, store);
  });

/** A Slack with a clock of its own and instances in this very process, which die between two steps of their work. */
export async function openInProcess(plan: Plan, shelf: Shelf): Promise<Ground> {
  const slack = await openSlack(plan.people);
  const { now } = slack.clock;
  const folder = mkdtempSync(join(tmpdir(), "tightrope-chaos-"));
  const logged: string[] = [];
  const log = pino({ level: "warn" }, { write: (line: string) => void logged.push(line) });
  const several = shelf !== "memory" && shelf !== "file";
  const inMemory = shelf === "memory" ? await openSqlite(":memory:") : undefined;
  const open = async (): Promise<Opened> => {
    // Each process goes by a name of its own.
    if (inMemory) return { ...inMemory, name: crypto.randomUUID(), close: async () => {} };
    return several ? openPostgres(shelf) : openSqlite(join(folder, "store.db"));
  };
  // Whoever starts while every connection is cut is started again, as an orchestrator does.
  const openPatiently = (tries = 20): Promise<Opened> =>
    open().catch(async (error: unknown) => {
      if (tries === 1 || !(error instanceof DatabaseOutOfReach)) throw error;
      await after(100);
      return openPatiently(tries - 1);
    });
  const alive: Instance[] = [];
  const goodbyes: Promise<unknown>[] = [];
  const calls = callsUnderWay();
  let next = 0;
  let ending = async () => {};

  const start = async () => {
    const opened = await openPatiently();
    const life = mortal(storeOn(opened, now));
    const tightrope = createTightrope({
      connection: { mode: "http", botToken: slack.token, signingSecret: slack.signingSecret, port: 0 },
      apiUrl: slack.slackApiUrl,
      store: life.store,
      flows: () => projectFlows,
      command: "/practice",
      log,
      now,
      seed: () => plan.seed,
      watching: calls.watching,
    });
    const url = `http://127.0.0.1:${await tightrope.start()}/slack/events`;
    slack.deliverTo(url);
    alive.push({ life, opened, tightrope, url });
  };
  const leave = async (one: Instance) => {
    await one.tightrope.stop();
    // It may have died meanwhile, and be buried already.
    if (!alive.includes(one)) return;
    alive.splice(alive.indexOf(one), 1);
    await one.opened.close();
  };

  // Its listeners hear nothing more, and what it had open is let go; whatever it still waits for never comes.
  const bury = async (one: Instance) => {
    alive.splice(alive.indexOf(one), 1);
    // It may have been about to leave.
    void one.tightrope.stop().catch(() => {});
    const gone = one.opened.close().catch(() => {});
    goodbyes.push(gone);
    if (!several) await gone;
  };

  let comesBack = true;
  const power = powerCuts(slack, () => {
    comesBack = true;
    for (const { life } of alive) life.die();
  });
  const buryTheDead = async () => {
    for (const one of alive.filter(({ life }) => life.dead())) {
      await bury(one);
      if (comesBack || alive.length === 0) await start();
    }
  };

  const during = async (work: () => Promise<void>): Promise<void> => {
    await work();
    await buryTheDead();
    await Promise.all(
      alive.map(({ life, tightrope }) => Promise.race([calm(tightrope, life.store), life.died])),
    );
    if (alive.some(({ life }) => life.dead())) await during(async () => {});
  };

  for (let n = 0; n < (several ? plan.instances : 1); n++) await start();

  const bringTo = async (
    { life, url }: Instance,
    envelope: Parameters<Ground["bring"]>[0],
    retry?: number,
  ) => {
    slack.deliverTo(url);
    const answered = slack.deliver(envelope, retry === undefined ? {} : { retryNum: retry });
    return Promise.race([answered.then(({ status }) => status === 200), life.died.then(() => false)]);
  };

  const befall = async (mishap: Mishap): Promise<void> => {
    const one = alive["instance" in mishap ? mishap.instance % alive.length : 0];
    if (mishap.kind === "fault") slack.failNext(mishap.method, mishap.fault);
    else if (mishap.kind === "death") {
      comesBack = mishap.back;
      one?.life.dieIn(mishap.steps);
    } else if (mishap.kind === "power cut") power.order(mishap.late);
    else if (mishap.kind === "late call") power.orderLate(mishap.method, mishap.late);
    else if (mishap.kind === "instance comes" && alive.length < 4) await start();
    else if (mishap.kind === "instance goes" && one) {
      await Promise.race([leave(one), one.life.died]);
      if (one.life.dead() && alive.includes(one)) await bury(one);
      if (alive.length === 0) await start();
    } else if (mishap.kind === "database cut" && several)
      setTimeout(() => goodbyes.push(cutConnections(shelf)), mishap.ms);
  };

  return {
    slack,
    during,
    befall,
    bring: async (envelope, copies, retryNum) => {
      await buryTheDead();
      const to = Array.from({ length: copies }, () => alive[next++ % alive.length]);
      const answers = await Promise.all(to.map((one) => one && bringTo(one, envelope, retryNum)));
      return answers.some((answered) => answered);
    },
    pass: (ms) =>
      during(async () => {
        // A dead process's last words may arrive later than that only where the plan says so.
        await calls.atMost(power.late());
        slack.clock.advance(ms);
      }),
    logged: () => logged,
    settle: async (): Promise<Kysely<Tables>> => {
      power.end();
      for (const one of [...alive]) {
        one.life.dieIn(Number.POSITIVE_INFINITY);
        await leave(one);
      }
      const { db, close } = await open();
      ending = close;
      return db;
    },
    close: async () => {
      await ending();
      await Promise.all(goodbyes);
      await inMemory?.close();
      await slack.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
