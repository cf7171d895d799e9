import { projectFlows } from "../flows-of-the-project.ts";
import type { Ground } from "./ground.ts";
import { openInProcess, type Shelf } from "./in-process.ts";
import { judge } from "./judge.ts";
import { type Plan, planOf } from "./plan.ts";
import { play } from "./play.ts";
import { type Database, openProcesses } from "./processes.ts";

/** What became of a run: everything that was wrong, and what it went through. */
export type Verdict = { seed: number; complaints: string[]; logged: string[]; ms: number };

/** Plays one run within this process and judges it. */
export async function runInProcess(seed: number, shelf: Shelf, length = 8): Promise<Verdict> {
  const begun = performance.now();
  const several = shelf !== "memory" && shelf !== "file";
  const plan = planOf(seed, projectFlows, { length, several, restarts: false, real: false });
  return judged(plan, await openInProcess(plan, shelf), begun);
}

/** Plays one run with real processes and judges it; its database is empty before, and a file unless told. */
export async function runWithProcesses(seed: number, database: Database, length = 8): Promise<Verdict> {
  const begun = performance.now();
  const several = database !== undefined;
  const restarts = database?.restart !== undefined;
  const plan = planOf(seed, projectFlows, { length, several, restarts, real: true });
  return judged(plan, await openProcesses(plan, database), begun);
}

async function judged(plan: Plan, ground: Ground, begun: number): Promise<Verdict> {
  const verdict = (complaints: string[]): Verdict => ({
    seed: plan.seed,
    complaints,
    logged: ground.logged(),
    ms: performance.now() - begun,
  });
  try {
    const journal = await play(plan, ground);
    const db = await ground.settle();
    return verdict(await judge(ground.slack, db, plan.people, journal));
  } catch (error) {
    return verdict([`It broke off: ${error instanceof Error ? error.stack : String(error)}`]);
  } finally {
    await ground.close();
  }
}
