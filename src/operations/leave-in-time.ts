import { constants } from "node:os";

/** How an instance leaves: what to do first, what to do then, and within what time. */
export type Leaving = {
  /** Happens at once, such as to say that it is ready for nothing more. */
  first(): void;
  /** Finishes or leaves written down whatever is under way. */
  stop(): Promise<void>;
  /** Then it is gone, finished or not; in ms. */
  within: number;
  warn(words: string): void;
};

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** npm hands Ctrl+C on to a process that has had it from the terminal already, so it comes twice at once. */
const ONE_PRESS = 500;

/** Leaves when it is asked to: in order and in time at the first signal, and on the spot at a second. */
export function leaveWhenAsked({ first, stop, within, warn }: Leaving): void {
  let asked: number | undefined;
  const leave = async () => {
    // It holds nothing up when everything has ended before.
    setTimeout(() => {
      warn("not everything was finished in time; it is written down for the next start");
      process.exit(0);
    }, within).unref();
    first();
    await stop();
  };
  for (const signal of SIGNALS)
    process.on(signal, () => {
      const now = performance.now();
      if (asked !== undefined) {
        if (now - asked > ONE_PRESS) process.exit(128 + constants.signals[signal]);
        return;
      }
      asked = now;
      void leave().catch((error: unknown) => {
        warn(`it could not stop in order: ${error instanceof Error ? error.message : String(error)}`);
        process.exit(1);
      });
    });
}

/** Waits for what can be cut off anywhere, such as a start: whoever asks to leave meanwhile need not wait. */
export async function leavingAtOnce<Found>(work: Promise<Found>): Promise<Found> {
  const leave = (signal: NodeJS.Signals) => process.exit(128 + constants.signals[signal]);
  for (const signal of SIGNALS) process.on(signal, leave);
  try {
    return await work;
  } finally {
    for (const signal of SIGNALS) process.off(signal, leave);
  }
}
