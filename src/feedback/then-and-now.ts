import type { Session } from "../session/session.ts";
import { type CustomerTurn, customerView } from "./customer-view.ts";
import { reachedAt, tellDifference } from "./difference.ts";

/** The same moment answered twice: the trainee's line and the customer's reaction, then and now, and what differs. */
export type ThenAndNow = {
  turn: number;
  customerSaid: string[];
  then: CustomerTurn;
  now: CustomerTurn;
  difference: string;
};

/** Puts a retried message beside the first one; nothing before the new answer was given. */
export function thenAndNow(first: Session, retried: Session, turn: number): ThenAndNow | undefined {
  const then = customerView(first)[turn - 1];
  const now = customerView(retried)[turn - 1];
  const [reachedThen, reachedNow] = [reachedAt(first, turn), reachedAt(retried, turn)];
  if (!then || !now || !reachedThen || !reachedNow) return undefined;
  const difference = tellDifference(reachedThen, reachedNow);
  return { turn, customerSaid: retried.turns[turn - 1]?.customerSaid ?? [], then, now, difference };
}
