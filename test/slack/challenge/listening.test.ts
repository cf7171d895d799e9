import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BEV, flowNamed, GOOD_ANSWER } from "../../challenge/told-story.ts";
import type { Message } from "../../slack-double/workspace.ts";
import { COLD_SOUP } from "../practice-room.ts";
import { openTeamRoom, type TeamRoom } from "./team-room.ts";

const HOUR = 3_600_000;
const QUESTION = "Have you spoken to him since?";
const KIND = "That sounds really hard, and I understand how you feel.";
const TEAM = ["U2", "U3", "U4", "U5", "U6", "U7"];

let flows = [COLD_SOUP, flowNamed("say-it-back")];
let room: TeamRoom;
let seen: Message;
beforeEach(async () => {
  flows = [COLD_SOUP, flowNamed("say-it-back")];
  room = await openTeamRoom({ people: ["U1", ...TEAM], flows: () => flows });
  const hour = { "end-day": "2026-01-05", "end-time": "11:00" };
  seen = structuredClone(await room.launches("listening", { flows: "say-it-back", ...hour }));
});
afterEach(() => room.close());

const living = () => room.posted()[0]?.text ?? "";
const summary = () => room.posted()[1]?.text ?? "";
const lastTo = (person: string) => room.last(person).text;
const opens = async (person: string, on = room.posted()[0] ?? seen) => {
  await room.presses(on, "listening:say", person);
  return room.page(person);
};
const says = async (person: string, heard = GOOD_ANSWER, question = QUESTION) => {
  const page = await opens(person);
  await room.slack
    .person(person)
    .submits(page, { "listening:heard": heard, "listening:question": question })
    .then(room.quiet);
};
const answersOf = async (challenge = seen) => {
  const id = JSON.stringify(challenge.blocks).match(/"value":"([0-9a-f-]{36})"/)?.[1] ?? "";
  return room.store.together("T0001", async (desk) => ({
    story: await desk.listening.story({ team: "T0001", id }),
    answers: await desk.listening.answers({ team: "T0001", id }),
  }));
};
const asks = (person: string) => room.slack.dm(person).find(({ text }) => text.includes("One line of yours"));

describe("a listening game", () => {
  it("begins with the persona telling its story in the thread, and with a button", () => {
    const told = room.threaded();
    expect(told.slice(0, -1).map(({ username }) => username)).toEqual(
      BEV.tells.map(() => "Bev Lindqvist (practice customer)"),
    );
    expect(told.map(({ text }) => text)).toEqual([
      ...BEV.tells,
      expect.stringContaining("That is the story of Bev Lindqvist."),
    ]);
    expect(JSON.stringify(told.at(-1)?.blocks)).toContain("listening:say");
  });

  it("keeps an answer, gives it back to its author alone, and says what becomes of it", async () => {
    await says("U2", `${GOOD_ANSWER} <!channel>`);
    expect(lastTo("U2")).toContain("Your answer is kept");
    expect(lastTo("U2")).toContain("&lt;!channel&gt;");
    expect(lastTo("U2")).toContain("your answer is erased");
    await room.pass(60_000);
    expect(living()).toContain("The first answers are in.");
    expect(JSON.stringify(room.channel())).not.toContain("learned one song");
    expect(room.logged.join()).not.toContain("learned one song");
  });

  it("lets whoever answers take part, without a word to the others", async () => {
    expect(living()).toContain("Nobody has joined yet.");
    expect(JSON.stringify(await opens("U2"))).toContain("Sending it lets you take part");
    await says("U2");
    await room.pass(60_000);
    expect(living()).toContain("One has joined.");
    expect(room.channel().map(({ user }) => user)).not.toContain("U2");
  });

  it("shows what one wrote again to change it, and counts one answer for each", async () => {
    await says("U2", KIND);
    const again = await opens("U2");
    expect(JSON.stringify(again)).toContain(KIND);
    await says("U2");
    expect(lastTo("U2")).toContain("Your answer is changed");
    expect((await answersOf()).answers.map(({ heard }) => heard)).toEqual([GOOD_ANSWER]);
  });

  it("asks for a little more where there is next to nothing", async () => {
    await says("U2", "Hm.");
    expect(JSON.stringify(room.slack.workspace.modals.get("U2"))).not.toContain("is kept");
    expect((await answersOf()).answers).toEqual([]);
  });

  it("counts an answer that was sent twice once", async () => {
    const page = await opens("U2");
    const me = room.slack.person("U2");
    const sent = { "listening:heard": GOOD_ANSWER, "listening:question": QUESTION };
    await Promise.all([me.submits(page, sent), me.submits(page, sent)]);
    await room.quiet();
    expect((await answersOf()).answers).toHaveLength(1);
  });

  it("does not count the answer of somebody who has left", async () => {
    await says("U2");
    await room.joins("U2");
    await room.presses(room.last("U2"), "challenge:leave", "U2");
    await room.pass(2 * HOUR);
    expect(summary()).toContain("Nobody wrote what they heard this time.");
  });
});

