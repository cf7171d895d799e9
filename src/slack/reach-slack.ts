import { WebAPIPlatformError } from "@slack/web-api";
import type { Logger } from "pino";
import { passesIn } from "./answer-error.ts";
import { causeOf, isFinal, isRefusal } from "./is-final.ts";

// What goes on failing is tried less and less often.
const PAUSES = [1_000, 2_000, 5_000, 10_000];
const LONGEST_PAUSE = 30_000;

/** Whether Slack is only out of reach, or not well, so that the same may work in a while. */
export const isOutOfReach = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError
    ? !isFinal(error) && !isRefusal(error)
    : error instanceof Error && passesIn(error) !== undefined;

/**
 * Does what the start needs of Slack, and tries it again for as long as Slack is only out of reach.
 * @throws what trying again would not help.
 */
export async function reachSlack<Found>(
  work: () => Promise<Found>,
  {
    log,
    passes = isOutOfReach,
    pauses = PAUSES,
  }: {
    log: Logger;
    passes?: (error: unknown) => boolean;
    /** In ms. */
    pauses?: readonly number[];
  },
): Promise<Found> {
  for (let tries = 0; ; tries++) {
    try {
      const found = await work();
      if (tries > 0) log.info("Slack is reached again");
      return found;
    } catch (error) {
      if (!passes(error)) throw error;
      const asked = error instanceof Error ? (passesIn(error) ?? 0) : 0;
      const pause = Math.max(asked, pauses[tries] ?? LONGEST_PAUSE);
      log.warn(outOfReach(error, pause));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

const outOfReach = (error: unknown, pause: number) => {
  const seconds = Math.ceil(pause / 1_000);
  return `Slack cannot be reached just now (${causeOf(error)}), so nobody is heard yet. I try again in ${seconds === 1 ? "a second" : `${seconds} seconds`}, and go on doing so; whatever was said before is kept. If it stays like this, look at the network, and at SLACK_API_URL if it is set.`;
};
