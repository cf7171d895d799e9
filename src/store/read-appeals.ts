import type { Appeal } from "../feedback/appeal.ts";
import { allAppeals } from "./appeals.ts";
import { readStore } from "./read-store.ts";

/**
 * Reads the appeals out of a store's file, changing nothing.
 * @throws {NoStore} when the file is not there.
 */
export const readAppeals = (file: string): Promise<Appeal[]> => readStore(file, "appeal", allAppeals);
