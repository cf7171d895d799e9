import { amountOf, type Played } from "../../challenge/amount.ts";
import { isMetered } from "../../challenge/challenge.ts";
import type { Desk } from "../../store/desk.ts";
import type { Practice } from "../../store/sessions.ts";
import { celebratePractice } from "./celebrate-practice.ts";
import { askForLine } from "./keep-line.ts";
import { showSoon } from "./run-challenge.ts";

/** Counts a practice that is over for the challenges that its agent takes part in: once, and without a word to anybody. */
export async function countPractice(
  desk: Desk,
  practice: Practice,
  played: Played,
  now: number,
): Promise<void> {
  const { team, user, id, trial, retry } = practice;
  if (trial !== undefined) return;
  let isAsked = false;
  for (const joined of await desk.challenges.joinedBy(team, user)) {
    const challenge = await desk.challenges.byId(team, joined);
    const member = challenge && (await desk.challenges.member(challenge, user));
    if (!challenge || !member || challenge.state !== "running" || !isMetered(challenge.plan)) continue;
    const amount = amountOf(challenge.plan, played);
    // A message that is mended again and again is one mended message.
    const source = challenge.plan.counted === "repairs" && retry ? `${retry.of}/${retry.turn}` : id;
    const counting = { source, user, channel: member.channel, amount, at: now };
    await celebratePractice(desk, challenge, member, practice, played);
    if (amount === 0 || !(await desk.challenges.count(challenge, counting))) continue;
    await showSoon(desk, challenge, now);
    if (!isAsked) await askForLine(desk, challenge, member, practice);
    isAsked = true;
  }
}
