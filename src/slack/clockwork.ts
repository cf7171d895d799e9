import type { Logger } from "pino";
import type { Due } from "../store/due.ts";
import type { Store } from "../store/store.ts";
import type { Sender } from "./send-outbox.ts";
import { nudge, takePending } from "./take-pending.ts";

export type Clockwork = {
  /** Does everything that is due and sends everything that may go, until nothing is left for now. */
  turn(): Promise<void>;
  /** Goes on by itself, woken by `wake` and by what falls due. */
  start(): void;
  wake(): void;
  stop(): Promise<void>;
};

const LONGEST_SLEEP = 1_000;
const TIDY_EVERY = 3_600_000;

/** Keeps time: quiet times, silences and the outbox. Whatever it does stands in the store, never in memory. */
export function createClockwork(store: Store, sender: Sender, log: Logger, now: () => number): Clockwork {
  let running: Promise<void> | undefined;
  let stopped = false;
  let rouse = () => {};
  let roused = false;
  let tidied = 0;

  const turn = async () => {
    for (const due of await store.dueNow()) await doDue(store, due, now());
    await sender.settleInterrupted();
    while ((await sender.sendReady()) > 0) if (stopped) break;
    if (now() - tidied >= TIDY_EVERY) {
      tidied = now();
      await store.forgetOld();
    }
  };

  const loop = async () => {
    while (!stopped) {
      roused = false;
      try {
        await turn();
      } catch (error) {
        log.error({ err: error instanceof Error ? error.stack : String(error) }, "the clockwork stumbled");
        await sleep(LONGEST_SLEEP);
      }
      const next = (await store.nextAt()) ?? Number.POSITIVE_INFINITY;
      if (!roused && !stopped) await sleep(Math.min(LONGEST_SLEEP, Math.max(10, next - now())));
    }
  };

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  return {
    turn,
    start: () => {
      running = loop();
    },
    wake: () => {
      roused = true;
      rouse();
    },
    stop: async () => {
      stopped = true;
      rouse();
      await running;
      await turn();
    },
  };
}

async function doDue(store: Store, due: Due, now: number): Promise<void> {
  await store.onDue(due, async (desk) => {
    const practice = await desk.practice(due.team, due.subject);
    if (!practice) return;
    if (due.kind === "quiet") await takePending(desk, practice, now);
    else await nudge(desk, practice);
  });
}
