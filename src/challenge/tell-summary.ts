import type { Challenge, Standing } from "./challenge.ts";
import { meterInWords, shareOf } from "./meter.ts";
import { amountInWords } from "./tell-plan.ts";

/** Said in the thread when a part of the goal is reached. */
export function tellMilestone(challenge: Challenge, standings: readonly Standing[], channel: string): string {
  const here = standings.find((one) => one.channel === channel);
  const most = standings.reduce<Standing | undefined>(
    (best, one) => (best && shareOf(challenge, best) >= shareOf(challenge, one) ? best : one),
    undefined,
  );
  const first = here ?? most;
  if (!first || !most) return "";
  if (shareOf(challenge, most) >= 1)
    return challenge.plan.kind === "team-against-team"
      ? `The goal is reached: ${meterInWords(challenge, most)} in ${most.channel === channel ? "this channel" : `<#${most.channel}>`}. Everything from here on is extra.`
      : `The goal is reached: ${meterInWords(challenge, most)}. Thank you, all of you. Everything from here on is extra.`;
  return `Half of the way: ${meterInWords(challenge, first)}.`;
}

/** What a challenge came to, when it is over. */
export function tellResult(challenge: Challenge, standings: readonly Standing[], channel: string): string {
  const { kind, counted, goal } = challenge.plan;
  const here = standings.find((one) => one.channel === channel);
  if (!here) return "";
  const reached = shareOf(challenge, here) >= 1;
  const own = meterInWords(challenge, here);
  if (kind === "team-against-team")
    return [
      `This channel: ${own}.`,
      ...standings
        .filter((one) => one !== here)
        .map((one) => `<#${one.channel}>: ${meterInWords(challenge, one)}.`),
    ].join("\n");
  if (here.total === 0) return "Nothing was counted this time. Weeks are like that; the customers will wait.";
  return reached
    ? `You did it: ${amountInWords(here.total, counted)}, and ${goal} were wanted.`
    : `You did ${amountInWords(here.total, counted)} together, of ${goal}. Each of them was said to somebody difficult.`;
}
