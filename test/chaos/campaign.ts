import type { Shelf } from "./in-process.ts";
import { runInProcess, runWithProcesses, type Verdict } from "./run.ts";
import { emptySchema } from "./schema.ts";

/** The stores that a run can be played on. */
export const STORES = ["memory", "file", "postgres"] as const;
export type StoreName = (typeof STORES)[number];

/** Where the runs of a campaign are played. */
export type Terms = {
  /** A PostgreSQL in which every run has a schema of its own, and how it is restarted where it may be. */
  server: { address: string; restart?: () => Promise<void> } | undefined;
  /** Whether every instance is a process of its own. */
  processes: boolean;
  /** About how many things each trainee does. */
  length: number;
};

/** Which store a seed is played on where nobody says: most on the embedded one, which is the quickest. */
export function storeFor(
  seed: number,
  { server, processes }: Pick<Terms, "server" | "processes">,
): StoreName {
  if (processes) return server && seed % 3 !== 0 ? "postgres" : "file";
  if (server && seed % 4 === 0) return "postgres";
  return seed % 2 === 0 ? "file" : "memory";
}

/** Plays one run on a store of its own, and judges it. */
export async function playSeed(seed: number, store: StoreName, terms: Terms): Promise<Verdict> {
  const { server, processes, length } = terms;
  if (store !== "postgres")
    return processes ? runWithProcesses(seed, undefined, length) : runInProcess(seed, store, length);
  if (!server) throw new Error("There is no PostgreSQL to play on.");
  // They go when all runs are through: what an instance that died still holds there would hold up the next run.
  const address: Shelf = await emptySchema(server.address);
  const database = { address, ...(server.restart ? { restart: server.restart } : {}) };
  return processes ? runWithProcesses(seed, database, length) : runInProcess(seed, address, length);
}

/** Plays many seeds, so many at once, and gives the verdict of each as it comes. */
export async function* playAll(
  seeds: readonly number[],
  atOnce: number,
  playOne: (seed: number) => Promise<Verdict>,
): AsyncGenerator<Verdict> {
  const left = [...seeds];
  const playing = new Map<number, Promise<Verdict>>();
  while (left.length > 0 || playing.size > 0) {
    while (left.length > 0 && playing.size < atOnce) {
      const seed = left.shift() as number;
      playing.set(seed, playOne(seed));
    }
    const verdict = await Promise.race(playing.values());
    playing.delete(verdict.seed);
    yield verdict;
  }
}

/** What to type to play one run again, alone. */
export const replay = (
  seed: number,
  store: StoreName,
  { processes, length }: Omit<Terms, "server">,
): string =>
  `npm run chaos -- --seed ${seed} --store ${store} --length ${length}${processes ? " --processes" : ""}`;
