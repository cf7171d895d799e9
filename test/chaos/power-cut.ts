import type { SlackDouble } from "../slack-double/slack-double.ts";

/** Posts that are still on their way to Slack although whoever sent them is dead. */
export type PowerCuts = {
  /** Once the next post is on its way, everything dies; the post arrives so many ms later. */
  order(late: number): void;
  /** How many posts are on their way so. */
  late(): number;
  /** What was ordered and has not come about never will. */
  end(): void;
};

/**
 * Orders power cuts in front of a Slack; `dies` ends every process at once. Where the clocks of processes may lag behind
 * Slack's, `takenAt` says by theirs when the post was taken that has been on its way the longest.
 */
export function powerCuts(
  { failNext, clock }: SlackDouble,
  dies: () => void,
  takenAt: () => Promise<number> = async () => clock.now(),
): PowerCuts {
  let late = 0;
  let ended = false;
  const arriving = (ms: number) => async () => {
    if (ended) return;
    late += 1;
    dies();
    const at = (await takenAt()) + ms;
    await new Promise<void>((arrived) => clock.at(at, arrived));
    late -= 1;
  };
  return {
    order: (ms) => failNext("chat.postMessage", { kind: "held", until: arriving(ms) }),
    late: () => late,
    end: () => {
      ended = true;
    },
  };
}
