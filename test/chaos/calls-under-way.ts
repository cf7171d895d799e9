import { watchFor } from "../../src/operations/watch.ts";
import type { Watching } from "../../src/operations/watch-store.ts";
import { until } from "../slack-double/until.ts";

/** The calls to Slack that are on their way, those of processes that have died among them. */
export type CallsUnderWay = {
  watching: Watching;
  /** Waits until at most so many are left: a clock that is moved by hand must not outrun one. */
  atMost(left: number): Promise<void>;
};

/** Longer than the app waits for an answer of Slack's. */
const LONGEST_CALL = 12_000;

/** Counts the calls of every instance that it looks on at. */
export function callsUnderWay(): CallsUnderWay {
  let count = 0;
  const began = ({ what }: { what: string }) => {
    if (what !== "call") return () => {};
    count += 1;
    return () => {
      count -= 1;
    };
  };
  return {
    watching: { watch: watchFor([{ began }]), promised: { because: () => undefined, arrived: () => {} } },
    atMost: async (left) => void (await until(() => count <= left, LONGEST_CALL)),
  };
}
