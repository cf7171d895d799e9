import { skillReports } from "../feedback/skill-report.ts";
import type { SkillName } from "../flow/flow.ts";
import type { Rated } from "../programme/progress.ts";
import type { Session } from "../session/session.ts";

/** What one practice of a member showed while a challenge runs, without a word of it. */
export type Showing = {
  user: string;
  channel: string;
  flow: string;
  rated: Partial<Record<SkillName, Rated>>;
  /** Whether they had never practised before the challenge began. */
  isFirst: boolean;
};

/** How each skill was rated in a practice. */
export const ratedIn = (session: Session): Showing["rated"] =>
  Object.fromEntries(skillReports(session).map(({ skill, rated }) => [skill, rated]));

/** How many different people stand behind some practices. */
export const peopleBehind = (showings: readonly Pick<Showing, "user">[]): number =>
  new Set(showings.map(({ user }) => user)).size;
