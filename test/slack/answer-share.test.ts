import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../slack-double/workspace.ts";
import { openSharingRoom, type SharingRoom } from "./sharing-room.ts";

let room: SharingRoom;
beforeEach(async () => {
  room = await openSharingRoom();
});
afterEach(() => room.close());

const HOUR = 3_600_000;
const inChannel = async (): Promise<Message> => {
  await room.share({ "share:channel": "C1", "share:scope": "talk" });
  return room.slack.channel("C1", "U1")[0] as Message;
};
const withU2 = async (): Promise<Message> => {
  await room.share({ "share:person": "U2" });
  return room.sharedWith()[0] as Message;
};
const handed = () => room.told().filter((text) => text.includes("to what you shared of"));

describe("answering what somebody shares", () => {
  it("a first answer waits, and comes together with those after it", async () => {
    const seen = await inChannel();
    await room.answer("U2", seen);
    await room.pass(HOUR / 2);
    await room.answer("U3", seen, { "share:skill": "question", "share:line": "1", "share:noticed": "Why?" });
    expect(handed()).toEqual([]);
    await room.pass(HOUR / 2);
    expect(handed()).toHaveLength(1);
    expect(handed()[0]).toContain("2 answers to what you shared of “Cold soup &amp; no &lt;spoon&gt;”");
    expect(handed()[0]).toMatch(
      /<@U2>, on validation, about “Cold soup right before.*”:\nIt names the soup\./,
    );
    expect(handed()[0]).toMatch(/<@U3>, on clarifying questions, about “The door code.*”:\nWhy\?/);
    await room.pass(2 * HOUR);
    expect(handed()).toHaveLength(1);
  });

  it("only the one who shared it is shown an answer", async () => {
    await room.answer("U2", await inChannel());
    await room.pass(HOUR);
    const elsewhere = [...room.slack.dm("U2"), ...room.slack.dm("U3"), ...room.slack.channel("C1", "U2")];
    expect(JSON.stringify(elsewhere)).not.toContain("It names the soup.");
    expect(room.logged.join()).not.toContain("It names the soup.");
  });

  it("the lines to choose from are those that are seen, and no other", async () => {
    const seen = await withU2();
    await room.slack.person("U2").clicks(seen, "share:answer").then(room.quiet);
    expect(room.shown(room.page("U2"))).toContain("3. Calm down");
    expect(room.shown(room.page("U2"))).not.toContain("pineapple");
  });

  it("words can be quoted instead of a line", async () => {
    const seen = await withU2();
    await room.slack.person("U2").clicks(seen, "share:answer").then(room.quiet);
    const answers = { "share:skill": "validation", "share:quote": "only <soup>", "share:noticed": "Small." };
    await room.slack.person("U2").submits(room.page("U2"), answers).then(room.quiet);
    expect(room.shown(room.page("U2"))).toContain("Thank you.");
    await room.pass(HOUR);
    expect(handed()[0]).toContain("One answer");
    expect(handed()[0]).toContain("“only &lt;soup&gt;”");
  });

  it.each([
    ["neither line nor words", {}, "Choose a line above, or quote"],
    ["both a line and words", { "share:line": "0", "share:quote": "soup" }, "not both"],
    ["more than 600 characters", { "share:line": "0", "share:noticed": "a".repeat(601) }, "keep it to 600"],
  ])("%s: the page says what is missing, and nothing is passed on", async (_what, more, why) => {
    const seen = await withU2();
    await room.slack.person("U2").clicks(seen, "share:answer").then(room.quiet);
    const answers = { "share:skill": "validation", "share:noticed": "Hm.", ...more };
    await room.slack.person("U2").submits(room.page("U2"), answers).then(room.quiet);
    expect(JSON.stringify(room.page("U2").errors)).toContain(why);
    await room.pass(HOUR);
    expect(handed()).toEqual([]);
  });

  it("two taps on Send, and Slack saying it twice, are one answer", async () => {
    const seen = await withU2();
    await room.slack.person("U2").clicks(seen, "share:answer").then(room.quiet);
    const page = room.page("U2");
    const answers = { "share:skill": "validation", "share:line": "0", "share:noticed": "It names the soup." };
    const [one] = await Promise.all([1, 2].map(() => room.slack.person("U2").submits(page, answers)));
    await room.slack.redeliver(one as never);
    await room.pass(HOUR);
    expect(handed()[0]).toContain("One answer");
  });

  it("nobody answers their own practice", async () => {
    const seen = await inChannel();
    await room.slack.person("U1").clicks(seen, "share:answer").then(room.quiet);
    expect(room.shown(room.page())).toContain("This is your own practice");
  });

  it("nobody answers what they cannot see", async () => {
    const seen = await withU2();
    await room.slack.person("U3").clicks(seen, "share:answer").then(room.quiet);
    expect(room.shown(room.page("U3"))).toContain("This was shared with somebody else.");
  });

  it("an answer written while it was taken back is not passed on, and says so", async () => {
    const seen = await withU2();
    await room.slack.person("U2").clicks(seen, "share:answer").then(room.quiet);
    await room.slack.person("U1").clicks(room.last(), "share:take-back").then(room.quiet);
    const answers = { "share:skill": "validation", "share:line": "0", "share:noticed": "It names the soup." };
    await room.slack.person("U2").submits(room.page("U2"), answers).then(room.quiet);
    expect(room.shown(room.page("U2"))).toContain("What you wrote was not passed on.");
    await room.pass(HOUR);
    expect(handed()).toEqual([]);
  });

  it("answers that still wait when it is taken back or its time is up come at once", async () => {
    await room.answer("U2", await withU2());
    const confirmation = room.slack.dm("U1").findLast(({ text }) => text.startsWith("You share")) as Message;
    await room.slack.person("U1").clicks(confirmation, "share:take-back").then(room.quiet);
    expect(handed()).toHaveLength(1);
    await room.pass(2 * HOUR);
    expect(handed()).toHaveLength(1);
  });
});
