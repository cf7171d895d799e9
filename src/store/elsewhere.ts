import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** What others see or rely on when somebody is forgotten, by ids. */
export type Elsewhere = {
  /** Shares that go on, kudos they show in a channel, lines shown after a listening game, slips they show as a lead. */
  shares: string[];
  kudos: string[];
  lines: string[];
  slips: string[];
  /** What belongs to others by now: kudos given, lines in a team's talk, challenges that go on, flows published. */
  given: number;
  relayed: number;
  leads: number;
  published: number;
};

/** Looks up what somebody has elsewhere. */
export async function elsewhereOf(
  db: Kysely<Tables>,
  { team, user }: { team: string; user: string },
): Promise<Elsewhere> {
  const shares = db.selectFrom("share").select("id").where("team_id", "=", team).where("by_user", "=", user);
  const kudos = db.selectFrom("kudos").select("id").where("team_id", "=", team);
  const standing = kudos.where("taken_back_at", "is", null);
  const lines = db.selectFrom("listening_quote").select("id").where("team_id", "=", team);
  const slips = db
    .selectFrom("challenge_slip as slip")
    .innerJoin("challenge", (join) =>
      join.onRef("challenge.team_id", "=", "slip.team_id").onRef("challenge.id", "=", "slip.challenge_id"),
    )
    .select("challenge.id")
    .where("slip.team_id", "=", team)
    .where("challenge.by_user", "=", user);
  const turns = db.selectFrom("relay_turn").select("challenge_id as id").where("team_id", "=", team);
  const led = db.selectFrom("challenge").select("id").where("team_id", "=", team).where("by_user", "=", user);
  const versions = db.selectFrom("flow_version").select("id").where("team_id", "=", team);
  const idsOf = async (rows: { execute(): Promise<{ id: string }[]> }) =>
    (await rows.execute()).map(({ id }) => id);
  return {
    shares: await idsOf(shares.where("ended_at", "is", null)),
    kudos: await idsOf(standing.where("to_user", "=", user).where("shown_in", "is not", null)),
    lines: await idsOf(lines.where("user_id", "=", user).where("state", "=", "shown")),
    slips: await idsOf(slips),
    given: (await idsOf(standing.where("from_user", "=", user))).length,
    relayed: (await idsOf(turns.where("user_id", "=", user))).length,
    leads: (await idsOf(led.where("state", "in", ["planned", "running"]))).length,
    published: (await idsOf(versions.where("by_user", "=", user).where("version", "is not", null))).length,
  };
}
