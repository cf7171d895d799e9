import type { Transaction } from "kysely";
import { type Desk, deskOn, type LeftToDo } from "./desk.ts";
import type { Holder } from "./holder.ts";
import type { Opened } from "./opened.ts";
import type { Tables } from "./tables.ts";
import { type KeepChannel, takingAlong } from "./take-along.ts";

/** What is done within a transaction; all of it happens, or nothing. */
export type Work<Found> = (desk: Desk, trx: Transaction<Tables>) => Promise<Found>;

/** The transactions of this instance, and those who hear of them. */
export type Turns = {
  /** Does work in a transaction of its workspace, and passes on what it has left to do. */
  turn<Found>(team: string, work: Work<Found>): Promise<Found>;
  whenDone(listener: (left: LeftToDo) => void): void;
  takeAlong(keep: KeepChannel): void;
};

/** Nobody hears of them yet; `holder` says as whom messages are taken along, and `now` gives ms since 1970. */
export function takeTurns({ inTurn, isSeen }: Opened, holder: () => Holder, now: () => number): Turns {
  const listeners: ((left: LeftToDo) => void)[] = [];
  let keepChannel: KeepChannel = () => undefined;
  return {
    turn: async (team, work) => {
      const left: LeftToDo = { messages: [], dues: [] };
      const along = takingAlong(keepChannel);
      try {
        const found = await inTurn(team, async (trx) => {
          const found = await work(deskOn(trx, now, left), trx);
          if (isSeen()) await along.take(trx, left.messages, holder(), now());
          return found;
        });
        along.passOn();
        for (const listener of listeners) listener(left);
        return found;
      } catch (error) {
        along.forget();
        throw error;
      }
    },
    whenDone: (listener) => void listeners.push(listener),
    takeAlong: (keep) => {
      keepChannel = keep;
    },
  };
}
