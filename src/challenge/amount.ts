import { gradeOf } from "../feedback/skill-report.ts";
import { thenAndNow } from "../feedback/then-and-now.ts";
import type { Session } from "../session/session.ts";
import { isSkill, type Plan } from "./challenge.ts";

/** A practice that is over, as far as a challenge can count it. */
export type Played = {
  session: Session;
  /** The talk of which it takes a message (1-based) again. */
  retried: { first: Session; turn: number } | undefined;
};

/** Whether practices with a customer count for a plan. */
export const isCounted = ({ flows }: Pick<Plan, "flows">, flow: string): boolean =>
  flows.length === 0 || flows.includes(flow);

/** How much a practice adds to what a plan counts; 0 when it adds nothing. */
export function amountOf({ counted, flows }: Pick<Plan, "counted" | "flows">, played: Played): number {
  const { session, retried } = played;
  if (!isCounted({ flows }, session.flow.id)) return 0;
  if (counted === "repairs") return isMended(played) ? 1 : 0;
  // A message taken again is for learning; counting it as well would reward saying a good line twice.
  if (retried) return 0;
  if (counted === "talks") return session.state === "ended" && session.turns.length > 0 ? 1 : 0;
  return isSkill(counted) ? session.turns.filter((turn) => isSpecific(gradeOf(turn, counted))).length : 0;
}

const SPECIFIC = 2;
const isSpecific = ({ level, certainty }: ReturnType<typeof gradeOf>) =>
  level === SPECIFIC && certainty !== "unsure";

/** Whether a message that had done the customer no good does them good when it is taken again. */
function isMended({ session, retried }: Played): boolean {
  const compared = retried && thenAndNow(retried.first, session, retried.turn);
  return compared !== undefined && compared.then.change <= 0 && compared.now.change > 0;
}
