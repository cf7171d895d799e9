import type { Logger } from "pino";
import type { Flow, SharedParts } from "../flow/flow.ts";
import type { LearningPath } from "../flow/path.ts";
import type { Desk } from "../store/desk.ts";
import type { Offered } from "../store/own-place.ts";
import type { Store } from "../store/store.ts";
import { envelopeIn } from "./envelope.ts";
import type { HomeKeeper } from "./keep-home.ts";
import type { Library } from "./library.ts";
import type { Roles } from "./roles.ts";
import type { Directory } from "./share-modal.ts";

/** What the listeners need besides Bolt: the store, what can be played, time, and chance. */
export type Surroundings = {
  store: Store;
  library: Library;
  /** The paths as they are now. */
  paths: () => readonly LearningPath[];
  /** The flows and the shared parts of the folder as they are now. */
  folder: () => readonly Flow[];
  shared: () => readonly SharedParts[];
  roles: Roles;
  command: string;
  now: () => number;
  seed: () => number;
  log: Logger;
  homes: HomeKeeper;
  /** Whom one can share with, where Slack itself has no lists of them. */
  directory?: Directory | undefined;
};

/** What can be walked and practised with in a workspace at the moment. */
export const offeredIn = async (
  { library, paths }: Pick<Surroundings, "library" | "paths">,
  desk: Desk,
  team: string,
): Promise<Offered> => ({ paths: paths(), flows: await library(desk, team) });

/** Does what an envelope asks for once, and has the answers sent. */
export async function once(
  { store }: Surroundings,
  context: object,
  work: (desk: Desk, team: string) => Promise<unknown>,
): Promise<void> {
  const envelope = envelopeIn(context);
  await store.once(envelope, async (desk) => {
    await work(desk, envelope.team);
  });
  envelope.done = true;
}

/** Something that is nice to do and nobody misses when it fails. */
export async function courtesy({ log }: Surroundings, kindness: Promise<unknown>): Promise<void> {
  await kindness.catch((error: unknown) => log.warn({ reason: String(error) }, "a courtesy failed"));
}
