import { amountOf, isCounted, type Played } from "../../challenge/amount.ts";
import type { Challenge, Member } from "../../challenge/challenge.ts";
import { ratedIn } from "../../challenge/showing.ts";
import type { Desk } from "../../store/desk.ts";
import type { Practice } from "../../store/sessions.ts";

/** Notes for the end of a challenge what a member's practice showed, or that a turn was mended; without a word of it. */
export async function celebratePractice(
  desk: Desk,
  challenge: Challenge,
  { user, channel }: Member,
  { id, team, retry }: Practice,
  played: Played,
): Promise<void> {
  const { session } = played;
  const { plan } = challenge;
  if (!isCounted(plan, session.flow.id) || session.turns.length === 0) return;
  if (retry) {
    const mended = amountOf({ counted: "repairs", flows: plan.flows }, played);
    if (mended > 0) await desk.celebrations.mended(challenge, `${retry.of}/${retry.turn}`, channel);
    return;
  }
  const isFirst = !(await desk.celebrations.practisedBefore(team, user, plan.startsAt));
  const showing = { user, channel, flow: session.flow.id, rated: ratedIn(session), isFirst };
  await desk.celebrations.showed(challenge, id, showing);
}
