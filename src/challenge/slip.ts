import { debrief } from "../feedback/debrief.ts";
import { shortened } from "../feedback/shortened.ts";
import { tellFeeling } from "../feedback/tell-talk.ts";
import { thenAndNow } from "../feedback/then-and-now.ts";
import type { Session } from "../session/session.ts";

/** A message of their own that a lead shows, and what they would write there now. */
export type Slip = { turn: number; now: string };

/** What a lead would write now is at most so long. */
export const LONGEST_NOW = 500;

const LONGEST_SHOWN = 400;

/** The message of a practice to show first: the one to try differently, else the first. */
export const slipOffered = (session: Session): number => debrief(session).try?.turn ?? 1;

/** What a lead has written when they took a message of a talk again. */
export const takenAgain = (retried: Session, turn: number): string | undefined =>
  retried.turns[turn - 1]?.reply.trim();

/** Why a slip cannot be shown like this, in words for the lead; nothing where it can. */
export function slipProblem({ turns }: Session, { turn, now }: Slip): string | undefined {
  const then = turns[turn - 1];
  if (!then) return "Choose one of your messages.";
  if (!now) return "Write what you would say there now.";
  if (now.length > LONGEST_NOW) return `Keep it under ${LONGEST_NOW} characters.`;
  return oneLine(now) === oneLine(then.reply)
    ? "That is what stood there then. Write what you would say now."
    : undefined;
}

/**
 * A slip in paragraphs: what the customer had said, what was written then and what it did, and what the lead would write
 * now; with what that did, too, where they took the message again in these very words.
 */
export function slipParts(session: Session, { turn, now }: Slip, retried: Session | undefined): string[] {
  const told = debrief(session);
  const [then, said] = [told.view[turn - 1], session.turns[turn - 1]?.customerSaid ?? []];
  if (!then) return [];
  const again = retried && takenAgain(retried, turn) === now ? thenAndNow(session, retried, turn) : undefined;
  const quote = (text: string) => `“${shortened(text, LONGEST_SHOWN)}”`;
  const did = (lived: typeof then) => `\n${tellFeeling(lived)}`;
  return [
    ...(said.length > 0 ? [`${told.customer} had said: ${quote(said.join(" "))}`] : []),
    `Then: ${quote(then.reply)}${did(then)}`,
    `Now: ${quote(now)}${again ? did(again.now) : ""}`,
    ...(told.ending ? [`How the talk ended: ${told.ending.words}`] : []),
  ];
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim().toLowerCase();
