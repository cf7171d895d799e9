import type { Appeal } from "../feedback/appeal.ts";
import { allAppeals, forgetAppeals, type KeptAppeal, keepAppeal, takeBackAppeal } from "./appeals.ts";
import { type ChallengeMembers, challengeMembers } from "./challenge-members.ts";
import { type Challenges, challenges } from "./challenges.ts";
import { clearDue, type Due, dueBy, nextDueAt, setDue, takeDue } from "./due.ts";
import { type FlowVersions, flowVersions, forgetDrafts } from "./flow-versions.ts";
import { forgetPractices } from "./forget-practices.ts";
import { forgetSent } from "./forget-sent.ts";
import { noteHome, outdateHome } from "./homes.ts";
import { type Envelope, forgetEnvelopes, isDone, markDone, noteEnvelope, undoneEnvelopes } from "./inbox.ts";
import { type LearnedOf, learned, learnFromTalk } from "./learn.ts";
import {
  amend,
  callBack,
  giveUp,
  inDoubt,
  markSending,
  markSent,
  nextOutgoingAt,
  type Outgoing,
  putBack,
  readyToSend,
  unsure,
  writeOut,
} from "./outbox.ts";
import { type Paths, pathMembers } from "./path-members.ts";
import { type KeptRhythm, keepRhythm, rhythmOf } from "./rhythms.ts";
import { keepPractice, type Practice, pastPractices, practiceById, runningPractice } from "./sessions.ts";
import { type Shares, shares } from "./shares.ts";
import { type Opened, openSqlite } from "./sqlite.ts";
import { firstTap, forgetTaps } from "./taps.ts";

/** What can be read and written within one transaction; all of it happens, or nothing. */
export type Desk = {
  running(team: string, user: string): Promise<Practice | undefined>;
  practice(team: string, id: string): Promise<Practice | undefined>;
  /** Somebody's practices that are over, the newest first, at most 20 or so many. */
  practicesOf(team: string, user: string, most?: number): Promise<Practice[]>;
  /** Writes a practice down; when it is over, the Home tab that shows it is shown again. */
  keep(practice: Practice): Promise<void>;
  /** Erases what somebody has practised, with their appeals and paths; says how many practices there were. */
  forgetPractices(team: string, user: string): Promise<number>;
  /** Somebody has opened the Home tab, and from now on it is kept up to date. */
  homeOpened(team: string, user: string): Promise<void>;
  /** Writes a message down for sending and returns its outbox id; with `updates` it changes that one. */
  send(team: string, channel: string, message: unknown, updates?: string, id?: string): Promise<string>;
  /** The same for a message in the thread of the one with that outbox id; where that never arrived, in the channel. */
  sendUnder(thread: string, team: string, channel: string, message: unknown, id?: string): Promise<string>;
  /** Notes that something was asked for; false when it was a moment (or `within` ms) ago already, as with a second tap. */
  firstTap(team: string, name: string, within?: number): Promise<boolean>;
  /** Somebody's reminders to practise again, if they were ever offered. */
  rhythm(team: string, user: string): Promise<KeptRhythm | undefined>;
  keepRhythm(rhythm: KeptRhythm): Promise<void>;
  setDue(due: Due): Promise<void>;
  clearDue(due: Omit<Due, "at">): Promise<void>;
  /** Writes an appeal down once; says when it was there already, or which earlier one stands. */
  keepAppeal(appeal: KeptAppeal): ReturnType<typeof keepAppeal>;
  /** Deletes an appeal of this trainee; says whether it was still there. */
  takeBackAppeal(appeal: Omit<KeptAppeal, "appeal">): Promise<boolean>;
  /** Deletes all appeals of a practice. */
  forgetAppeals(team: string, practice: string): Promise<void>;
  /** Removes the message with that outbox id; where Slack does not let it be removed, this one stands there instead. */
  remove(team: string, channel: string, id: string, instead: unknown): Promise<void>;
  shares: Shares;
  /** Counts a practice that is over for its trainers, without whose it was. */
  learnFrom(practice: Practice): Promise<void>;
  /** What the trainers of a workspace may know of each flow and version. */
  learned(team: string): Promise<LearnedOf[]>;
  paths: Paths;
  /** The flows that trainers bring in Slack. */
  versions: FlowVersions;
  /** What teams do together, and who takes part. */
  challenges: Challenges & ChallengeMembers;
};

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
  /** Every appeal, the oldest first, without whose it is. */
  appeals(): Promise<Appeal[]>;
  /** Does in one transaction what may be done again without harm. */
  together<Found>(work: (desk: Desk) => Promise<Found>): Promise<Found>;
  undone(): Promise<Envelope[]>;
  dueNow(): Promise<Due[]>;
  /** The next instant at which something is due or may be sent. */
  nextAt(): Promise<number | undefined>;
  readyToSend(): Promise<Outgoing[]>;
  /** Writes down what became of a message on its way. */
  amend(key: Key, message: unknown): Promise<void>;
  /** Notes that it is being sent, and says whether it still may be. */
  sending(key: Key): Promise<boolean>;
  sent(key: Key, slackTs: string | undefined): Promise<void>;
  putBack(key: Key, notBefore: number): Promise<void>;
  /** It may have arrived or not; from an instant on it can be looked up. */
  unsure(key: Key, lookAt: number): Promise<void>;
  inDoubt(): Promise<Outgoing[]>;
  /** Gives a message up, and does what follows from that in the same transaction. */
  giveUp(key: Key, work?: (desk: Desk) => Promise<void>): Promise<void>;
  forgetOld(): Promise<void>;
  close(): Promise<void>;
};

