import type { Kysely, Selectable } from "kysely";
import type { OwnView } from "../feedback/own-view.ts";
import type { Session } from "../session/session.ts";
import { flowOf, keepFlow } from "./flow-sources.ts";
import { isAsRead, recordOf, restored } from "./restored.ts";
import {
  type Changing,
  changeAllButRecord,
  changeRow,
  pastRows,
  rowById,
  runningRow,
} from "./session-rows.ts";
import type { Tables } from "./tables.ts";

/** A message that waits for its turn; `id` is what the messenger calls it. */
export type PendingMessage = { id: string; text: string };

/** A session where it is kept: whose it is, where it is played, and what waits to be taken as a turn. */
export type Practice = {
  team: string;
  id: string;
  user: string;
  channel: string;
  /** The outbox id of the message with the buttons. */
  control: string;
  pending: PendingMessage[];
  /** The trainee wants no hints in this one. */
  withoutHints?: boolean;
  /**
   * The flow version that a trainer tries out in it, who then sees why the customer answers as they do; it counts
   * as no practice.
   */
  trial?: string | undefined;
  /** ms since 1970. */
  startedAt: number;
  /** The practice of which this one takes a message again; the first is never changed by it. */
  retry?: Retry | undefined;
  ownView?: OwnView | undefined;
  /** When the debrief was given; ms since 1970. */
  debriefedAt?: number | undefined;
  /** Its words are no longer kept, only what they showed. */
  wordless?: boolean;
  session: Session;
};

/** Which message (1-based) of which practice is taken again. */
export type Retry = { of: string; turn: number };

/** The trainee's running practice, if there is one. */
export async function runningPractice(
  db: Kysely<Tables>,
  team: string,
  user: string,
): Promise<Practice | undefined> {
  const [row] = (await runningRow(db, { team, user })).rows;
  return row && open(db, row);
}

/** A practice by its id. */
export async function practiceById(
  db: Kysely<Tables>,
  team: string,
  id: string,
): Promise<Practice | undefined> {
  const [row] = (await rowById(db, { team, id })).rows;
  return row && open(db, row);
}

const MOST_PAST = 20;

/** A trainee's practices that ended or were stopped, the newest first, at most 20, with nothing pending; no trials. */
export async function pastPractices(
  db: Kysely<Tables>,
  team: string,
  user: string,
  most = MOST_PAST,
): Promise<Practice[]> {
  const { rows } = await pastRows(db, { team, user, most });
  const practices: Practice[] = [];
  for (const row of rows) {
    const practice = await open(db, row);
    if (practice) practices.push({ ...practice, pending: [] });
  }
  return practices;
}

/** Writes a practice down, with the flow it was begun on, so that it goes on when the file changes. */
export async function keepPractice(db: Kysely<Tables>, practice: Practice, now: number): Promise<void> {
  const { team, id, session } = practice;
  const { flow } = session;
  const changing: Omit<Changing, "record"> = {
    state: session.state,
    pending: JSON.stringify(practice.pending),
    control_id: practice.control,
    without_hints: practice.withoutHints ? 1 : 0,
    updated_at: now,
    own_view: practice.ownView ? JSON.stringify(practice.ownView) : null,
    debriefed_at: practice.debriefedAt ?? null,
  };
  // What was read is there already.
  if (isAsRead(session)) return changeAllButRecord(db, { team, id, ...changing });
  const record = recordOf(practice, session);
  const { changed } = await changeRow(db, { team, id, ...changing, record });
  // As long as a practice is kept, so is the flow it was begun on.
  if (changed > 0) return;
  await keepFlow(db, team, flow);
  await db
    .insertInto("session")
    .values({
      team_id: team,
      id,
      user_id: practice.user,
      channel_id: practice.channel,
      flow_hash: flow.hash,
      started_at: practice.startedAt,
      trial_of: practice.trial ?? null,
      retry_of: practice.retry?.of ?? null,
      retry_turn: practice.retry?.turn ?? null,
      wordless_at: null,
      ...changing,
      record,
    })
    .execute();
}

// A practice whose flow can no longer be read at all is closed, so that its trainee can begin another.
async function open(db: Kysely<Tables>, row: Selectable<Tables["session"]>): Promise<Practice | undefined> {
  const flow = await flowOf(db, row.team_id, row.flow_hash);
  if (!flow) {
    await db
      .updateTable("session")
      .set({ state: "stopped" })
      .where("team_id", "=", row.team_id)
      .where("id", "=", row.id)
      .execute();
    return undefined;
  }
  return {
    team: row.team_id,
    id: row.id,
    user: row.user_id,
    channel: row.channel_id,
    control: row.control_id,
    pending: JSON.parse(row.pending) as PendingMessage[],
    ...(row.without_hints ? { withoutHints: true } : {}),
    ...(row.trial_of === null ? {} : { trial: row.trial_of }),
    startedAt: Number(row.started_at),
    retry: row.retry_of === null ? undefined : { of: row.retry_of, turn: Number(row.retry_turn) },
    ownView: row.own_view === null ? undefined : (JSON.parse(row.own_view) as OwnView),
    debriefedAt: row.debriefed_at === null ? undefined : Number(row.debriefed_at),
    ...(row.wordless_at === null ? {} : { wordless: true }),
    session: restored({ team: row.team_id, id: row.id }, flow, row.record),
  };
}
