import type { AuditTables } from "./audit-tables.ts";
import type { CelebrationTables } from "./celebration-tables.ts";
import type { ChallengeTables } from "./challenge-tables.ts";
import type { InstallationTables } from "./installation-tables.ts";
import type { KudosTables } from "./kudos-tables.ts";
import type { LearnTables } from "./learn-tables.ts";
import type { ListeningTables } from "./listening-tables.ts";
import type { RelayTables } from "./relay-tables.ts";
import type { RetentionTables } from "./retention-tables.ts";
import type { SettingTables } from "./setting-tables.ts";
import type { ShareTables } from "./share-tables.ts";
import type { TeamTables } from "./team-tables.ts";

/**
 * Everything that outlives a message. The workspace leads every key; ids are text, JSON is kept as text,
 * instants are ms since 1970 (UTC), so that the same queries serve SQLite and PostgreSQL.
 */
export type Tables = CoreTables &
  ChallengeTables &
  ShareTables &
  TeamTables &
  ListeningTables &
  KudosTables &
  CelebrationTables &
  RelayTables &
  LearnTables &
  InstallationTables &
  SettingTables &
  AuditTables &
  RetentionTables;

type CoreTables = {
  inbox: {
    team_id: string;
    /** Slack's own id of what came in: an event id or a trigger id. */
    id: string;
    body: string;
    received_at: number;
    /** When its effects were written down; until then it is heard again after a restart. */
    done_at: number | null;
    /** The instance that heard it. */
    held_by: string | null;
  };
  /** The flows that practices were begun on or that trainers brought, each with the parts it shares as JSON. */
  flow_source: { team_id: string; hash: string; flow: string; source: string; shared: string };
  session: {
    team_id: string;
    id: string;
    user_id: string;
    channel_id: string;
    flow_hash: string;
    state: string;
    record: string;
    /** Messages not yet taken as a turn, while the trainee may still be typing. */
    pending: string;
    /** The outbox id of the app's own message with the buttons. */
    control_id: string;
    /** 1 when the trainee wants no hints in it. */
    without_hints: number;
    /** The flow version that a trainer tries out in it; then it counts as no practice. */
    trial_of: string | null;
    started_at: number;
    updated_at: number;
    /** The practice of which this takes a message again, and which message (1-based). */
    retry_of: string | null;
    retry_turn: number | null;
    /** What the trainee thought before any verdict, as JSON. */
    own_view: string | null;
    debriefed_at: number | null;
    /** When its words were let go; what it showed stays a while longer. */
    wordless_at: number | null;
  };
  /** What trainers brought and published in Slack; of each flow the highest number is the one that counts. */
  flow_version: {
    team_id: string;
    id: string;
    flow_id: string;
    hash: string;
    state: "draft" | "awaiting" | "published" | "retired";
    /** Counted up when it is published. */
    version: number | null;
    note: string;
    by_user: string;
    /** The direct message of who brought it. */
    channel_id: string;
    made_at: number;
    published_at: number | null;
    approved_by: string | null;
  };
  outbox: {
    team_id: string;
    id: string;
    channel_id: string;
    /** Order within the channel. */
    seq: number;
    /** A new message, or a change or removal of the one that another row posted. */
    kind: "post" | "update" | "delete";
    target_id: string | null;
    message: string;
    /** Asked: nobody can look whether it arrived, and somebody is asked. */
    state: "waiting" | "sending" | "sent" | "failed" | "asked";
    not_before: number;
    tries: number;
    slack_ts: string | null;
    written_at: number;
    sent_at: number | null;
    /** The instance that sends it just now, and the instant until which that is left to it. */
    held_by: string | null;
    held_until: number | null;
    /** 1 when it goes out under a customer's name; Slack then lets nobody delete it. */
    under_name: number;
  };
  /** Until when Slack wants one of its methods left in peace: the one that does what a message of this kind needs. */
  hold: { team_id: string; kind: "post" | "update" | "delete"; until: number };
  /** Who has opened the app's Home tab. */
  home: { team_id: string; user_id: string };
  /** What Slack said of somebody, and when: their direct message with the app, what to call them, and how it shows that. */
  acquaintance: {
    team_id: string;
    user_id: string;
    channel_id: string;
    name: string;
    called: string;
    zone: string;
    asked_at: number;
  };
  /** An agent's reminders to practise again; `step` counts those sent since `counted_from`. */
  rhythm: {
    team_id: string;
    user_id: string;
    channel_id: string;
    state: "offered" | "on" | "off";
    counted_from: number;
    step: number;
    zone: string;
  };
  /** Who has joined which path; at most one has neither been left nor finished. */
  path_member: {
    team_id: string;
    user_id: string;
    path: string;
    /** What it was called then. */
    title: string;
    joined_at: number;
    left_at: number | null;
    finished_at: number | null;
  };
  /** What was asked for last, and when, so that a second tap does nothing. */
  tap: { team_id: string; name: string; at: number };
  due: { team_id: string; kind: string; subject: string; at: number };
  appeal: {
    team_id: string;
    id: string;
    user_id: string;
    practice_id: string;
    turn: number;
    about: string;
    /** The whole of it; without consent it holds no words. */
    appeal: string;
    made_at: number;
  };
};
