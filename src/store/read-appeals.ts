import type { Appeal } from "../feedback/appeal.ts";
import { allAppeals } from "./appeals.ts";
import { readStore } from "./read-store.ts";

/**
 * Reads the appeals out of a store, changing nothing.
 * @throws {NoStore} when its file is not there.
 */
export const readAppeals = (address: string): Promise<Appeal[]> => readStore(address, "appeal", allAppeals);
