import { isCounted } from "../../challenge/amount.ts";
import { type Challenge, isMetered, isOpen } from "../../challenge/challenge.ts";
import { type Slip, slipParts, slipProblem } from "../../challenge/slip.ts";
import type { Desk } from "../../store/desk.ts";
import type { Practice } from "../../store/sessions.ts";
import type { Message } from "../message.ts";
import { type SlipFrom, slipMessage, slipOffer } from "./slip-message.ts";

/** A lead's own practice, the challenge that they lead, and the last time they took each message of it again. */
export type OwnSlip = { challenge: Challenge; practice: Practice; retries: Practice[] };

/** Said where somebody else's slip, or somebody else's challenge, was meant. */
export const NOT_LEAD =
  "Only whoever launched the challenge can show a slip in it, and only from their own practice.";
const OVER = "That challenge is over, so nothing is shown in its thread any more.";
const GONE = "That practice is no longer kept, so there is nothing to show.";
const STANDS =
  "A slip of yours stands in that thread already. Take it back first if you want to show another one.";

/** Looks up whether somebody may show a slip from a practice; or why not, in words for them. Asked at every press. */
export async function ownSlip(
  desk: Desk,
  { team, user }: { team: string; user: string },
  from: SlipFrom,
): Promise<OwnSlip | { refused: string }> {
  const challenge = await desk.challenges.byId(team, from.challenge);
  const practice = await desk.practice(team, from.practice);
  if (challenge?.lead !== user || (practice && practice.user !== user)) return { refused: NOT_LEAD };
  if (!isOpen(challenge)) return { refused: OVER };
  if (!practice || practice.wordless || !isOver(practice) || practice.session.turns.length === 0)
    return { refused: GONE };
  if (practice.trial !== undefined || !isCounted(challenge.plan, practice.session.flow.id))
    return { refused: GONE };
  if (await desk.celebrations.slip(challenge)) return { refused: STANDS };
  const past = await desk.practicesOf(team, user);
  return { challenge, practice, retries: past.filter(({ retry }) => retry?.of === practice.id) };
}

const isOver = ({ session: { state } }: Practice) => state === "ended" || state === "stopped";

/** What the team would see of a slip; or what is to be changed, by field. */
export function slipToShow(
  { challenge, practice, retries }: OwnSlip,
  slip: Slip,
  shown?: "shown",
): Message | { errors: Record<string, string> } {
  const problem = slipProblem(practice.session, slip);
  if (problem) return { errors: { [practice.session.turns[slip.turn - 1] ? "now" : "line"]: problem } };
  const again = retries.find(({ retry }) => retry?.turn === slip.turn)?.session;
  return slipMessage(challenge.lead, slipParts(practice.session, slip, again), shown && challenge.id);
}

/** Offers whoever leads a challenge, below the debrief of a practice that counts, to show a slip; until one stands. */
export async function offerSlip(desk: Desk, practice: Practice): Promise<void> {
  const { team, user, channel, retry, session, trial } = practice;
  if (trial !== undefined || session.turns.length === 0) return;
  for (const id of await desk.celebrations.ledBy(team, user)) {
    const from = { challenge: id, practice: retry?.of ?? practice.id };
    const own = await ownSlip(desk, { team, user }, from);
    if ("refused" in own || !isMetered(own.challenge.plan)) continue;
    await desk.send(team, channel, slipOffer(from));
    return;
  }
}