describe("the end of a listening game", () => {
  it("shows how many heard each part, which questions were asked, and what two wanted to know", async () => {
    for (const person of TEAM) await says(person, person < "U5" ? GOOD_ANSWER : KIND);
    await room.pass(60_000);
    expect(living()).toContain("6 answers are in.");
    await room.pass(2 * HOUR);
    expect(summary()).toContain("6 of you wrote what they heard.");
    expect(summary()).toContain("• All of it was for one song, “Moon River”. Heard by 3 of 6.");
    expect(summary()).toContain("How much he means to her. Heard by few or none.");
    expect(room.threaded().at(-1)?.username).toContain("Bev");
    expect(living()).toContain("It is over.");
  });

  it("is told once, however much time passes", async () => {
    await says("U2");
    await room.pass(2 * HOUR);
    await room.pass(48 * HOUR);
    expect(room.posted()).toHaveLength(2);
    expect(room.slack.dm("U2").filter(({ text }) => text.includes("said back:"))).toHaveLength(1);
  });

  it("says nothing of how many heard what while they are two", async () => {
    await says("U2");
    await says("U3", KIND);
    await room.pass(2 * HOUR);
    expect(summary()).toContain("A few of you wrote what they heard.");
    expect(summary()).not.toContain("Heard by");
  });

  it("tells each author privately what their own answer said back, in their own words", async () => {
    await says("U2");
    await says("U3", KIND);
    await room.pass(2 * HOUR);
    const own = room.told("U2").find((text) => text.includes("What your answer said back")) ?? "";
    expect(own).toContain("“He hummed to help, and you hid among the napkins.”");
    const other = room.told("U3").find((text) => text.includes("What your answer said back")) ?? "";
    expect(other).toContain("I didn't spot");
    expect(other).not.toContain("napkins, ");
  });

  it("takes no more answers, and gives one that comes late back to its author", async () => {
    const page = await opens("U2");
    await room.pass(2 * HOUR);
    await room.slack
      .person("U2")
      .submits(page, { "listening:heard": GOOD_ANSWER, "listening:question": QUESTION })
      .then(room.quiet);
    expect(lastTo("U2")).toContain("It was over before this came");
    expect(lastTo("U2")).toContain("napkins");
    expect(JSON.stringify(await opens("U3", seen))).toContain("There is nothing to write here now");
  });

  it("does not call an answer late that counts and is sent off again, but does where its words are others", async () => {
    const page = await opens("U2");
    const sendsOff = (heard: string) =>
      room.slack
        .person("U2")
        .submits(page, { "listening:heard": heard, "listening:question": QUESTION })
        .then(room.quiet);
    await sendsOff(GOOD_ANSWER);
    await room.pass(2 * HOUR);
    const told = lastTo("U2");
    await sendsOff(GOOD_ANSWER);
    expect(lastTo("U2")).toBe(told);
    await sendsOff(`${GOOD_ANSWER} And the cake.`);
    expect(lastTo("U2")).toContain("It was over before this came");
  });

  it("erases every answer within a day", async () => {
    await says("U2");
    await room.pass(2 * HOUR);
    expect((await answersOf()).answers).toHaveLength(1);
    await room.pass(20 * HOUR);
    expect(await answersOf()).toEqual({ story: undefined, answers: [] });
  });

  it("erases them also where it was called off, and tells nothing of them", async () => {
    await says("U2");
    await room.asks("challenge");
    await room.slack
      .person("U1")
      .submits(room.page("U1"), { "challenge:how": "called-off" })
      .then(room.quiet);
    expect(living()).toContain("It was called off.");
    await room.pass(22 * HOUR);
    expect(room.posted()).toHaveLength(1);
    expect(await answersOf()).toEqual({ story: undefined, answers: [] });
  });
});

