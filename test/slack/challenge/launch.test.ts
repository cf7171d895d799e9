import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shownIn } from "../shown-in.ts";
import { openTeamRoom, type TeamRoom } from "./team-room.ts";

let room: TeamRoom;
beforeEach(async () => {
  room = await openTeamRoom({ channels: ["C1", "C2"] });
});
afterEach(() => room.close());

const shown = (person = "U1") => shownIn(room.page(person));
const day = (days: number) => new Date(room.slack.clock.now() + days * 86_400_000).toISOString().slice(0, 10);

describe("launching a challenge", () => {
  it("shows the message as the team will see it before anything is posted", async () => {
    await room.plans("together", { goal: "10", word: "For a kinder week." });
    expect(room.posted()).toEqual([]);
    expect(shown()).toContain("Nothing is posted yet");
    expect(shown()).toContain("Together: 10 specific validations");
    expect(shown()).toContain("For a kinder week.");
    expect(shown()).not.toContain("challenge:join");
    const preview = shown();
    await room.slack.person("U1").submits(room.page()).then(room.quiet);
    const [message] = room.posted();
    for (const block of message?.blocks?.slice(0, 4) ?? [])
      expect(preview).toContain(JSON.stringify(block.text ?? block.elements));
    expect(room.last().text).toContain("is posted in <#C1>");
  });

  it.each([
    ["a goal of zero", { goal: "0" }, "from 1 on"],
    ["a goal of a million", { goal: "1000000" }, "at most 10000"],
    ["a goal in words", { goal: "many" }, "whole number"],
    ["an end before the start", { goal: "5", "end-day": "2026-01-04" }, "before it begins"],
    ["an end in a year", { goal: "5", "end-day": "2026-12-05" }, "Two months"],
    [
      "a start in half a year",
      { goal: "5", "start-day": "2026-07-05", "end-day": "2026-07-06" },
      "nearer day",
    ],
  ])("objects to %s where it is written, and loses nothing", async (_, answers, words) => {
    await room.plans("together", answers);
    const refused = room.slack.deliveries.at(-1);
    expect(JSON.stringify(refused)).toContain("errors");
    expect(JSON.stringify(refused)).toContain(words);
    expect(room.posted()).toEqual([]);
  });

  it("happens in a channel, and says so elsewhere", async () => {
    const { id } = [...room.slack.workspace.channels.values()].find(({ kind }) => kind === "im") ?? {
      id: "",
    };
    const answer = await room.slack.person("U1").command("/practice", "challenge", id || undefined);
    await room.quiet();
    expect(JSON.stringify([answer, room.told()])).toContain("A challenge happens in a channel");
  });

  it("lets a channel have one at a time, and its lead end it or call it off", async () => {
    await room.launches("together", { goal: "5" });
    await room.asks("challenge", "U2");
    expect(shown("U2")).toContain("is going on in this channel");
    await room.slack
      .person("U2")
      .submits(room.page("U2"), { "challenge:how": "called-off" })
      .then(room.quiet);
    expect(room.posted()).toHaveLength(1);
    expect(room.posted()[0]?.text).toContain("It was called off.");
    expect((await room.launches("redo", { goal: "5" })).text).toContain("Redo week: 5 mended turns");
  });

  it("posts one challenge when two leads launch at the same moment", async () => {
    await room.plans("together", { goal: "5" }, "U1");
    await room.plans("redo", { goal: "7" }, "U2");
    await room.slack.person("U1").submits(room.page("U1")).then(room.quiet);
    await room.slack.person("U2").submits(room.page("U2")).then(room.quiet);
    expect(room.posted()).toHaveLength(1);
    expect(room.last("U2").text).toContain(
      "Nothing was posted. There is a challenge in this channel already",
    );
  });

  it("waits for its start, can be joined before it, and begins by itself", async () => {
    const posted = await room.launches("together", { goal: "5", "start-day": day(1), "end-day": day(3) });
    expect(posted.text).toContain("It has not begun yet; you can join already.");
    await room.joins("U2");
    await room.pass(2 * 86_400_000);
    expect(room.posted()[0]?.text).toContain("One day left.");
    await room.pass(2 * 86_400_000);
    expect(room.posted()[0]?.text).toContain("It is over.");
  });

  it("tells the lead once when the app is not in a channel, and goes on in the others", async () => {
    const removed = room.slack.workspace.channels.get("C2");
    if (removed) removed.bot = false;
    room.refusals.push("not_in_channel");
    await room.launches("team-against-team", { goal: "5", channels: ["C2"] });
    expect(room.told().join("\n")).toContain("can't be shown in <#C2>. I'm not in that channel");
    await room.joins("U2");
    await room.pass(60_000);
    expect(room.posted("C1")[0]?.text).toContain("One has joined.");
  });
});

describe("who may launch one", () => {
  it("is told by the settings; others are told kindly whom to ask", async () => {
    await room.close();
    room = await openTeamRoom({ leads: { people: ["U3"], groups: [] } });
    const answer = await room.slack.person("U1").command("/practice", "challenge", "C1");
    await room.quiet();
    expect(room.slack.openView("U1")).toBeUndefined();
    expect(JSON.stringify([answer, room.channel()])).toContain("launched here by <@U3>");
    expect((await room.launches("together", { goal: "5" }, "U3")).text).toContain("Together");
  });
});

describe("teams against each other", () => {
  it("count for each member who joined, and each sees its own first", async () => {
    const { practises } = room;
    await room.launches("team-against-team", { goal: "2", channels: ["C2"], counted: "talks" });
    await room.joins("U1", room.posted("C1")[0]);
    await room.joins("U2", room.posted("C2")[0]);
    await room.joins("U3", room.posted("C2")[0]);
    await practises("U1", ["Hello"]);
    await practises("U2", ["Hello"]);
    await room.pass(60_000);
    expect(room.posted("C1")[0]?.text).toContain("One has joined.");
    expect(room.posted("C2")[0]?.text).toContain("2 have joined.");
  });
});

describe("a challenge whose message may not have arrived", () => {
  const asked = () => room.slack.dm("U1").filter(({ text }) => text.includes("Slack did not say whether"));
  beforeEach(async () => {
    await room.plans("together", { goal: "5" });
    room.refusals.push("channel_not_found");
    room.slack.failNext("chat.postMessage", { kind: "lost", in: "C1" });
    await room.slack.person("U1").submits(room.page()).then(room.quiet);
    await room.pass(12_000);
  });

  it("is not posted twice: its lead is asked to look, and a press under it makes it known again", async () => {
    expect(room.posted()).toHaveLength(1);
    expect(asked()).toHaveLength(1);
    await room.joins("U2");
    await room.pass(60_000);
    expect(room.posted()).toHaveLength(1);
    expect(room.posted()[0]?.text).toContain("One has joined.");
    const [question] = asked();
    if (question) await room.presses(question, "challenge:post-again");
    expect(room.told()).toContain("It is there already, so nothing was posted.");
  });

  it("is posted again when its lead says so, once", async () => {
    const [question] = structuredClone(asked());
    if (!question) throw new Error("Nobody was asked.");
    await room.presses(question, "challenge:post-again", "U2");
    expect(room.posted()).toHaveLength(1);
    await room.presses(question, "challenge:post-again");
    await room.presses(question, "challenge:post-again");
    expect(room.posted()).toHaveLength(2);
    await room.joins("U2", room.posted()[1]);
    await room.pass(60_000);
    expect(room.posted()[1]?.text).toContain("One has joined.");
  });
});
