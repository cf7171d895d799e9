import type { Kind } from "../challenge/challenge.ts";
import type { Band } from "../challenge/team-batch.ts";
import type { SkillName } from "../flow/flow.ts";

/** What is kept for what a lead sees. */
export type TeamTables = {
  /** Since when there has been anything of a workspace. */
  workspace: { team_id: string; since: number };
  /** How one skill showed in somebody's last practice within a challenge, only until enough others have come. */
  team_waiting: {
    team_id: string;
    channel_id: string;
    skill: SkillName;
    user_id: string;
    challenge_id: string;
    flow: string;
    clear: number;
    at: number;
  };
  /** What went in together, the n-th time; it holds exactly what is shown of it: nobody, and no numbers of practices. */
  team_batch: {
    team_id: string;
    channel_id: string;
    skill: SkillName;
    n: number;
    /** Rounded down to fives. */
    people: number;
    share: Band;
    /** The day (UTC) on which it went in, as the instant it began. */
    day: number;
  };
  /** How many had joined when a challenge was over, rounded down to fives. */
  team_part: {
    team_id: string;
    channel_id: string;
    challenge_id: string;
    kind: Kind;
    people: number;
    ended_at: number;
  };
  /** Who wants a weekly digest of which channel; `told` counts the batches that they were shown. */
  team_digest: {
    team_id: string;
    user_id: string;
    channel_id: string;
    /** Their direct message with the app. */
    dm_id: string;
    zone: string;
    told: number;
  };
};