describe("a good line", () => {
  it("is shown only if its author agrees, with their name, and can be taken back weeks later", async () => {
    await says("U2");
    await says("U3", KIND);
    await room.pass(2 * HOUR);
    expect(asks("U3")).toBeUndefined();
    const before = room.threaded().length;
    await room.presses(asks("U2") ?? seen, "listening:quote-named", "U2");
    await room.pass(20 * HOUR);
    expect(room.threaded()).toHaveLength(before + 1);
    expect(room.threaded().at(-1)?.text).toContain("your hands froze on the second page");
    expect(room.threaded().at(-1)?.text).toContain("Heard by <@U2>");
    await room.pass(40 * 24 * HOUR);
    await room.presses(room.last("U2"), "listening:unquote", "U2");
    expect(room.threaded()).toHaveLength(before);
    expect(lastTo("U2")).toContain("It is taken back");
  });

  it("is shown without a name, or under another one, as its author likes", async () => {
    await says("U2");
    await says("U3");
    await room.joins("U3");
    await room.presses(room.last("U3"), "challenge:appear", "U3");
    await room.slack
      .person("U3")
      .submits(room.page("U3"), { "challenge:alias": "Night Heron" })
      .then(room.quiet);
    await room.pass(2 * HOUR);
    await room.presses(asks("U2") ?? seen, "listening:quote-unnamed", "U2");
    await room.presses(asks("U3") ?? seen, "listening:quote-named", "U3");
    await room.pass(10 * 60_000);
    const shown = room
      .threaded()
      .slice(-2)
      .map(({ text }) => text)
      .join();
    expect(shown).toContain("Heard by Night Heron");
    expect(shown).toContain("Heard by one of you");
    expect(shown).not.toMatch(/U2|U3/);
  });

  it("is shown to nobody where its author says no, changes their mind or says nothing", async () => {
    await says("U2");
    await says("U3");
    await says("U4");
    await room.pass(2 * HOUR);
    const before = room.threaded().length;
    await room.presses(asks("U2") ?? seen, "listening:quote-no", "U2");
    await room.presses(asks("U3") ?? seen, "listening:quote-named", "U3");
    await room.presses(asks("U3") ?? seen, "listening:quote-no", "U3");
    await room.pass(21 * HOUR);
    expect(room.threaded()).toHaveLength(before);
    await room.presses(asks("U4") ?? seen, "listening:quote-named", "U4");
    expect(lastTo("U4")).toContain("Lines are no longer collected");
    await room.pass(HOUR);
    expect(room.threaded()).toHaveLength(before);
  });

  it("that can't be shown any more is told to its author, and where the app was removed to the lead", async () => {
    await says("U2");
    await room.pass(2 * HOUR);
    await room.presses(asks("U2") ?? seen, "listening:quote-named", "U2");
    const channel = room.slack.workspace.channels.get("C1");
    if (channel) channel.bot = false;
    room.refusals.push("not_in_channel");
    await room.pass(21 * HOUR);
    expect(room.told("U2").join()).toContain("Your line could not be shown there after all.");
    expect(room.told("U1").join()).toContain("can't be shown in <#C1>");
  });

  it("that may not have arrived is not shown twice, and goes when its author presses the button under it", async () => {
    await says("U2");
    await room.pass(2 * HOUR);
    await room.presses(asks("U2") ?? seen, "listening:quote-named", "U2");
    room.slack.failNext("chat.postMessage", { kind: "lost" }, 2);
    room.refusals.push("channel_not_found");
    await room.pass(10 * 60_000);
    await room.pass(12_000);
    const lines = () => room.threaded().filter(({ text }) => text.includes("Heard by <@U2>"));
    expect(lines()).toHaveLength(1);
    expect(room.told("U2").join()).toContain("so I did not send it twice");
    const mine = room.slack.dm("U2").find(({ text }) => text.startsWith("Your line stands")) ?? seen;
    await room.presses(mine, "listening:unquote", "U2");
    expect(lastTo("U2")).toContain("press Take it back under it");
    const [line] = structuredClone(lines());
    await room.presses(line ?? seen, "listening:unquote", "U3");
    expect(lines()).toHaveLength(1);
    await room.presses(line ?? seen, "listening:unquote", "U2");
    expect(lastTo("U2")).toContain("It is taken back, and nobody sees it");
    expect(lines()).toEqual([]);
  });

  it("can be decided about by its author alone", async () => {
    await says("U2");
    await room.pass(2 * HOUR);
    await room.presses(asks("U2") ?? seen, "listening:quote-named", "U3");
    const before = room.threaded().length;
    await room.pass(21 * HOUR);
    expect(room.threaded()).toHaveLength(before);
  });

  it("goes with everything else that somebody wrote when they erase their practices", async () => {
    await says("U2");
    await room.pass(2 * HOUR);
    await room.presses(asks("U2") ?? seen, "listening:quote-named", "U2");
    await room.store.together("T0001", (desk) => desk.own.erase({ team: "T0001", user: "U2" }));
    const before = room.threaded().length;
    await room.pass(21 * HOUR);
    expect(room.threaded()).toHaveLength(before);
  });
});

describe("a line of the persona that may not have arrived", () => {
  it("is not said twice: the lead is asked to look, and nothing waits for the answer", async () => {
    for (const person of TEAM) await says(person);
    room.slack.failNext("chat.postMessage", { kind: "lost" }, 20);
    await room.pass(2 * HOUR);
    for (let tries = 0; tries < 5; tries++) await room.pass(12_000);
    const last = room.threaded().at(-1);
    expect(last?.username).toContain("Bev");
    expect(room.threaded().filter(({ text }) => text === last?.text)).toHaveLength(1);
    expect(room.told("U1").filter((text) => text.includes("Can you see it there?"))).not.toEqual([]);
    for (const { result } of room.slack.calls)
      if (result.error === "channel_not_found") room.refusals.push("channel_not_found");
  });
});

describe("a story that can't be told", () => {
  it("is told to the lead, and nobody is left with a button that does nothing", async () => {
    await room.asks("challenge");
    await room.slack.person("U1").submits(room.page("U1")).then(room.quiet);
    room.slack.workspace.modals.clear();
    await room.plans("listening", { flows: "say-it-back" });
    flows = [COLD_SOUP];
    await room.slack.person("U1").submits(room.page("U1")).then(room.quiet);
    expect(room.told("U1").join()).toContain("That customer is not here any more");
    const posted = room.posted().at(-1) ?? seen;
    expect(JSON.stringify(await opens("U2", posted))).toContain("There is nothing to write here now");
  });
});
