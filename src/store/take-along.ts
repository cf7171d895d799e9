import type { Kysely } from "kysely";
import type { Holder } from "./holder.ts";
import type { Place } from "./outbox.ts";
import type { Tables } from "./tables.ts";
import { type Next, takeNext } from "./take-next.ts";

/**
 * Keeps a channel for what is being written down for it, so that nobody else looks what comes next there; nothing
 * where somebody does already. The channel is kept until it is let go of, with what was taken in it, if anything was.
 */
export type KeepChannel = (place: Place) => ((taken?: { next: Next }) => void) | undefined;

/** What one transaction takes along. */
export type TakingAlong = {
  /** Takes what comes next in channels for which the transaction has written something down. */
  take(trx: Kysely<Tables>, places: readonly Place[], holder: Holder, now: number): Promise<void>;
  /** Passes it on, once it is on disk. */
  passOn(): void;
  /** Lets go of the channels, since nothing was written. */
  forget(): void;
};

/** More than that would keep everybody else of a workspace waiting. */
const MOST_CHANNELS = 3;

/**
 * Takes messages upon this instance within the transaction that writes them down: to do so in one of its own would mean
 * to wait for the disk a second time before they go out.
 */
export function takingAlong(keep: KeepChannel): TakingAlong {
  const kept: { letGo: NonNullable<ReturnType<KeepChannel>>; taken?: { next: Next } }[] = [];
  return {
    take: async (trx, places, holder, now) => {
      const channels = new Map(places.map((place) => [`${place.team}/${place.channel}`, place]));
      for (const place of [...channels.values()].slice(0, MOST_CHANNELS)) {
        const letGo = keep(place);
        if (!letGo) continue;
        const one: (typeof kept)[number] = { letGo };
        kept.push(one);
        one.taken = { next: await takeNext(trx, place, holder, now) };
      }
    },
    passOn: () => {
      for (const { letGo, taken } of kept) letGo(taken);
    },
    forget: () => {
      for (const { letGo } of kept) letGo();
    },
  };
}
