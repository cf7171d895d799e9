import { AsyncLocalStorage } from "node:async_hooks";

/** Something that takes a while: an envelope being heard, a transaction, a message on its way, a call to Slack. */
export type Doing =
  | { what: "hear"; kind: string }
  | { what: "transaction"; of: "heard" | "due" | "other" }
  | { what: "send"; kind: "post" | "update" | "delete"; id: string }
  | { what: "call"; method: string };

/** How long people or Slack waited: for an acknowledgement, for an answer, or for what was due. */
export type Wait = "acknowledgement" | "answer" | "due";

/** Who looks on while things are done, and never sees what anybody wrote. */
export type Witness = {
  /** Something begins, within something else or because of it; gives what to call when it has ended. */
  began(doing: Doing, because: Doing | undefined): (outcome: string, seconds: number) => void;
  waited?(wait: Wait, seconds: number): void;
  withheld?(): void;
};

/** What the code calls at the few places where it is worth looking on. */
export type Watch = {
  /**
   * Does something under watch, because of what is being done unless told; it ends "done" or "failed", unless it is
   * called something else in the meantime.
   */
  over<Result>(doing: Doing, work: () => Promise<Result>, because?: Doing | "nothing known"): Promise<Result>;
  /** Says what the innermost thing that is being done has come to. */
  call(outcome: string): void;
  /** The innermost thing that is being done, and when it began, in ms of `performance.now()`. */
  current(): { doing: Doing; began: number } | undefined;
  waited(wait: Wait, seconds: number): void;
  /** Slack said that it kept the events of a workspace back for a minute. */
  withheld(): void;
};

type Current = { doing: Doing; began: number; outcome: string | undefined };

/** A watch on behalf of some witnesses. */
export function watchFor(witnesses: readonly Witness[]): Watch {
  const within = new AsyncLocalStorage<Current>();
  return {
    over: async (doing, work, because = within.getStore()?.doing) => {
      const current: Current = { doing, began: performance.now(), outcome: undefined };
      const cause = because === "nothing known" ? undefined : because;
      const ended = witnesses.map((witness) => witness.began(doing, cause));
      const end = (outcome: string) => {
        const seconds = (performance.now() - current.began) / 1_000;
        for (const tell of ended) tell(current.outcome ?? outcome, seconds);
      };
      try {
        const result = await within.run(current, work);
        end("done");
        return result;
      } catch (error) {
        end("failed");
        throw error;
      }
    },
    call: (outcome) => {
      const current = within.getStore();
      if (current) current.outcome = outcome;
    },
    current: () => within.getStore(),
    waited: (wait, seconds) => {
      for (const witness of witnesses) witness.waited?.(wait, seconds);
    },
    withheld: () => {
      for (const witness of witnesses) witness.withheld?.();
    },
  };
}
