import type { Appeal } from "../feedback/appeal.ts";
import { type Acquaintances, acquaintances } from "./acquaintances.ts";
import { allAppeals } from "./appeals.ts";
import { type Backlog, backlog } from "./backlog.ts";
import type { Desk, LeftToDo } from "./desk.ts";
import { type Due, dueBy, takeDue } from "./due.ts";
import { forgetOld } from "./forget-old.ts";
import { holdBack } from "./hold.ts";
import type { Holder } from "./holder.ts";
import { type Envelope, markDone, noteEnvelope, type Undone, undoneEnvelopes } from "./inbox.ts";
import { allInstalled, installationOf, type KeptInstallation } from "./installations.ts";
import type { Opened } from "./opened.ts";
import type { Outgoing, Place } from "./outbox.ts";
import { type OwnData, ownData, type Person } from "./own-data.ts";
import { placesToServe } from "./places-to-serve.ts";
import { isPostgres, openPostgres } from "./postgres.ts";
import { type Presence, presence } from "./presence.ts";
import { purgeWorkspace } from "./purge-workspace.ts";
import { type Practice, practiceById } from "./sessions.ts";
import { openSqlite } from "./sqlite.ts";
import type { KeepChannel } from "./take-along.ts";
import { type Next, SOON, takeNext } from "./take-next.ts";
import { takeTurns, type Work } from "./take-turns.ts";
import { canBeWritten } from "./taps.ts";
import { amend, giveUp, markSent, putBack, setAside, unanswered, unsure } from "./under-way.ts";
import { settingsOf, type WorkspaceSettings } from "./workspace-settings.ts";
import { rememberedWorkspaces } from "./workspaces.ts";

type Key = Pick<Outgoing, "team" | "id">;

/** Everything that outlives a message. */
export type Store = {
  /** Writes an envelope down before it is acknowledged; true when its effects are already written. */
  note(envelope: Envelope): Promise<boolean>;
  /** Does an envelope's work once: in one transaction with the mark that it is done, or not at all. */
  once(envelope: Pick<Envelope, "team" | "id">, work: (desk: Desk) => Promise<void>): Promise<void>;
  /** Does a due date's work once, if it still stands there: in one transaction with taking it away, or not at all. */
  onDue(due: Due, work: (desk: Desk) => Promise<void>): Promise<void>;
  /** A practice, only to be looked at. */
  practice(team: string, id: string): Promise<Practice | undefined>;
  /** How a workspace is set up, without waiting for a turn in it. */
  settings(team: string): Promise<WorkspaceSettings>;
  /** Everything that is kept about somebody, only to be given to them. */
  ownData(person: Person): Promise<OwnData>;
  /** Whom the app knows, and where it can write to them. */
  acquaintances: Acquaintances;
  /** Who is still there, as far as Slack was asked. */
  presence: Presence;
  /** Every appeal, the oldest first, without whose it is. */
  appeals(): Promise<Appeal[]>;
  /** Does in one transaction, for a workspace, what may be done again without harm. */
  together<Found>(team: string, work: (desk: Desk) => Promise<Found>): Promise<Found>;
  /** Tells what each transaction of this instance has left to do, as soon as it is over. */
  whenDone(listener: (left: LeftToDo) => void): void;
  /** Lets each transaction take along what may go out at once, for whoever keeps the channels of this instance. */
  takeAlong(keep: KeepChannel): void;
  /** What was written down and then interrupted; nothing that another instance may be doing. */
  undone(): Promise<Undone[]>;
  /** What was due by an instant (ms since 1970), which is now unless told. */
  dueNow(by?: number): Promise<Due[]>;
  /** Channels in which there is something to send or to find out, ready by an instant, which is now unless told. */
  placesToServe(by?: number): Promise<Place[]>;
  /** Takes what comes next in a channel upon this instance. */
  next(place: Place): Promise<Next>;
  /** Writes down what became of a message on its way; false when it is another instance's by now. */
  amend(key: Key, message: unknown): Promise<boolean>;
  /** Notes that a message arrived; a crash may take that where it `canBeFound` in Slack again. */
  sent(key: Key, slackTs: string | undefined, canBeFound?: boolean): Promise<void>;
  putBack(key: Key, notBefore: number): Promise<void>;
  /** It may have arrived or not; from an instant on it can be looked up. */
  unsure(key: Key, lookAt: number): Promise<void>;
  /** The same, where Slack gave no answer: it may even still be on its way. */
  unanswered(key: Key, lookAt: number): Promise<void>;
  /** Sends nothing of that kind in that workspace until an instant. */
  holdBack(outgoing: Pick<Outgoing, "team" | "kind">, until: number): Promise<void>;
  /** Gives a message up, and does what follows from that in the same transaction. */
  giveUp(key: Key, work?: (desk: Desk) => Promise<void>): Promise<void>;
  /** Sets a message aside that somebody is asked about, and asks in the same transaction. */
  setAside(key: Key, ask: (desk: Desk) => Promise<void>): Promise<void>;
  forgetOld(): Promise<void>;
  /** What waits, all workspaces together. */
  backlog(): Promise<Backlog>;
  /** True as soon as something can be written down at all. @throws {StoreGone} when nobody would find it again. */
  answers(): Promise<true>;
  /** The app's installation in a workspace, only to be looked at. */
  installation(team: string): Promise<KeptInstallation | undefined>;
  /** Every workspace that the app is installed in, and the name of the key that its token is sealed with. */
  installed(): Promise<Pick<KeptInstallation, "team" | "keyId">[]>;
  /** Erases everything of a workspace; stops, and says so, where the app is installed there again. */
  purge(team: string): Promise<boolean>;
  close(): Promise<void>;
};

