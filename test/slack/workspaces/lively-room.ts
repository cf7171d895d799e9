import { afterEach, beforeEach } from "vitest";
import { type Instance, type ManyRoom, openManyRoom } from "./many-room.ts";

/** A room that has an instance, `app`, in front of it. */
export type LivelyRoom = ManyRoom & {
  app: Instance;
  /** Lets time pass, and waits for what that brings. */
  pass(ms: number): Promise<void>;
};

/** Gives every test of a `describe` a new room, with an instance in it and as `prepare` leaves it. */
export function livelyRoom(prepare: (room: LivelyRoom) => Promise<unknown> = async () => {}): LivelyRoom {
  const room = {} as LivelyRoom;
  beforeEach(async () => {
    Object.assign(room, await openManyRoom());
    room.app = await room.start();
    room.pass = async (ms) => {
      room.slack.clock.advance(ms);
      await room.app.quiet();
    };
    await prepare(room);
  });
  afterEach(() => room.close());
  return room;
}
