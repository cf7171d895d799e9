import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Flow } from "../../src/flow/flow.ts";
import { loadFlow } from "../../src/flow/load.ts";
import { begin, type Session } from "../../src/session/session.ts";
import type { Desk } from "../../src/store/desk.ts";
import { readFlowFile } from "../../src/store/flow-folder.ts";
import type { Outgoing } from "../../src/store/outbox.ts";
import type { Practice } from "../../src/store/sessions.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import type { Next } from "../../src/store/take-next.ts";
import { emptied, POSTGRES } from "./own-schema.ts";

/** A store under test, and the clock it lives by, in ms since 1970. */
export type Shelf = { store: Store; clock: { now: number }; close(): Promise<void> };

/** Every store there is; the same claims are made of each. */
export const STORES: (readonly [name: string, open: () => Promise<Shelf>])[] = [
  ["in memory", async () => shelf(":memory:")],
  [
    "in a file",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "tightrope-store-"));
      return shelf(join(folder, "deeper", "store.db"), () => rmSync(folder, { recursive: true }));
    },
  ],
  ...(POSTGRES.isThere ? [["in PostgreSQL", async () => shelf(await emptied())] as const] : []),
];

async function shelf(file: string, tidy = () => {}): Promise<Shelf> {
  const clock = { now: 1_000_000 };
  const store = await openStore(file, () => clock.now);
  return {
    store,
    clock,
    close: async () => {
      await store.close();
      tidy();
    },
  };
}

const file = fileURLToPath(new URL("../slack/cold-soup.yml", import.meta.url));
const { flow, source } = readFlowFile(file);

/** A customer, as the file says it now. */
export const COLD_SOUP = flow as Flow;

/** The same customer after a trainer has changed a line. */
export const CHANGED = loadFlow(source.replace("Again.", "Once more."), file).flow as Flow;

/** A practice of somebody, just begun. */
export const practiceOf = (user: string, id = `practice-${user}`, session: Session = opened()): Practice => ({
  team: "T1",
  id,
  user,
  channel: `D${user}`,
  control: "control",
  pending: [],
  startedAt: 1_000_000,
  session,
});

const opened = () => begin(COLD_SOUP, 1, "Ada");

let works = 0;

/** Does something in a transaction of its own, and gives what it gave. */
export async function within<Result>(store: Store, work: (desk: Desk) => Promise<Result>): Promise<Result> {
  let result: { value: Result } | undefined;
  await store.once({ team: "T1", id: `work-${++works}` }, async (desk) => {
    result = { value: await work(desk) };
  });
  if (!result) throw new Error("The work was not done.");
  return result.value;
}

/** What comes next in a channel of the first workspace; it is taken. */
export const next = (store: Store, channel: string): Promise<Next> => store.next({ team: "T1", channel });

/** The message that is to be sent next there. */
export async function taken(store: Store, channel: string): Promise<Outgoing> {
  const one = await next(store, channel);
  if (!one || !("send" in one)) throw new Error(`Nothing can be sent: ${JSON.stringify(one)}`);
  return one.send;
}

/** What a message says. */
export const textOf = ({ message }: Outgoing): string => (message as { text: string }).text;
