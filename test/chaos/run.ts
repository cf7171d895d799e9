import { projectFlows } from "../flows-of-the-project.ts";
import type { Ground } from "./ground.ts";
import { openInProcess, type Shelf } from "./in-process.ts";
import { emptyJournal } from "./journal.ts";
import { judge } from "./judge.ts";
import { type Plan, planOf } from "./plan.ts";
import { play } from "./play.ts";
import { type Database, openProcesses } from "./processes.ts";

/** What became of a run: everything that was wrong, and what it went through. */
export type Verdict = {
  seed: number;
  complaints: string[];
  /** How many lines trainees wrote and customers said, and how many mishaps there were. */
  lines: number;
  said: number;
  mishaps: number;
  logged: string[];
};

/** Plays one run within this process and judges it. */
export async function runInProcess(seed: number, shelf: Shelf, length = 8): Promise<Verdict> {
  const several = shelf !== "memory" && shelf !== "file";
  const plan = planOf(seed, projectFlows, { length, several, restarts: false, real: false });
  return judged(plan, () => openInProcess(plan, shelf));
}

/** Plays one run with real processes and judges it; its database is empty before, and a file unless told. */
export async function runWithProcesses(seed: number, database: Database, length = 8): Promise<Verdict> {
  const several = database !== undefined;
  const restarts = database?.restart !== undefined;
  const plan = planOf(seed, projectFlows, { length, several, restarts, real: true });
  return judged(plan, () => openProcesses(plan, database));
}

async function judged(plan: Plan, open: () => Promise<Ground>): Promise<Verdict> {
  let ground: Ground | undefined;
  const journal = emptyJournal();
  const verdict = (complaints: string[]): Verdict => ({
    seed: plan.seed,
    complaints,
    lines: journal.written.length,
    said: ground?.slack.workspace.messages.filter(({ username }) => username).length ?? 0,
    mishaps: plan.happenings.filter(({ kind }) => !["act", "time"].includes(kind)).length,
    logged: ground?.logged() ?? [],
  });
  try {
    ground = await open();
    await play(plan, ground, journal);
    const db = await ground.settle();
    return verdict(await judge(ground.slack, db, plan.people, journal));
  } catch (error) {
    return verdict([`It broke off: ${error instanceof Error ? error.stack : String(error)}`]);
  } finally {
    await ground?.close();
  }
}
