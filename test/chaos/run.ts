import { projectFlows } from "../flows-of-the-project.ts";
import { openInProcess, type Shelf } from "./in-process.ts";
import { judge } from "./judge.ts";
import { planOf } from "./plan.ts";
import { play } from "./play.ts";

/** What became of a run: everything that was wrong, and what it went through. */
export type Verdict = { seed: number; complaints: string[]; logged: string[]; ms: number };

/** Plays one run within this process and judges it. */
export async function runInProcess(seed: number, shelf: Shelf, length = 8): Promise<Verdict> {
  const begun = performance.now();
  const several = shelf !== "memory" && shelf !== "file";
  const plan = planOf(seed, projectFlows, { length, several, restarts: false, real: false });
  const ground = await openInProcess(plan, shelf);
  const verdict = (complaints: string[]): Verdict => ({
    seed,
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