const isOver = ({ session }: Practice) => session.state === "ended" || session.state === "stopped";

const DAY = 86_400_000;

/**
 * Opens the embedded store at a file or ":memory:".
 * @param now ms since 1970; given, so that tests can let time pass.
 * @throws {StoreInUse} when another process has it open.
 * @throws {StoreOutOfReach} when it cannot be read and written there.
 */
export async function openStore(file: string, now: () => number = Date.now): Promise<Store> {
  return storeOn(await openSqlite(file), now);
}

function storeOn({ db, close }: Opened, now: () => number): Store {
  const deskOn = (trx: typeof db): Desk => ({
    running: (team, user) => runningPractice(trx, team, user),
    practice: (team, id) => practiceById(trx, team, id),
    practicesOf: (team, user, most) => pastPractices(trx, team, user, most),
    keep: async (practice) => {
      await keepPractice(trx, practice, now());
      if (isOver(practice)) await outdateHome(trx, practice.team, practice.user, now());
    },
    forgetPractices: (team, user) => forgetPractices(trx, team, user),
    homeOpened: (team, user) => noteHome(trx, team, user),
    send: (team, channel, message, updates, id) =>
      writeOut(trx, { team, channel, message, ...(updates ? { updates } : {}) }, now(), id),
    sendUnder: (under, team, channel, message, id) =>
      writeOut(trx, { team, channel, message, under }, now(), id),
    firstTap: (team, name, within) => firstTap(trx, team, name, now(), within),
    rhythm: (team, user) => rhythmOf(trx, team, user),
    keepRhythm: (rhythm) => keepRhythm(trx, rhythm),
    setDue: (due) => setDue(trx, due),
    clearDue: (due) => clearDue(trx, due),
    keepAppeal: (appeal) => keepAppeal(trx, appeal, now()),
    takeBackAppeal: (appeal) => takeBackAppeal(trx, appeal),
    forgetAppeals: (team, practice) => forgetAppeals(trx, team, practice),
    remove: async (team, channel, deletes, message) => {
      await callBack(trx, { team, id: deletes });
      await writeOut(trx, { team, channel, message, deletes }, now());
    },
    shares: shares(trx),
    learnFrom: (practice) => learnFromTalk(trx, practice),
    learned: (team) => learned(trx, team),
    paths: pathMembers(trx, now),
    versions: flowVersions(trx),
    challenges: { ...challenges(trx), ...challengeMembers(trx, now) },
  });
  return {
    note: (envelope) => noteEnvelope(db, envelope, now()),
    once: (envelope, work) =>
      db.transaction().execute(async (trx) => {
        if (await isDone(trx, envelope)) return;
        await work(deskOn(trx));
        await markDone(trx, envelope, now());
      }),
    onDue: (due, work) =>
      db.transaction().execute(async (trx) => {
        if (await takeDue(trx, due)) await work(deskOn(trx));
      }),
    practice: (team, id) => practiceById(db, team, id),
    appeals: () => allAppeals(db),
    together: (work) => db.transaction().execute((trx) => work(deskOn(trx))),
    undone: () => undoneEnvelopes(db),
    dueNow: () => dueBy(db, now()),
    nextAt: async () => {
      const instants = [await nextDueAt(db), await nextOutgoingAt(db)].filter((at) => at !== undefined);
      return instants.length > 0 ? Math.min(...instants) : undefined;
    },
    readyToSend: () => readyToSend(db, now()),
    sending: (key) => markSending(db, key),
    amend: (key, message) => amend(db, key, message),
    sent: (key, slackTs) => markSent(db, key, slackTs, now()),
    putBack: (key, notBefore) => putBack(db, key, notBefore),
    unsure: (key, lookAt) => unsure(db, key, lookAt),
    inDoubt: () => inDoubt(db, now()),
    giveUp: (key, work) =>
      db.transaction().execute(async (trx) => {
        await giveUp(trx, key);
        await work?.(deskOn(trx));
      }),
    forgetOld: async () => {
      await forgetEnvelopes(db, now() - 2 * DAY);
      await forgetTaps(db, now() - DAY);
      await forgetSent(db, now() - 30 * DAY);
      await forgetDrafts(db, now() - 30 * DAY);
    },
    close,
  };
}
