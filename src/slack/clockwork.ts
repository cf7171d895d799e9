import type { Logger } from "pino";
import { wasCut } from "../store/again.ts";
import type { Desk } from "../store/desk.ts";
import type { Due } from "../store/due.ts";
import type { Practice } from "../store/sessions.ts";
import type { Store } from "../store/store.ts";
import { createDueTimers } from "./due-timers.ts";
import { giveDebrief } from "./finish-practice.ts";
import type { Sender } from "./send-outbox.ts";
import { nudge, takePending } from "./take-pending.ts";

export type Clockwork = {
  /** Does everything that is due and sends everything that may go, until nothing is left for now. */
  turn(): Promise<void>;
  /** Goes on by itself: what this instance has set is done when it falls due, and it looks for everything else. */
  start(): void;
  /** Lets what is on its way arrive, within a limit in time; the rest stands in the store for the next start. */
  stop(): Promise<void>;
};

/** What to do when something is due that is no part of a practice under way, within the transaction that takes it. */
export type Alarms = Partial<Record<Due["kind"], (desk: Desk, due: Due) => Promise<unknown>>>;

/** What an alarm has set going beside the clock, such as asking Slack something, and can be waited for. */
export type Errand = { settled(): Promise<void> };

type Mechanism = {
  alarms?: Alarms;
  errands?: readonly Errand[];
  /** Begins to hear what an instance that is gone had written down and not done. */
  hearAgain?: () => Promise<void>;
};

const LOOK_EVERY = 1_000;
/** What another instance has set is left to it for so long; then it has fallen to whoever sees it first. */
const LEFT_TO_OTHERS = 500;
const LAST_SENDING = 5_000;
const PUT_OFF = 60_000;
const TIDY_EVERY = 3_600_000;

const WHEN_DUE: Record<string, (desk: Desk, practice: Practice, now: number) => Promise<unknown>> = {
  quiet: takePending,
  idle: nudge,
  debrief: giveDebrief,
};

/** Keeps time: quiet times, silences and the outbox. Whatever it does stands in the store, never in memory alone. */
export function createClockwork(
  store: Store,
  sender: Sender,
  log: Logger,
  now: () => number,
  { alarms = {}, errands = [], hearAgain }: Mechanism = {},
): Clockwork {
  let running: Promise<void> | undefined;
  let stopped = false;
  let rouse = () => {};
  let tidied = 0;

  const begin = async (by: number) => {
    for (const due of await store.dueNow(by)) await doDue(due);
    await sender.look(by);
    if (now() - tidied < TIDY_EVERY) return;
    tidied = now();
    await store.forgetOld();
  };

  const doDue = async (due: Due) => {
    try {
      await store.onDue(due, async (desk) => {
        const alarm = alarms[due.kind];
        if (alarm) return void (await alarm(desk, due));
        const practice = await desk.practice(due.team, due.subject);
        if (!practice) return;
        await WHEN_DUE[due.kind]?.(desk, practice, now());
      });
    } catch (error) {
      // Nobody's clock goes on without the database; what is due stands there until it is back.
      if (wasCut(error)) throw error;
      // One practice that cannot go on must not stop everybody else's clock.
      log.error({ kind: due.kind, subject: due.subject, err: stackOf(error) }, "what was due is put off");
      await store.onDue(due, (desk) => desk.setDue({ ...due, at: now() + PUT_OFF }));
    }
  };

  // That the database is away is told once, and not at every turn (see src/operations/tell-outages.ts).
  const stumbled = (error: unknown) =>
    log[wasCut(error) ? "debug" : "error"]({ err: stackOf(error) }, "the clockwork stumbled");
  const timers = createDueTimers(now, (due) => doDue(due).catch(stumbled));
  store.whenDone(({ dues }) => {
    for (const due of dues) if (running && !stopped) timers.set(due);
  });

  const loop = async () => {
    // Whatever was left when this instance was not there is nobody's yet.
    for (let left = 0; !stopped; left = LEFT_TO_OTHERS) {
      try {
        await begin(now() - left);
        if (!stopped) await hearAgain?.();
      } catch (error) {
        stumbled(error);
      }
      if (!stopped) await sleep(LOOK_EVERY);
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

  const turn = async () => {
    do {
      await timers.settled();
      await begin(now());
      // An errand may have written something down to be sent.
      await Promise.all(errands.map((errand) => errand.settled()));
    } while (await sender.settled());
  };

  return {
    turn,
    start: () => {
      running = loop();
    },
    stop: async () => {
      stopped = true;
      timers.stop();
      rouse();
      await running;
      const late = sleep(LAST_SENDING);
      await Promise.race([turn().catch(stumbled), late]);
      rouse();
      await sender.stop();
    },
  };
}

const stackOf = (error: unknown) => (error instanceof Error ? error.stack : String(error));
