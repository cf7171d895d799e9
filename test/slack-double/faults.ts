/** What can go wrong with one call, as a test orders it. */
export type Fault =
  /** Answered with 429 and nothing done; `retryAfter` in seconds. */
  | { kind: "limited"; retryAfter: number }
  /** Answered with this HTTP status (500 unless told) and nothing done. */
  | { kind: "broken"; status?: number }
  /** Answered with `ok: false` and this error, and nothing done. */
  | { kind: "refused"; error: string }
  /** Done, but the connection dies before the answer. */
  | { kind: "lost" }
  /** Neither done nor answered. */
  | { kind: "hang" }
  /** Done and answered, but only once the promise settles. */
  | { kind: "held"; until: Promise<unknown> };

/** The faults that were ordered, oldest first. */
export type Faults = {
  failNext: (method: string, fault: Fault, times?: number) => void;
  take: (method: string) => Fault | undefined;
};

/** No faults yet. `"*"` as the method means whichever call comes next. */
export function createFaults(): Faults {
  const ordered: { method: string; fault: Fault }[] = [];
  return {
    failNext(method, fault, times = 1) {
      for (let i = 0; i < times; i++) ordered.push({ method, fault });
    },
    take(method) {
      const index = ordered.findIndex((one) => one.method === method || one.method === "*");
      return index < 0 ? undefined : ordered.splice(index, 1)[0]?.fault;
    },
  };
}
