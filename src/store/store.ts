import { randomUUID } from "node:crypto";
import type { Appeal } from "../feedback/appeal.ts";
import { allAppeals } from "./appeals.ts";
import { type Desk, deskOn } from "./desk.ts";
import { type Due, dueBy, nextDueAt, takeDue } from "./due.ts";
import { workspacesWithFlows } from "./flow-sources.ts";
import { forgetDrafts } from "./flow-versions.ts";
import { forgetSent } from "./forget-sent.ts";
import { type Envelope, forgetEnvelopes, isDone, markDone, noteEnvelope, undoneEnvelopes } from "./inbox.ts";
import type { Opened } from "./opened.ts";
import { inDoubt, nextOutgoingAt, type Outgoing, readyToSend } from "./outbox.ts";
import { isPostgres, openPostgres } from "./postgres.ts";
import { type Practice, practiceById } from "./sessions.ts";
import { openSqlite } from "./sqlite.ts";
import { forgetTaps } from "./taps.ts";
import { forgetLongWaiting } from "./team-figures.ts";
import { amend, giveUp, markSending, markSent, markSettling, putBack, unsure } from "./under-way.ts";
import { noteWorkspace } from "./workspaces.ts";

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
  /** Does in one transaction, for a workspace, what may be done again without harm. */
  together<Found>(team: string, work: (desk: Desk) => Promise<Found>): Promise<Found>;
  /** What was written down and then interrupted; nothing that another instance may be doing. */
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
  /** Takes it upon this instance to find out about one in doubt; false when another has. */
  settling(key: Key): Promise<boolean>;
  /** Gives a message up, and does what follows from that in the same transaction. */
  giveUp(key: Key, work?: (desk: Desk) => Promise<void>): Promise<void>;
  forgetOld(): Promise<void>;
  close(): Promise<void>;
};

const DAY = 86_400_000;

/**
 * Opens the store at an address: a file or ":memory:" for the embedded one, or postgres://… for one that several
 * instances share.
 * @param now ms since 1970; given, so that tests can let time pass.
 * @throws {StoreInUse} when another process has it open.
 * @throws {StoreOutOfReach} when it cannot be read and written there.
 * @throws {DatabaseOutOfReach} when the database cannot be reached or used.
 */
export async function openStore(address: string, now: () => number = Date.now): Promise<Store> {
  return storeOn(await (isPostgres(address) ? openPostgres(address) : openSqlite(address)), now);
}

function storeOn({ db, inTurn, lease, close }: Opened, now: () => number): Store {
  const holder = { by: randomUUID(), lease };
  return {
    note: async (envelope) => {
      await noteWorkspace(db, envelope.team, now());
      return noteEnvelope(db, envelope, holder, now());
    },
    once: (envelope, work) =>
      inTurn(envelope.team, async (trx) => {
        if (await isDone(trx, envelope)) return;
        await work(deskOn(trx, now));
        await markDone(trx, envelope, now());
      }),
    onDue: (due, work) =>
      inTurn(due.team, async (trx) => {
        if (await takeDue(trx, due)) await work(deskOn(trx, now));
      }),
    practice: (team, id) => practiceById(db, team, id),
    appeals: () => allAppeals(db),
    together: (team, work) => inTurn(team, (trx) => work(deskOn(trx, now))),
    undone: () => undoneEnvelopes(db, holder, now()),
    dueNow: () => dueBy(db, now()),
    nextAt: async () => {
      const instants = [await nextDueAt(db), await nextOutgoingAt(db)].filter((at) => at !== undefined);
      return instants.length > 0 ? Math.min(...instants) : undefined;
    },
    readyToSend: () => readyToSend(db, now()),
    sending: (key) => markSending(db, key, holder, now()),
    amend: (key, message) => amend(db, key, holder, message, now()),
    sent: (key, slackTs) => markSent(db, key, slackTs, now()),
    putBack: (key, notBefore) => putBack(db, key, holder, notBefore),
    unsure: (key, lookAt) => unsure(db, key, holder, lookAt),
    inDoubt: () => inDoubt(db, holder, now()),
    settling: (key) => markSettling(db, key, holder, now()),
    giveUp: (key, work) =>
      inTurn(key.team, async (trx) => {
        if (await giveUp(trx, key, holder)) await work?.(deskOn(trx, now));
      }),
    forgetOld: async () => {
      await forgetEnvelopes(db, now() - 2 * DAY);
      await forgetTaps(db, now() - DAY);
      await forgetSent(db, now() - 30 * DAY);
      await forgetLongWaiting(db, now() - 60 * DAY);
      // A practice that is just beginning goes back to a text, too, so this has its turn among the others' work.
      for (const team of await workspacesWithFlows(db))
        await inTurn(team, (trx) => forgetDrafts(trx, team, now() - 30 * DAY));
    },
    close,
  };
}
