import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GOOD_LINE, openSharingRoom, type SharingRoom, UNQUOTED } from "./sharing-room.ts";
import { expectTextToCarryBlocks } from "./text-carries-blocks.ts";

let room: SharingRoom;
beforeEach(async () => {
  room = await openSharingRoom();
});
afterEach(() => room.close());

const WITH_U2 = { "share:person": "U2" };
const inC1 = { "share:channel": "C1", "share:scope": "talk" };
const errorsOf = (one: SharingRoom) => JSON.stringify(one.page().errors ?? {});

describe("sharing a practice", () => {
  it("nothing is shared before the second yes, and the preview is the very message", async () => {
    await room.preview(WITH_U2);
    expect(room.sharedWith()).toEqual([]);
    const preview = room.page();
    expect(preview.title).toMatchObject({ text: "What they will see" });
    await room.slack.person("U1").submits(preview).then(room.quiet);
    const [message] = room.sharedWith();
    const sections = message?.blocks?.filter(({ type }) => type === "section") ?? [];
    expect(sections.length).toBeGreaterThan(1);
    for (const { text } of sections) expect(room.shown(preview)).toContain(JSON.stringify(text));
  });

  it("only the debrief shows no line that the debrief does not quote", async () => {
    await room.share(WITH_U2);
    const [message] = room.sharedWith();
    expect(message?.text).toContain("“Calm down” (message 3)");
    expect(message?.text).not.toContain("pineapple");
    expect(room.shown(message as never)).not.toContain("pineapple");
  });

  it("the whole talk in a channel shows everything that was said", async () => {
    await room.share(inC1);
    const [message] = room.slack.channel("C1", "U3");
    for (const said of [GOOD_LINE, UNQUOTED, "My soup is cold"]) expect(message?.text).toContain(said);
    expectTextToCarryBlocks(message as never);
  });

  it("says who shares it, until when, and that it can be taken back", async () => {
    await room.share(WITH_U2);
    const { text } = room.sharedWith()[0] as never;
    expect(text).toContain("<@U1> shares a practice: Cold soup");
    expect(text).toMatch(/can be seen until <!date\^\d+\^[^|]+\|2026-01-06 09:00 UTC>/);
    expect(text).toContain("who can take it back at any time");
    expect(room.last().text).toContain(
      "You share “Cold soup &amp; no &lt;spoon&gt;” (only the debrief), to <@U2>",
    );
  });

  it("going back from the preview shares nothing", async () => {
    await room.preview(WITH_U2);
    await room.slack.person("U1").closes(room.page()).then(room.quiet);
    expect(room.page().title).toMatchObject({ text: "Share this practice" });
    expect(room.sharedWith()).toEqual([]);
  });

  it("two taps on Share, and Slack saying it twice, share once", async () => {
    await room.preview(WITH_U2);
    const page = room.page();
    const [one] = await Promise.all([1, 2].map(() => room.slack.person("U1").submits(page)));
    await room.slack.redeliver(one as never);
    await room.quiet();
    expect(room.sharedWith()).toHaveLength(1);
    expect(room.told().filter((text) => text.startsWith("You share"))).toHaveLength(1);
  });

  it("what somebody can see already is not given to them a second time", async () => {
    await room.share(WITH_U2);
    await room.preview(WITH_U2);
    expect(errorsOf(room)).toContain("They can see this practice already.");
    expect(room.sharedWith()).toHaveLength(1);
  });

  it("nobody is chosen, or two at once: the page says so", async () => {
    await room.preview({});
    expect(errorsOf(room)).toContain("Choose a person here, or a channel below.");
    await room.preview({ ...WITH_U2, ...inC1 });
    expect(errorsOf(room)).toContain("Choose either a person or a channel.");
  });

  it.each([
    ["oneself", { id: "U1" }, "That is you"],
    ["a bot", { id: "U7", app: true }, "That is an app"],
    ["a deactivated person", { id: "U8", deactivated: true }, "That account is deactivated"],
    ["somebody of another organisation", { id: "U9", team: "T9" }, "another organisation"],
  ])("%s cannot be chosen, and the page says why", async (_who, person, why) => {
    if (person.id !== "U1")
      room.slack.workspace.people.set(person.id, { name: "X", tz: "UTC", locale: "en-US", ...person });
    await room.preview({ "share:person": person.id });
    expect(errorsOf(room)).toContain(why);
  });

  it("somebody who is not in the workspace cannot be chosen", async () => {
    await room.preview({ "share:person": "U404" });
    expect(errorsOf(room)).toContain("I can't find that person");
    room.refusals.push("user_not_found");
  });

  it("somebody deactivated between the two pages sees nothing, and the trainee is told", async () => {
    await room.preview(WITH_U2);
    Object.assign(room.slack.workspace.people.get("U2") ?? {}, { deactivated: true });
    await room.slack.person("U1").submits(room.page()).then(room.quiet);
    expect(room.last().text).toContain("Nothing was shared. That account is deactivated");
  });

  it("a channel the app is not in: the trainee is told how to invite it, and nothing is left shared", async () => {
    const people = ["U1", "U2"];
    room.slack.workspace.channels.set("C2", { id: "C2", name: "c2", kind: "channel", people, bot: false });
    await room.share({ "share:channel": "C2" });
    expect(room.last().text).toContain("was not shared with <#C2>. I'm not in that channel");
    expect(room.last().text).toContain("/invite");
    await room.slack.person("U1").command("/practice", "shared").then(room.quiet);
    expect(room.last().text).toContain("You share nothing at the moment");
    room.refusals.push("not_in_channel");
  });

  it("what may have arrived in a channel is not sent there twice, and can be taken back from there", async () => {
    room.slack.failNext("chat.postMessage", { kind: "lost", in: "C1" });
    await room.share(inC1);
    await room.pass(12_000);
    const [message, ...more] = room.slack.channel("C1", "U1");
    expect(more).toEqual([]);
    expect(room.told().join("\n")).toContain("so I did not send it twice");
    await room.slack
      .person("U1")
      .clicks(message as never, "share:take-back")
      .then(room.quiet);
    expect(room.slack.channel("C1", "U1")).toEqual([]);
    room.refusals.push("channel_not_found");
  });

  it("a preview that was left open for too long shares nothing", async () => {
    await room.preview(WITH_U2);
    room.slack.clock.advance(25 * 3_600_000);
    await room.slack.person("U1").submits(room.page()).then(room.quiet);
    expect(room.sharedWith()).toEqual([]);
    // Other things fell due in a day, and may be told first or last.
    expect(room.told().join("\n")).toContain("That preview was too old");
  });

  it("the button of somebody else's practice, or of one that is gone, shares nothing", async () => {
    const debrief = room.slack.dm("U1").findLast(({ text }) => text === "Your debrief") as never;
    await room.slack.person("U2").clicks(debrief, "share:open").then(room.quiet);
    expect(room.shown(room.page("U2"))).toContain("That practice no longer exists");
  });

  it("a practice that is still going on cannot be shared", async () => {
    await room.slack.person("U1").command("/practice", "cold-soup").then(room.quiet);
    const { id = "" } = (await room.practice()) ?? {};
    const debrief = room.slack.dm("U1").findLast(({ text }) => text === "Your debrief") as never;
    const pressed = JSON.parse(JSON.stringify(debrief).replaceAll(room.practiceId, id));
    await room.slack.person("U1").clicks(pressed, "share:open").then(room.quiet);
    expect(room.shown(room.page())).toContain("still going on");
  });

  it("the log holds nothing of it", async () => {
    await room.share(inC1);
    expect(room.logged.join()).not.toContain("pineapple");
  });
});
