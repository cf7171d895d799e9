import type { Session } from "../session/session.ts";
import { customerView } from "./customer-view.ts";

/** What the trainee thought before any verdict: the message that helped most, and the one they would take back. */
export type OwnView = { helped: number | undefined; takeBack: number | undefined };

/** From how many messages on it makes sense to ask. */
export const WORTH_ASKING = 2;

/** What the talk showed of the messages a trainee picked, where it agrees and where it sees it differently. */
export function answerOwnView(session: Session, { helped, takeBack }: OwnView): string[] {
  const view = customerView(session);
  const best = view.toSorted((a, b) => b.change - a.change || a.turn - b.turn)[0];
  const worst = view.toSorted((a, b) => a.change - b.change || a.turn - b.turn)[0];
  const changeOf = (turn: number) => view[turn - 1]?.change ?? 0;
  const told: string[] = [];
  if (helped !== undefined) told.push(onHelped(helped, changeOf(helped), best?.turn, best?.change ?? 0));
  if (takeBack !== undefined)
    told.push(onTakeBack(takeBack, changeOf(takeBack), worst?.turn, worst?.change ?? 0));
  return told;
}

function onHelped(turn: number, change: number, best: number | undefined, most: number): string {
  const picked = `You said that message ${turn} helped most.`;
  if (most <= 0) return `${picked} I didn't spot a message after which the customer felt better.`;
  if (turn === best || change === most)
    return `${picked} I see it like that too: the customer felt better after it than after any other.`;
  if (change > 0) return `${picked} It did help. I see message ${best} a little ahead of it.`;
  return `${picked} I see it differently: message ${best} helped more. Swap seats to see why.`;
}

function onTakeBack(turn: number, change: number, worst: number | undefined, least: number): string {
  const picked = `You would take back message ${turn}.`;
  if (least >= 0) return `${picked} I didn't spot any harm in it: the customer felt no worse after it.`;
  if (turn === worst || change === least)
    return `${picked} I see it like that too: it cost the customer most.`;
  if (change < 0) return `${picked} It did cost something. I see message ${worst} as the harder one.`;
  return `${picked} I see it differently: it did no harm. Message ${worst} is the one I would look at.`;
}
