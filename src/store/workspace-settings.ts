import type { Kysely } from "kysely";
import { z } from "zod";
import type { Tables } from "./tables.ts";

/** Some people of a workspace: member ids, and ids of its user groups. */
export type Named = { people: readonly string[]; groups: readonly string[] };

/** Nobody. */
export const NOBODY: Named = { people: [], groups: [] };

/** How long something is kept, in days: the words of practices, and what was read in them. */
export type Retention = { messagesDays: number; readingsDays: number };

/** What the admins of a workspace decide; the environment may name more people beside these. */
export type WorkspaceSettings = {
  /** Who launches challenges; everybody where neither this nor the environment names anybody. */
  leads: Named;
  trainers: Named;
  admins: Named;
  /** Whether a second trainer has to approve what is published. */
  secondTrainer: boolean;
  retention: Retention;
};

/** How a workspace is set up where nobody decided anything. */
export const AS_IT_COMES: WorkspaceSettings = {
  leads: NOBODY,
  trainers: NOBODY,
  admins: NOBODY,
  secondTrainer: false,
  retention: { messagesDays: 90, readingsDays: 400 },
};

/** The shortest and the longest that something can be kept, in days. */
export const RETENTION_LIMITS = { messagesDays: [7, 3_650], readingsDays: [30, 3_650] } as const;

/** What can be read and decided within one transaction. */
export type SettingsDesk = {
  of(team: string): Promise<WorkspaceSettings>;
  /** Writes down what somebody decided; what is not given stays as it is. */
  change(team: string, by: string, decided: Partial<WorkspaceSettings>): Promise<void>;
};

/** The settings of a database; `now` gives ms since 1970. */
export const workspaceSettings = (db: Kysely<Tables>, now: () => number): SettingsDesk => ({
  of: (team) => settingsOf(db, team),
  change: async (team, by_user, decided) => {
    for (const [name, value] of Object.entries(decided)) {
      const changing = { value: JSON.stringify(value), by_user, at: now() };
      await db
        .insertInto("workspace_setting")
        .values({ team_id: team, name, ...changing })
        .onConflict((conflict) => conflict.columns(["team_id", "name"]).doUpdateSet(changing))
        .execute();
    }
  },
});

/** How a workspace is set up now. What cannot be read, such as what a later version wrote, is as it comes. */
export async function settingsOf(db: Kysely<Tables>, team: string): Promise<WorkspaceSettings> {
  const rows = await db
    .selectFrom("workspace_setting")
    .select(["name", "value"])
    .where("team_id", "=", team)
    .execute();
  const decided = Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value)]));
  return shape.parse(decided);
}

const named = z.object({ people: z.array(z.string()), groups: z.array(z.string()) });
const days = ([least, most]: readonly [number, number]) => z.number().int().min(least).max(most);

// Each falls back alone: what one version of the app writes, an older one beside it may not know.
const shape = z.object({
  leads: named.catch(AS_IT_COMES.leads as z.infer<typeof named>),
  trainers: named.catch(AS_IT_COMES.trainers as z.infer<typeof named>),
  admins: named.catch(AS_IT_COMES.admins as z.infer<typeof named>),
  secondTrainer: z.boolean().catch(AS_IT_COMES.secondTrainer),
  retention: z
    .object({
      messagesDays: days(RETENTION_LIMITS.messagesDays).catch(AS_IT_COMES.retention.messagesDays),
      readingsDays: days(RETENTION_LIMITS.readingsDays).catch(AS_IT_COMES.retention.readingsDays),
    })
    .catch(AS_IT_COMES.retention),
});