/** Slack waits three seconds for an acknowledgement. */
const BEFORE_ACKNOWLEDGING = 2_000;
/** A database that is started again, or taken over by its stand-by, is back by then. */
const PATIENCE = 30_000;

/**
 * Opens the store at an address: a file or ":memory:" for the embedded one, or postgres://… for one that several
 * instances share.
 * @param now ms since 1970; given, so that tests can let time pass.
 * @param warn is told what is to be put right, though the store can be used.
 * @throws {StoreInUse} when another process has it open.
 * @throws {StoreOutOfReach} when it cannot be read and written there.
 * @throws {DatabaseOutOfReach} when the database cannot be reached or used.
 */
export async function openStore(
  address: string,
  now: () => number = Date.now,
  warn?: (words: string) => void,
): Promise<Store> {
  return storeOn(await (isPostgres(address) ? openPostgres(address) : openSqlite(address, warn)), now);
}

/** The store on a database that is open, which `openStore` gives people; `now` gives ms since 1970. */
export function storeOn(opened: Opened, now: () => number): Store {
  const { db, later, inTurn, name, gone, isSeen, ensureInPlace, again, close } = opened;
  let holder: Holder = { by: name, gone: [] };
  const turns = takeTurns(opened, () => holder, now);
  const workspaces = rememberedWorkspaces();
  const patiently = <Found>(work: () => Promise<Found>) => again(work, PATIENCE);
  const turn = <Found>(team: string, work: Work<Found>) => patiently(() => turns.turn(team, work));
  const lookAround = async () => {
    holder = { ...holder, gone: await gone() };
  };
  return {
    note: (envelope) =>
      again(async () => {
        await workspaces.note(db, envelope.team, now());
        workspaces.remember(envelope.team, now());
        return noteEnvelope(db, envelope, holder, now());
      }, BEFORE_ACKNOWLEDGING),
    once: async (envelope, work) => {
      const { team } = envelope;
      const at = now();
      const isNew = await turn(team, async (desk, trx) => {
        // Marked first, which asks at the same time; whatever goes wrong later undoes the mark.
        if (!(await markDone(trx, envelope, now()))) return false;
        await workspaces.note(trx, team, at);
        await work(desk);
        return true;
      });
      if (isNew) workspaces.remember(team, at);
    },
    onDue: (due, work) =>
      turn(due.team, async (desk, trx) => {
        if (await takeDue(trx, due)) await work(desk);
      }),
    practice: (team, id) => patiently(() => practiceById(db, team, id)),
    settings: (team) => patiently(() => settingsOf(db, team)),
    ownData: (person) => patiently(() => ownData(db, person)),
    acquaintances: acquaintances(db, later),
    presence: presence(db, now),
    appeals: () => allAppeals(db),
    together: (team, work) => turn(team, work),
    whenDone: turns.whenDone,
    takeAlong: turns.takeAlong,
    undone: () =>
      patiently(async () => {
        await lookAround();
        return undoneEnvelopes(db, holder, now());
      }),
    dueNow: (by = now()) => patiently(() => dueBy(db, by)),
    placesToServe: (by = now()) =>
      patiently(async () => {
        await lookAround();
        return placesToServe(db, holder, by, now());
      }),
    next: (place) =>
      isSeen()
        ? patiently(() => takeNext(db, place, holder, now()))
        : Promise.resolve({ waitUntil: now() + SOON }),
    amend: (key, message) => patiently(() => amend(db, key, holder, message, now())),
    sent: (key, slackTs, canBeFound = false) =>
      patiently(() => markSent(canBeFound ? later : db, key, slackTs, now())),
    putBack: (key, notBefore) => patiently(() => putBack(db, key, holder, notBefore)),
    unsure: (key, lookAt) => patiently(() => unsure(db, key, holder, lookAt)),
    unanswered: (key, lookAt) => patiently(() => unanswered(db, key, holder, lookAt)),
    holdBack: (outgoing, until) => patiently(() => holdBack(db, outgoing, until)),
    giveUp: (key, work) =>
      turn(key.team, async (desk, trx) => {
        if (await giveUp(trx, key, holder)) await work?.(desk);
      }),
    setAside: (key, ask) =>
      turn(key.team, async (desk, trx) => {
        if (await setAside(trx, key, holder)) await ask(desk);
      }),
    forgetOld: () => forgetOld(db, inTurn, now()),
    installation: (team) => patiently(() => installationOf(db, team)),
    installed: () => patiently(() => allInstalled(db)),
    purge: (team) => purgeWorkspace({ inTurn }, team),
    backlog: () => backlog(db, now()),
    answers: async () => {
      ensureInPlace();
      return canBeWritten(db, now());
    },
    close,
  };
}
