import type { Desk } from "../store/desk.ts";
import type { Due } from "../store/due.ts";

/** What a due date has set going beside the clock, such as asking Slack something. */
export type Errands = {
  /** Begins it in the background, within the transaction that takes the due date. */
  fallDue(desk: Desk, due: Due): Promise<void>;
  /** Waits for everything that is under way. */
  settled(): Promise<void>;
};

/**
 * Does work beside the clock: Slack may be slow, and nobody else's due dates wait for it. `settle` is handed the due
 * date as it was put off (by `lookAgain` ms), and takes it away when the work is done; whatever is interrupted is due
 * once more, and `failed` hears why.
 */
export function errandsOf(
  settle: (due: Due) => Promise<void>,
  { now, lookAgain, failed }: { now: () => number; lookAgain: number; failed: (error: unknown) => void },
): Errands {
  const settling = new Set<Promise<void>>();
  return {
    fallDue: async (desk, due) => {
      const putOff = { ...due, at: now() + lookAgain };
      await desk.setDue(putOff);
      const work = settle(putOff)
        .catch(failed)
        .finally(() => settling.delete(work));
      settling.add(work);
    },
    settled: async () => {
      await Promise.all(settling);
    },
  };
}
