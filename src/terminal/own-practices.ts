import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import { setTimeout } from "node:timers/promises";
import type { Appeal } from "../feedback/appeal.ts";
import type { OwnView } from "../feedback/own-view.ts";
import type { Flow } from "../flow/flow.ts";
import type { LearningPath } from "../flow/path.ts";
import { join } from "../programme/membership.ts";
import type { Place } from "../programme/place.ts";
import type { Progress } from "../programme/progress.ts";
import type { Session } from "../session/session.ts";
import type { Desk } from "../store/desk.ts";
import { ForeignStore, NewerStore } from "../store/opened.ts";
import { ownPlace } from "../store/own-place.ts";
import { ownProgress } from "../store/own-progress.ts";
import type { Walker } from "../store/path-members.ts";
import type { Practice, Retry } from "../store/sessions.ts";
import { StoreInUse, StoreOutOfReach } from "../store/sqlite.ts";
import { openStore } from "../store/store.ts";
import { fileIn, NoAddress, storeFile } from "../store/store-address.ts";
import { aside } from "./print.ts";

/** A practice that is over, as it is to be kept. */
export type Done = {
  session: Session;
  withoutHints: boolean;
  /** ms since 1970. */
  startedAt: number;
  retry?: Retry | undefined;
  ownView?: OwnView | undefined;
};

/** What is kept of the practices that somebody does in the terminal; it is theirs alone. */
export type OwnPractices = {
  progress(): Promise<Progress>;
  /** Keeps a practice whose debrief is given now; gives its id. */
  keep(done: Done): Promise<string>;
  /** Joins a path, and gives the place there; once it is finished, the next time begins it again. */
  walk(path: LearningPath, flows: readonly Flow[]): Promise<Place | undefined>;
  /** Writes an appeal down; gives its id, or that of the earlier one, which stands. */
  appeal(appeal: Appeal): Promise<{ id: string; stands: boolean }>;
  /** Says whether the appeal was still there. */
  takeBack(id: string): Promise<boolean>;
  /** Erases everything, and says how many practices there were. */
  forget(): Promise<number>;
};

// No workspace of Slack's is called that.
const TEAM = "terminal";

/** The practices of one account of this machine, in the store of a file. It is open only for a moment each time. */
export function ownPractices(file: string, user: string): OwnPractices {
  const at = <Found>(work: (desk: Desk) => Promise<Found>) => atDesk(file, work);
  return {
    progress: () => at((desk) => ownProgress(desk, TEAM, user)),
    keep: async (done) => {
      const place = { team: TEAM, id: randomUUID(), user, channel: TEAM, control: "", pending: [] };
      const practice: Practice = { ...place, ...done, debriefedAt: Date.now() };
      await at((desk) => desk.keep(practice));
      return practice.id;
    },
    walk: (path, flows) => at((desk) => walk(desk, { team: TEAM, user }, path, flows)),
    appeal: async (appeal) => {
      const id = randomUUID();
      const kept = await at((desk) => desk.keepAppeal({ team: TEAM, id, user, appeal }));
      return typeof kept === "object" ? { id: kept.earlier, stands: true } : { id, stands: false };
    },
    takeBack: (id) => at((desk) => desk.takeBackAppeal({ team: TEAM, id, user })),
    forget: async () => (await at((desk) => desk.own.erase({ team: TEAM, user }))).practices,
  };
}

/** The practices of whoever is logged in, where Tightrope's settings say that everything is kept. */
export const myPractices = (): OwnPractices => ownPractices(fileIn(process.env), myName());

/** Why nothing can be kept or read just now; nothing when something else went wrong. */
export const whyOutOfReach = (error: unknown): string | undefined =>
  [StoreInUse, StoreOutOfReach, ForeignStore, NewerStore, NoAddress].some((kind) => error instanceof kind)
    ? (error as Error).message
    : undefined;

/** What came of it; where nothing can be kept or read just now it says so in a line, and gives nothing. */
export async function unlessOutOfReach<Found>(work: Promise<Found>): Promise<Found | undefined> {
  try {
    return await work;
  } catch (error) {
    const why = whyOutOfReach(error);
    if (why === undefined) throw error;
    aside(`Practices are not kept just now: ${why}`);
    return undefined;
  }
}

const TRIES = 3;
const PAUSE = 200;

// Two practices that end in two windows at the same instant are both kept.
async function atDesk<Found>(
  file: string,
  work: (desk: Desk) => Promise<Found>,
  tries = TRIES,
): Promise<Found> {
  const store = await openStore(storeFile(file)).catch((error: unknown) => {
    if (error instanceof StoreInUse && tries > 1) return undefined;
    throw error;
  });
  if (!store) return setTimeout(PAUSE).then(() => atDesk(file, work, tries - 1));
  try {
    return await store.together(TEAM, work);
  } finally {
    await store.close();
  }
}

async function walk(
  desk: Desk,
  walker: Walker,
  path: LearningPath,
  flows: readonly Flow[],
): Promise<Place | undefined> {
  for (const membership of join(await desk.paths.of(walker), path, Date.now()))
    await desk.paths.keep(walker, membership);
  const own = await ownPlace(desk, walker, { paths: [path], flows });
  if (own?.place?.isFinished) await desk.paths.keep(walker, { ...own.membership, finishedAt: Date.now() });
  return own?.place;
}

// An account without a name, as in some containers, has a number.
function myName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? "somebody");
  }
}
