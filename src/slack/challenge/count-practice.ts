import { amountOf, type Played } from "../../challenge/amount.ts";
import { isMetered } from "../../challenge/challenge.ts";
import type { Desk } from "../../store/desk.ts";
import type { Practice } from "../../store/sessions.ts";
import { showSoon } from "./run-challenge.ts";

/** Counts a practice that is over for the challenges that its agent takes part in: once, and without a word to anybody. */
export async function countPractice(
  desk: Desk,
  { team, user, id, trial, retry }: Practice,
  played: Played,
  now: number,
): Promise<void> {
  if (trial !== undefined) return;
  for (const joined of await desk.challenges.joinedBy(team, user)) {
    const challenge = await desk.challenges.byId(team, joined);
    const member = challenge && (await desk.challenges.member(challenge, user));
    if (!challenge || !member || challenge.state !== "running" || !isMetered(challenge.plan)) continue;
    const amount = amountOf(challenge.plan, played);
    // A message that is mended again and again is one mended message.
    const source = challenge.plan.counted === "repairs" && retry ? `${retry.of}/${retry.turn}` : id;
    const counting = { source, user, channel: member.channel, amount, at: now };
    if (amount > 0 && (await desk.challenges.count(challenge, counting)))
      await showSoon(desk, challenge, now);
  }
}
