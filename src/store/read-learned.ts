import { type LearnedOf, learned } from "./learn.ts";
import { readStore } from "./read-store.ts";

/**
 * Reads what trainers may know of each flow out of a store's file, all workspaces together, changing nothing.
 * @throws {NoStore} when the file is not there.
 */
export const readLearned = (file: string): Promise<LearnedOf[]> =>
  readStore(file, "learnt", (db) => learned(db));
