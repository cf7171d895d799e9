import { createChance } from "./chance.ts";
import type { Clock } from "./clock.ts";
import type { Delivery, DeliveryOptions } from "./delivery.ts";
import type { Envelope } from "./envelope.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How long Slack waits before each repetition of an event that was not acknowledged (facts A3). */
const WAITS = [0, MINUTE, 5 * MINUTE];
/** With delayed events on, Slack goes on every hour for a day. */
const HOURLY = Array.from({ length: 24 }, () => HOUR);

/** How events that the app does not acknowledge are brought again. */
export type Retrying = {
  /** Whether delayed events are on in the app's settings. */
  hourly?: boolean;
  /** How long Slack waits for the acknowledgement, in ms of real time: 3,000 unless told. */
  patience?: number;
};

/** How unruly the way to the app is, each from 0 (never) to 1 (always), and by which seed. */
export type Unrest = {
  seed: number;
  /** How often an event comes twice, in Socket Mode in another envelope. */
  twice?: number;
  /** How often an event is held back, so that later ones come before it. */
  late?: number;
  /** For how long at most, in ms: half a minute unless told. */
  lateMs?: number;
};

/** Brings envelopes to the app, and again if a test asked for that. */
export type Courier = {
  deliver: (envelope: Envelope, options?: DeliveryOptions) => Promise<Delivery>;
  /** From now on, what is not acknowledged comes again: at once, after one minute, after five, then hourly if asked for. */
  retryUnanswered: (retrying?: Retrying) => void;
  /** From now on events come twice or late by chance; a late one only when the clock moves. */
  disturb: (unrest: Unrest) => void;
  /** Waits until nothing is on its way. What only comes when the clock moves is not. */
  arrived: () => Promise<void>;
};

/** A courier that goes by the double's clock; `bring` is one attempt. */
export function createCourier(
  clock: Clock,
  bring: (envelope: Envelope, options: DeliveryOptions) => Promise<Delivery>,
): Courier {
  const underWay = new Set<Promise<Delivery>>();
  let retrying: Retrying | undefined;
  let fate = () => ({ copies: 1, wait: 0 });

  function attempt(envelope: Envelope, options: DeliveryOptions): Promise<Delivery> {
    const patience = retrying ? { patience: retrying.patience ?? 3_000 } : {};
    const going = bring(envelope, { ...patience, ...options }).finally(() => underWay.delete(going));
    underWay.add(going);
    return going;
  }

  // Only events are brought again: of a press or a command, the person is told that it went wrong.
  function follow(delivery: Delivery, at: number, waits: readonly number[], retryNum: number): void {
    const [wait, ...later] = waits;
    const { envelope, failed, noRetry } = delivery;
    if (!failed || noRetry || wait === undefined || envelope.kind !== "event") return;
    const due = at + wait;
    clock.at(due, () => {
      const avoid = delivery.connection === undefined ? {} : { avoid: delivery.connection };
      const again = attempt(envelope, { retryNum, retryReason: failed, ...avoid });
      void again.then((next) => follow(next, due, later, retryNum + 1));
    });
  }

  async function first(envelope: Envelope, options: DeliveryOptions): Promise<Delivery> {
    const at = clock.now();
    const delivery = await attempt(envelope, options);
    if (retrying) follow(delivery, at, [...WAITS, ...(retrying.hourly ? HOURLY : [])], 1);
    return delivery;
  }

  return {
    async deliver(envelope, options = {}) {
      const { copies, wait } = envelope.kind === "event" ? fate() : { copies: 1, wait: 0 };
      if (wait > 0) await new Promise<void>((resolve) => clock.at(clock.now() + wait, resolve));
      const brought = Array.from({ length: copies }, () => first(envelope, options));
      const [delivery] = await Promise.all(brought);
      if (!delivery) throw new Error("Nothing was brought.");
      return delivery;
    },
    disturb({ seed, twice = 0, late = 0, lateMs = MINUTE / 2 }) {
      const chance = createChance(seed);
      fate = () => ({ copies: chance() < twice ? 2 : 1, wait: chance() < late ? chance() * lateMs : 0 });
    },
    retryUnanswered(how = {}) {
      retrying = how;
    },
    async arrived() {
      do {
        await Promise.allSettled([...underWay]);
        // What the clock has let go, and a repetition at once, set out in the turn after.
        await new Promise((resolve) => setImmediate(resolve));
      } while (underWay.size > 0);
    },
  };
}
