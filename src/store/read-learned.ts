import { type LearnedOf, learned } from "./learn.ts";
import { readStore } from "./read-store.ts";

/**
 * Reads what trainers may know of each flow out of a store, all workspaces together, changing nothing.
 * @throws {NoStore} when its file is not there.
 */
export const readLearned = (address: string): Promise<LearnedOf[]> =>
  readStore(address, "learnt", (db) => learned(db));
