import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../slack-double/workspace.ts";
import { GOOD_LINE, openSharingRoom, type SharingRoom, UNQUOTED } from "./sharing-room.ts";

let room: SharingRoom;
beforeEach(async () => {
  room = await openSharingRoom();
});
afterEach(() => room.close());

const DAY = 86_400_000;
const WHOLE = { "share:channel": "C1", "share:scope": "talk" };
const asks = (person: string) =>
  room.slack.person(person).command("/practice", "huddle", "C1").then(room.quiet);
const inChannel = () => room.slack.channel("C1", "U2").filter(({ bot }) => bot);
const turns = () => inChannel().filter(({ text }) => text.startsWith("Turn "));
const presses = (action: string, person = "U1", seen = turns().at(-1) as Message) =>
  room.slack.person(person).clicks(seen, action).then(room.quiet);
const begins = async () => {
  await asks("U1");
  await room.slack.person("U1").submits(room.page()).then(room.quiet);
};
const takesBack = async () => {
  await room.slack.person("U1").command("/practice", "shared").then(room.quiet);
  await room.slack.person("U1").clicks(room.last(), "share:take-back").then(room.quiet);
};
const everything = () => JSON.stringify(inChannel());

describe("a shared practice that its owner replays", () => {
  it("is offered to them alone, and only where its whole talk is shared with the channel", async () => {
    await asks("U1");
    expect(room.shown(room.page())).toContain("share its whole talk with this channel first");
    await room.share({ "share:channel": "C1", "share:scope": "debrief" });
    await asks("U1");
    expect(room.shown(room.page())).toContain("There is nothing here to replay yet.");
    await takesBack();
    await room.share(WHOLE);
    await asks("U2");
    expect(room.shown(room.page("U2"))).toContain("There is nothing here to replay yet.");
    await begins();
    expect(inChannel().some(({ text }) => text.startsWith("<@U1> replays a practice of their own"))).toBe(
      true,
    );
    expect(turns()).toHaveLength(1);
  });

  it("that was taken back before it began is not replayed", async () => {
    await room.share(WHOLE);
    await asks("U1");
    const page = room.page();
    await takesBack();
    await room.slack.person("U1").submits(page).then(room.quiet);
    expect(turns()).toEqual([]);
    expect(room.last().text).toContain("no longer shared with this channel");
  });

  it("stops when it is taken back, and nothing of it is left to be read", async () => {
    await room.share(WHOLE);
    await begins();
    await presses("huddle:show");
    await presses("huddle:next");
    const old = structuredClone(turns().at(-1)) as Message;
    expect(everything()).toContain(GOOD_LINE);
    expect(everything()).toContain(UNQUOTED);
    await takesBack();
    expect(everything()).not.toContain(GOOD_LINE);
    expect(everything()).not.toContain(UNQUOTED);
    expect(inChannel().map(({ text }) => text)).toEqual([
      "This practice is no longer shared, so what was replayed of it is gone.",
    ]);
    room.refusals.push("message_not_found");
    await presses("huddle:vote-0", "U2", old);
    expect(room.slack.channel("C1", "U2").at(-1)?.text).toContain("This replay is over");
  });

  it("stops when its time is up, also where the replay had ended", async () => {
    await room.share(WHOLE);
    await begins();
    await presses("huddle:show");
    await presses("huddle:end");
    expect(everything()).toContain(GOOD_LINE);
    await room.pass(DAY + 1_000);
    expect(everything()).not.toContain(GOOD_LINE);
  });

  it("is known again by a vote where Slack did not say whether a turn arrived, and is never posted twice", async () => {
    await room.share(WHOLE);
    await begins();
    await presses("huddle:show");
    room.slack.failNext("chat.postMessage", { kind: "lost" });
    room.refusals.push("channel_not_found");
    await presses("huddle:next");
    for (const _ of [1, 2, 3]) await room.pass(70_000);
    expect(turns()).toHaveLength(2);
    expect(room.last().text).toContain("one vote under it and I know it again");
    await presses("huddle:vote-0", "U2");
    await presses("huddle:show");
    expect(turns().at(-1)?.text).toContain("1 vote");
    await takesBack();
    expect(everything()).not.toContain(UNQUOTED);
  });

  it("and a turn of which that was never known goes at the first press under it", async () => {
    await room.share(WHOLE);
    await begins();
    await presses("huddle:show");
    room.slack.failNext("chat.postMessage", { kind: "lost" });
    room.refusals.push("channel_not_found");
    await presses("huddle:next");
    for (const _ of [1, 2, 3]) await room.pass(70_000);
    await takesBack();
    expect(everything()).toContain(UNQUOTED);
    await presses("huddle:vote-0", "U2");
    expect(everything()).not.toContain(UNQUOTED);
  });

  it("leaves no vote behind with whoever erases what they practised", async () => {
    await room.share(WHOLE);
    await begins();
    await presses("huddle:vote-1", "U2");
    await presses("huddle:vote-1", "U3");
    await room.store.together("T0001", (desk) => desk.own.erase({ team: "T0001", user: "U2" }));
    await presses("huddle:show");
    expect(
      turns()
        .at(-1)
        ?.text.match(/\d votes?/g),
    ).toEqual(["1 vote"]);
  });
});
