import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeBackAll } from "../../src/slack/end-share.ts";
import type { Message } from "../slack-double/workspace.ts";
import { openSharingRoom, type SharingRoom } from "./sharing-room.ts";

let room: SharingRoom;
beforeEach(async () => {
  room = await openSharingRoom();
});
afterEach(() => room.close());

const DAY = 86_400_000;
const withU2 = () => room.share({ "share:person": "U2" });
const list = async (): Promise<Message> => {
  await room.slack.person("U1").command("/practice", "shared").then(room.quiet);
  return room.last();
};
const takesBack = (seen: Message, person = "U1") =>
  room.slack.person(person).clicks(seen, "share:take-back").then(room.quiet);

describe("taking back what was shared", () => {
  it("the list says what is shared with whom until when, and each can be taken back", async () => {
    await withU2();
    await room.pass(1_000);
    await room.share({ "share:channel": "C1", "share:scope": "talk", "share:days": "7" });
    const listed = await list();
    const [head, newest, oldest] = listed.text.split("\n");
    expect(head).toContain("What you share at the moment");
    expect(newest).toMatch(/\(the whole talk with the debrief\), to <#C1>, until .*2026-01-12/);
    expect(oldest).toMatch(/\(only the debrief\), to <@U2>, until .*2026-01-06/);
    await takesBack(listed);
    expect(room.slack.channel("C1", "U2")).toEqual([]);
    expect(room.last().text).toContain("Taken back");
    expect((await list()).text).not.toContain("C1");
  });

  it("nobody is shown what others share", async () => {
    await withU2();
    await room.slack.person("U3").command("/practice", "shared").then(room.quiet);
    expect(room.last("U3").text).toContain("You share nothing at the moment");
  });

  it("its message is gone at once, and two taps take it back once", async () => {
    await withU2();
    const confirmation = room.last();
    await Promise.all([takesBack(confirmation), takesBack(confirmation)]);
    expect(room.sharedWith()).toEqual([]);
    expect(room.told().filter((text) => text.startsWith("Taken back"))).toHaveLength(1);
    expect(room.slack.timesCalled("chat.delete")).toBe(1);
  });

  it("an old button says that it was taken back already", async () => {
    await withU2();
    const confirmation = room.last();
    await takesBack(confirmation);
    await room.pass(60_000);
    await takesBack(confirmation);
    expect(room.last().text).toContain("This was taken back already.");
    const told = room.told().length;
    await takesBack(confirmation);
    expect(room.told()).toHaveLength(told);
  });

  it("only the one who shared it can take it back", async () => {
    await room.share({ "share:channel": "C1" });
    const [seen] = room.slack.channel("C1", "U3");
    await takesBack(seen as Message, "U3");
    expect(room.shown(room.page("U3"))).toContain("Only the person who shared this");
    expect(room.slack.channel("C1", "U3")).toHaveLength(1);
  });

  it("its time is up: the message goes by itself, and its buttons say so", async () => {
    await withU2();
    const [seen] = room.sharedWith();
    const confirmation = room.last();
    await room.pass(DAY - 60_000);
    expect(room.sharedWith()).toHaveLength(1);
    await room.pass(120_000);
    expect(room.sharedWith()).toEqual([]);
    await room.slack
      .person("U2")
      .clicks(seen as Message, "share:answer")
      .then(room.quiet);
    expect(room.shown(room.page("U2"))).toContain("no longer shared");
    await takesBack(confirmation);
    expect(room.last().text).toContain("The time for this was up already.");
  });

  it("a month is kept to the day, also when the app tidies up in between", async () => {
    await room.share({ "share:person": "U2", "share:days": "30" });
    for (let day = 1; day < 30; day += 1) await room.pass(DAY);
    expect(room.sharedWith()).toHaveLength(1);
    await room.pass(DAY);
    expect(room.sharedWith()).toEqual([]);
  });

  it("once it was answered, its place says that it is no longer shared, with nothing to press", async () => {
    await withU2();
    await room.answer("U2", room.sharedWith()[0] as Message);
    await room.pass(DAY);
    expect(room.sharedWith()).toEqual([]);
    expect(room.last("U2").text).toContain(
      "This practice is no longer shared. Your answers were handed to <@U1>.",
    );
    expect(room.shown(room.last("U2"))).not.toContain("button");
  });

  it("where Slack does not let it be removed, its words go all the same", async () => {
    await withU2();
    room.slack.failNext("chat.delete", { kind: "refused", error: "compliance_exports_prevent_deletion" });
    await takesBack(room.last());
    expect(room.sharedWith()).toEqual([]);
    expect(room.last("U2").text).toBe("This practice is no longer shared.");
  });

  it("a removal whose answer was lost is tried again, and what is gone already is no mistake", async () => {
    await withU2();
    room.slack.failNext("chat.delete", { kind: "lost" });
    await takesBack(room.last());
    await room.pass(10_000);
    expect(room.sharedWith()).toEqual([]);
    expect(room.logged.join()).not.toContain("cannot be sent");
    room.refusals.push("message_not_found");
  });

  it("what cannot be removed is said, and goes once the app is back", async () => {
    await room.share({ "share:channel": "C1" });
    const channel = room.slack.workspace.channels.get("C1") ?? { bot: true };
    channel.bot = false;
    await takesBack(room.last());
    expect(room.last().text).toContain("Slack did not let me remove");
    channel.bot = true;
    await takesBack(room.slack.channel("C1", "U1")[0] as Message);
    expect(room.slack.channel("C1", "U1")).toEqual([]);
    room.refusals.push("not_in_channel");
  });

  it("everything shared of a practice can be taken back with it", async () => {
    await withU2();
    await room.store.once({ team: "T0001", id: crypto.randomUUID() }, (desk) => {
      const { now } = room.slack.clock;
      return takeBackAll(desk, { team: "T0001", user: "U1", practice: room.practiceId }, now());
    });
    await room.quiet();
    expect(room.sharedWith()).toEqual([]);
  });
});
