import type { Store } from "../../src/store/store.ts";
import type { KeepChannel } from "../../src/store/take-along.ts";

/** The store of a process that can die: what was committed stays, and nothing is done afterwards. */
export type MortalStore = {
  store: Store;
  /** Dies at so many steps from now: odd ones just before the step, even ones just after it. */
  dieIn(steps: number): void;
  /** Dies at once, in the middle of whatever it does. */
  die(): void;
  /** Resolves when it died. */
  died: Promise<void>;
  dead(): boolean;
};

const DEATH = Symbol("death");
const never = () => new Promise<never>(() => {});
type Call = (...given: unknown[]) => Promise<unknown>;

/** Every call is a step, within a transaction too: dying there undoes the transaction, as a crash does. */
export function mortal(inner: Store): MortalStore {
  const death = Promise.withResolvers<void>();
  let dead = false;
  let left = Number.POSITIVE_INFINITY;
  let afterwards = false;

  const die = () => {
    dead = true;
    death.resolve();
  };
  const counted = async (call: () => Promise<unknown>, atDeath: () => unknown) => {
    if (dead) return atDeath();
    if (!afterwards && --left <= 0) die();
    const result = dead ? undefined : await living(call);
    if (afterwards && --left <= 0) die();
    return dead ? atDeath() : result;
  };

  // Whoever is dead by then hears of no mistake either.
  const living = (call: () => Promise<unknown>) =>
    call().catch((error: unknown) => {
      if (!dead) throw error;
    });

  const withinTransaction = () => {
    throw DEATH;
  };
  const watched = <Watched extends object>(target: Watched, atDeath: () => unknown): Watched =>
    new Proxy(target, {
      get(_, name) {
        const part = target[name as keyof Watched];
        if (typeof part === "object" && part !== null) return watched(part, atDeath);
        // What is only told is no step.
        if (name === "whenDone") return part;
        if (name === "takeAlong") return (keep: KeepChannel) => inner.takeAlong(keptBy(keep));
        const call = part as Call;
        return (...given: unknown[]) => {
          const work = given.at(-1);
          const within =
            typeof work === "function" ? [...given.slice(0, -1), mortalWork(work as Call)] : given;
          return counted(() => call(...within), atDeath).catch((error: unknown) => {
            if (error === DEATH && atDeath === never) return never();
            throw error;
          });
        };
      },
    });
  // What was taken goes nowhere any more.
  const keptBy =
    (keep: KeepChannel): KeepChannel =>
    (place) => {
      const letGo = keep(place);
      return letGo && ((taken) => letGo(dead ? undefined : taken));
    };
  const mortalWork = (work: Call) => (desk: unknown) => work(watched(desk as object, withinTransaction));

  return {
    store: watched(inner, never),
    dieIn: (steps) => {
      left = Math.ceil(steps / 2);
      afterwards = steps % 2 === 0;
    },
    die,
    died: death.promise,
    dead: () => dead,
  };
}
