import { NotBackedUp } from "../store/back-up.ts";
import { NotMoved } from "../store/move-store.ts";
import { ForeignStore, NewerStore } from "../store/opened.ts";
import { DatabaseOutOfReach } from "../store/postgres.ts";
import { NoStore } from "../store/read-store.ts";
import { StoreInUse, StoreOutOfReach } from "../store/sqlite.ts";
import { NoAddress } from "../store/store-address.ts";

const TOLD = [
  NotBackedUp,
  NotMoved,
  DatabaseOutOfReach,
  ForeignStore,
  NewerStore,
  NoAddress,
  NoStore,
  StoreInUse,
  StoreOutOfReach,
];

/** What came of work on a store; what a person can put right is told in a sentence, and gives nothing. */
export async function unlessTold<Found>(work: Promise<Found>): Promise<Found | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!TOLD.some((kind) => error instanceof kind)) throw error;
    console.error(troubleInWords(error as Error));
    return undefined;
  }
}

/** What to say of it; whoever has no tokens may look for what they did in the local stand-in. */
export function troubleInWords(error: Error, env: NodeJS.ProcessEnv = process.env): string {
  const mayBeStandIn = error instanceof NoStore && !env.SLACK_BOT_TOKEN && !env.SLACK_CLIENT_ID;
  return mayBeStandIn
    ? `${error.message} (What is tried in the local stand-in is never kept.)`
    : error.message;
}
