import type { Kysely, Selectable } from "kysely";
import type { ShareScope } from "../feedback/shared-view.ts";
import type { Quote } from "../feedback/skill-report.ts";
import { type PeerAnswer, peerAnswers } from "./peer-answers.ts";
import type { Tables } from "./tables.ts";

/** A person, or a channel, that may see a share. */
export type Recipient = { kind: "person" | "channel"; id: string };

/** How a share ended. */
export type ShareEnd = "taken back" | "expired" | "not sent";

/** What a trainee lets somebody else see of a practice, until when, and where it stands. */
export type Share = {
  team: string;
  id: string;
  practice: string;
  title: string;
  by: string;
  /** The trainee's direct message with the app. */
  home: string;
  to: Recipient;
  /** Where Slack shows it: the recipient's direct message with the app, or the channel. */
  channel: string;
  scope: ShareScope;
  /** The trainee's lines that are seen in it. */
  lines: Quote[];
  /** ms since 1970. */
  sharedAt: number;
  until: number;
  ended: { at: number; how: ShareEnd } | undefined;
};

type Key = Pick<Share, "team" | "id">;

/** What can be done with shares within one transaction. */
export type Shares = {
  /** Writes a new share down. */
  add(share: Share): Promise<void>;
  byId(team: string, id: string): Promise<Share | undefined>;
  /** What a person shares at the moment, the newest first. */
  givenBy(team: string, user: string): Promise<Share[]>;
  /** Ends it; its lines are no longer kept. */
  end(key: Key, end: { at: number; how: ShareEnd }): Promise<void>;
  /** Keeps an answer, and says whether it is the first of those that wait. */
  addAnswer(answer: PeerAnswer): Promise<boolean>;
  hasAnswers(key: Key): Promise<boolean>;
  /** The answers not yet handed over, oldest first; from now on they are. */
  handOver(key: Key, now: number): Promise<PeerAnswer[]>;
};

/** The outbox id of a share's message. */
export const messageOf = ({ id }: Pick<Share, "id">) => `share/${id}`;

/** The id of the share whose message has this outbox id. */
export const shareSentAs = (outboxId: string) =>
  outboxId.startsWith("share/") ? outboxId.slice("share/".length) : undefined;

/** Opens the shares of a database. */
export const shares = (db: Kysely<Tables>): Shares => ({
  add: async (share) => {
    await db.insertInto("share").values(toRow(share)).execute();
  },
  byId: async (team, id) => {
    const row = await allOf(db, team).where("id", "=", id).executeTakeFirst();
    return row && toShare(row);
  },
  givenBy: async (team, user) => {
    const live = allOf(db, team).where("by_user", "=", user).where("ended_at", "is", null);
    return (await live.orderBy("shared_at", "desc").execute()).map(toShare);
  },
  end: async ({ team, id }, { at, how }) => {
    const one = db.updateTable("share").where("team_id", "=", team).where("id", "=", id);
    await one.set({ ended_at: at, ended_how: how, lines: "[]" }).execute();
  },
  ...peerAnswers(db),
});

const allOf = (db: Kysely<Tables>, team: string) =>
  db.selectFrom("share").selectAll().where("team_id", "=", team);

const toRow = (share: Share) => ({
  team_id: share.team,
  id: share.id,
  practice_id: share.practice,
  title: share.title,
  by_user: share.by,
  home_channel: share.home,
  to_kind: share.to.kind,
  to_id: share.to.id,
  to_channel: share.channel,
  scope: share.scope,
  lines: JSON.stringify(share.lines),
  shared_at: share.sharedAt,
  until_at: share.until,
  ended_at: share.ended?.at ?? null,
  ended_how: share.ended?.how ?? null,
});

const toShare = (row: Selectable<Tables["share"]>): Share => ({
  team: row.team_id,
  id: row.id,
  practice: row.practice_id,
  title: row.title,
  by: row.by_user,
  home: row.home_channel,
  to: { kind: row.to_kind, id: row.to_id },
  channel: row.to_channel,
  scope: row.scope as ShareScope,
  lines: JSON.parse(row.lines) as Quote[],
  sharedAt: Number(row.shared_at),
  until: Number(row.until_at),
  ended: row.ended_at === null ? undefined : { at: Number(row.ended_at), how: row.ended_how as ShareEnd },
});
