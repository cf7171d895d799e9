import type { SlackDouble } from "../slack-double/slack-double.ts";

/** What is still on its way to Slack although whoever sent it is dead, or believes it lost. */
export type PowerCuts = {
  /** Once the next post is on its way, everything dies; the post arrives so many ms later. */
  order(late: number): void;
  /** The connection of the next such call breaks, and the call arrives so many ms later all the same. */
  orderLate(method: string, late: number): void;
  /** How many posts of the dead are on their way so. */
  late(): number;
  /** What was ordered and has not come about never will. */
  end(): void;
};

/**
 * Orders power cuts in front of a Slack; `dies` ends every process at once. Where the clocks of processes may lag behind
 * Slack's, `sentOff` says how early it may be by theirs when a call has just come.
 */
export function powerCuts(
  { failNext, clock }: SlackDouble,
  dies: () => void,
  sentOff: () => number = clock.now,
): PowerCuts {
  let late = 0;
  let ended = false;
  const onItsWay = async (ms: number) => {
    const at = sentOff() + ms;
    await new Promise<void>((arrived) => clock.at(at, arrived));
  };
  const arriving = (ms: number) => async () => {
    if (ended) return;
    late += 1;
    dies();
    await onItsWay(ms);
    late -= 1;
  };
  return {
    order: (ms) => failNext("chat.postMessage", { kind: "held", until: arriving(ms) }),
    orderLate: (method, ms) =>
      failNext(method, { kind: "held", until: async () => (ended ? undefined : onItsWay(ms)), cut: true }),
    late: () => late,
    end: () => {
      ended = true;
    },
  };
}
