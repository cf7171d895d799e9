import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { Connection } from "../../src/slack/settings.ts";
import type { Tables } from "../../src/store/tables.ts";
import { startSlackDouble } from "../slack-double/slack-double.ts";
import type { Child } from "./child.ts";
import { cutConnections } from "./cut-connections.ts";
import type { Ground } from "./ground.ts";
import type { Mishap } from "./mishaps.ts";
import { movedClock } from "./moved-clock.ts";
import { peekAt } from "./peek.ts";
import type { Plan } from "./plan.ts";
import { powerCuts } from "./power-cut.ts";
import { takeChild } from "./spare-child.ts";

/** The database under a run with real processes: nothing for a file, or where a PostgreSQL is and how it is restarted. */
export type Database = { address: string; restart?: () => Promise<void> } | undefined;

type Instance = { child: Child; url: string };

const MOST = 4;
/** How long Slack waits for an acknowledgement. */
const PATIENCE = 3_000;
/** How long the instances are left to answer before the next thing happens. */
const SHORT = 25;
const LONGER = 120;
const LONGEST_UNTIL_THERE = 60_000;
/** Longer than the app waits for an answer of Slack's. */
const LONGEST_CALL = 12_000;
const LONGEST_UNTIL_CALM = 60_000;

/** A Slack and instances in processes of their own, which are killed; their clock is the real one, moved forward. */
export async function openProcesses(plan: Plan, database: Database): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), "tightrope-chaos-"));
  const address = database?.address ?? join(folder, "store.db");
  const slack = await startSlackDouble({
    people: plan.people.map((id) => ({ id, name: "Ada" })),
    channels: [{ id: "C1", bot: true }],
    startAt: Date.now(),
  });
  const overSocket = plan.seed % 2 === 0;
  const connection: Connection = overSocket
    ? { mode: "socket", botToken: slack.token, appToken: slack.appToken }
    : { mode: "http", botToken: slack.token, signingSecret: slack.signingSecret, port: 0 };
  const alive: Instance[] = [];
  const children: Child[] = [];
  const under = new Set<Promise<unknown>>();
  let next = 0;
  let starting = 0;

  const peek = peekAt(address);
  const clock = movedClock(slack.clock, {
    // No call takes longer than its time.
    untilStill: async () => {
      const until = Date.now() + LONGEST_CALL;
      while (Date.now() < until && (await peek.onTheirWay().catch(() => 1)) > 0) await after(SHORT);
    },
    tell: (offset) => Promise.all(children.map((child) => child.moveClock(offset))),
  });
  const meanwhile = (work: Promise<unknown>) => {
    under.add(work);
    void work.finally(() => under.delete(work)).catch((error: unknown) => void problems.push(String(error)));
  };
  const problems: string[] = [];

  const start = async (): Promise<void> => {
    const child = takeChild();
    children.push(child);
    starting += 1;
    const { seed, flows } = plan;
    const going = { connection, apiUrl: slack.slackApiUrl, address, seed, offset: clock.offset(), flows };
    const port = await child.go(going).finally(() => {
      starting -= 1;
    });
    await child.moveClock(clock.offset());
    const one = { child, url: `http://127.0.0.1:${port}/slack/events` };
    alive.push(one);
    void child.gone.then(() => void alive.splice(alive.indexOf(one), 1));
    slack.deliverTo(one.url);
  };
  // A database that is just restarting lets nobody in; an orchestrator tries again.
  const startPatiently = (): Promise<void> =>
    start().catch(async (error: unknown) => {
      if (!String(error).includes("cannot be used")) throw error;
      await after(300);
      return startPatiently();
    });
  const leave = (one: Instance, how: "killed" | "stopped", back: boolean) => {
    if (how === "killed") one.child.kill();
    const over = how === "stopped" ? one.child.stop() : one.child.gone;
    alive.splice(alive.indexOf(one), 1);
    meanwhile(
      over.then(async () => {
        if (back || alive.length + starting === 0) await startPatiently();
      }),
    );
  };

  const first = database ? plan.instances : 1;
  await Promise.all(Array.from({ length: first }, startPatiently));
  const everythingDies = () => {
    for (const one of [...alive]) leave(one, "killed", true);
  };
  const power = powerCuts(slack, everythingDies, clock.sentOff);

  const befall = async (mishap: Mishap): Promise<void> => {
    const one = alive["instance" in mishap ? mishap.instance % Math.max(1, alive.length) : 0];
    if (mishap.kind === "fault") slack.failNext(mishap.method, mishap.fault);
    else if (mishap.kind === "death")
      meanwhile(after(mishap.ms).then(() => one && alive.includes(one) && leave(one, "killed", mishap.back)));
    else if (mishap.kind === "power cut") power.order(mishap.late);
    else if (mishap.kind === "late call") power.orderLate(mishap.method, mishap.late);
    else if (mishap.kind === "instance comes" && database && alive.length + starting < MOST)
      meanwhile(startPatiently());
    else if (mishap.kind === "instance goes" && one) leave(one, "stopped", false);
    else if (mishap.kind === "database cut" && database)
      meanwhile(after(mishap.ms).then(() => cutConnections(address).catch(() => {})));
    else if (mishap.kind === "sockets cut") slack.sockets.drop();
    else if (mishap.kind === "database restarts" && database?.restart) meanwhile(database.restart());
  };

  const bring: Ground["bring"] = async (envelope, copies, retryNum) => {
    clock.keep();
    const one = async () => {
      const to = alive[next++ % Math.max(1, alive.length)];
      if (overSocket ? slack.sockets.connected() === 0 : !to) return false;
      if (to) slack.deliverTo(to.url);
      const answered = slack
        .deliver(envelope, retryNum === undefined ? {} : { retryNum })
        .then(({ status }) => status === 200);
      return Promise.race([answered, after(PATIENCE, false)]);
    };
    return (await Promise.all(Array.from({ length: copies }, one))).some((acknowledged) => acknowledged);
  };

  // A start, or connecting again, takes real seconds, in which Slack's hours of patience must not go by.
  const isThere = () => alive.length > 0 && (!overSocket || slack.sockets.connected() > 0);
  const untilThere = async () => {
    const until = Date.now() + LONGEST_UNTIL_THERE;
    while (!isThere() && (alive.length > 0 || under.size > 0) && Date.now() < until) await after(SHORT);
  };

  const pass = async (ms: number) => {
    await untilThere();
    await clock.move(ms);
    await after(ms >= 1_000 ? LONGER : SHORT);
  };

  const untilCalm = async () => {
    while (under.size > 0) await Promise.all([...under].map((one) => one.catch(() => {})));
    if (alive.length === 0) await startPatiently();
    const until = Date.now() + LONGEST_UNTIL_CALM;
    while (Date.now() < until && (await peek.left()) > 0) await pass(5_000);
  };

  return {
    slack,
    bring,
    befall,
    pass,
    during: async (work) => {
      await work();
      await after(SHORT);
    },
    settle: async (): Promise<Kysely<Tables>> => {
      power.end();
      await untilCalm();
      await Promise.all([...alive].map(({ child }) => child.stop()));
      if (problems.length > 0) throw new Error(problems.join("\n"));
      return peek.db;
    },
    logged: () => children.map(({ said }) => said.join("")),
    close: async () => {
      clock.stop();
      await Promise.allSettled(under);
      for (const child of children) child.kill();
      await Promise.all(children.map(({ gone }) => gone));
      await peek.close();
      await slack.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
