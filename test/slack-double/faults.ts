import type { Json } from "./blocks.ts";
import { createChance } from "./chance.ts";
import type { Clock } from "./clock.ts";
import { createRateLimiter, type Generosity, type RateLimiter } from "./rate-limits.ts";

/** What can go wrong with one call, as a test orders it. */
export type Fault =
  /** Answered with 429 and nothing done; `retryAfter` in seconds. */
  | { kind: "limited"; retryAfter: number }
  /** Answered with this HTTP status (500 unless told) and nothing done. */
  | { kind: "broken"; status?: number }
  /** Answered with `ok: false` and this error, and nothing done. */
  | { kind: "refused"; error: string }
  /** Done, but the connection dies before the answer; only in one channel where that is told. */
  | { kind: "lost"; in?: string }
  /** Neither done nor answered. */
  | { kind: "hang" }
  /**
   * Done and answered, but only once the promise settles; a function gives it when the call has come. Where it is cut,
   * the connection dies before.
   */
  | { kind: "held"; until: Promise<unknown> | (() => Promise<unknown>); cut?: boolean };

/** How often calls go wrong by themselves, each from 0 (never) to 1 (always), and by which seed. */
export type Trouble = {
  seed: number;
  lost?: number;
  broken?: number;
  hang?: number;
  limited?: number;
  /** The methods it happens to; to all of them unless told. */
  methods?: string[];
};

/** What goes wrong: what was ordered, oldest first, then by chance, then for being too fast. */
export type Faults = {
  failNext: (method: string, fault: Fault, times?: number) => void;
  /** From now on calls go wrong by chance, the same ones for the same seed and calls. */
  failSometimes: (trouble: Trouble) => void;
  /** From now on whoever calls faster than Slack allows is sent away with 429 and Retry-After. */
  limitRates: (generosity?: Generosity) => void;
  take: (method: string, args?: Json, token?: string) => Fault | undefined;
};

/** No faults yet. `"*"` as the method means whichever call comes next. */
export function createFaults(clock: Clock): Faults {
  const ordered: { method: string; fault: Fault }[] = [];
  let byChance = (_method: string): Fault | undefined => undefined;
  let limiter: RateLimiter = () => undefined;
  return {
    failNext(method, fault, times = 1) {
      for (let i = 0; i < times; i++) ordered.push({ method, fault });
    },
    failSometimes(trouble) {
      byChance = troubles(trouble);
    },
    limitRates(generosity) {
      limiter = createRateLimiter(clock, generosity);
    },
    take(method, args = {}, token = "") {
      const index = ordered.findIndex(
        (one) => isMeant(one.fault, args) && ["*", method].includes(one.method),
      );
      if (index >= 0) return ordered.splice(index, 1)[0]?.fault;
      const fault = byChance(method);
      if (fault) return fault;
      const retryAfter = limiter(method, args, token);
      return retryAfter === undefined ? undefined : { kind: "limited", retryAfter };
    },
  };
}

const isMeant = (fault: Fault, args: Json) => !("in" in fault) || fault.in === args.channel;

function troubles(trouble: Trouble): (method: string) => Fault | undefined {
  const { seed, lost = 0, broken = 0, hang = 0, limited = 0, methods } = trouble;
  const chance = createChance(seed);
  const kinds: [number, () => Fault][] = [
    [lost, () => ({ kind: "lost" })],
    [broken, () => ({ kind: "broken", status: chance() < 0.5 ? 500 : 503 })],
    [hang, () => ({ kind: "hang" })],
    [limited, () => ({ kind: "limited", retryAfter: 1 + Math.floor(chance() * 5) })],
  ];
  return (method) => {
    if (methods && !methods.includes(method)) return undefined;
    let drawn = chance();
    for (const [share, fault] of kinds) {
      if (drawn < share) return fault();
      drawn -= share;
    }
    return undefined;
  };
}
