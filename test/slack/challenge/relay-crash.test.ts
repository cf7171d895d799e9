import { expect, it } from "vitest";
import type { Message, View } from "../../slack-double/workspace.ts";
import { type CrashingRoom, openCrashingRoom } from "../crashing-room.ts";
import { HEARD } from "./team-room.ts";

const page = (room: CrashingRoom) => room.slack.page("U1");
const inThread = (room: CrashingRoom, name: string) =>
  room.slack.channel("C1", "U1").filter((one) => one.thread_ts && one.username?.endsWith(name));

async function launchedIn(room: CrashingRoom): Promise<View> {
  const { slack, deliver } = room;
  const me = slack.unsent("U1");
  await deliver(me.command("/practice", "challenge", "C1"));
  await deliver(me.submits(page(room), { "challenge:kind": "relay" }));
  await deliver(me.submits(page(room), { "challenge:flows": "cold-soup" }));
  await deliver(me.submits(page(room)));
  const posted = slack.channel("C1", "U1")[0] as Message;
  await deliver(me.clicks(posted, "challenge:join"));
  await deliver(me.clicks(posted, "relay:answer"));
  return page(room);
}

it.each([1, 2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 32])(
  "a crash at step %i of an answer neither loses nor doubles it, nor what the customer says to it",
  async (steps) => {
    const room = await openCrashingRoom();
    try {
      const answering = await launchedIn(room);
      room.dieIn(steps);
      await room.deliver(room.slack.unsent("U1").submits(answering, { "relay:text": HEARD }));
      for (let minutes = 0; minutes < 3; minutes++) await room.pass(70_000);
      expect(inThread(room, "(colleague)").map(({ text }) => text)).toEqual([HEARD]);
      expect(inThread(room, "(practice customer)")).toHaveLength(2);
    } finally {
      await room.close();
    }
  },
);
