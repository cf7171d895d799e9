import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../slack-double/answers.ts";
import type { Message, View } from "../../slack-double/workspace.ts";
import { DAY, openTeamRoom, type TeamRoom } from "../challenge/team-room.ts";

const REASON =
  "You said back how long that week had been for him, and he went from shouting to <explaining>.";

let room: TeamRoom;
beforeEach(async () => {
  room = await openTeamRoom({ channels: ["C1", "C2"] });
});
afterEach(() => room.close());

const submits = (person: string, answers: Record<string, Answer>) =>
  room.slack.person(person).submits(room.page(person), answers).then(room.quiet);
const gives = async (from: string, words: string, answers: Record<string, Answer> = {}) => {
  await room.asks(`kudos ${words}`, from);
  await submits(from, { "kudos:skill": "validation", "kudos:reason": REASON, ...answers });
};
const got = (person: string) =>
  room.slack.dm(person).filter(({ text }) => text.includes("noticed something you"));
const gave = (person: string) =>
  room.slack.dm(person).filter(({ text }) => text.includes("got this from you"));
const errorsOf = (person: string) => (room.page(person) as View & { errors?: unknown }).errors;
const seenBy = (view: View) => JSON.stringify(view.blocks);

describe("kudos for a colleague", () => {
  it("arrive in their direct message, with the skill, the reason and who noticed", async () => {
    await gives("U1", "<@U2|ada>");
    expect(got("U2").map(({ text }) => text)).toEqual([
      expect.stringContaining("<@U1> noticed something you did. Validation:"),
    ]);
    expect(got("U2")[0]?.text).toContain("from shouting to &lt;explaining&gt;.");
    expect(gave("U1")[0]?.text).toContain("<@U2> got this from you:");
    expect(room.told("U3")).toEqual([]);
    expect(room.channel("C1")).toEqual([]);
    expect(room.logged.join()).not.toContain("shouting");
  });

  it.each(["<@U2|ada>", "<@U2>", "to <@U2|ada> please"])("are for the person named as %s", async (words) => {
    await room.asks(`kudos ${words}`);
    expect(seenBy(room.page())).toContain('"initial_user":"U2"');
  });

  it("begin without a person where the name says nobody", async () => {
    await room.asks("kudos @somebody <else>");
    expect(seenBy(room.page())).toContain("I couldn't tell who “@somebody &lt;else&gt;” is.");
    expect(seenBy(room.page())).not.toContain("initial_user");
    await submits("U1", { "kudos:to": "U2", "kudos:skill": "question", "kudos:reason": REASON });
    expect(got("U2")).toHaveLength(1);
  });

  it("are given once, however often the dialogue is sent", async () => {
    await room.asks("kudos <@U2>");
    const page = room.page();
    const sent = { "kudos:skill": "validation", "kudos:reason": REASON };
    const me = room.slack.person("U1");
    await Promise.all([me.submits(page, sent), me.submits(page, sent)]);
    await room.quiet();
    expect(got("U2")).toHaveLength(1);
  });

  it("need a reason", async () => {
    await gives("U1", "<@U2>", { "kudos:reason": "  Well done there.   " });
    expect(errorsOf("U1")).toEqual({ reason: expect.stringContaining("Say a little more") });
    expect(got("U2")).toEqual([]);
  });
});

describe("nobody gives kudos", () => {
  it.each([
    ["to themselves", "U1", "That is you."],
    ["to an app", "USLACKBOT", "That is an app."],
    ["to a deactivated account", "U7", "deactivated"],
    ["to somebody of another organisation", "U8", "another organisation"],
    ["to somebody who is not there", "U9", "can't find that person"],
  ])("%s", async (_what, to, words) => {
    const person = { name: "Ada", tz: "UTC", locale: "en-GB" };
    room.slack.workspace.people.set("U7", { ...person, id: "U7", deactivated: true });
    room.slack.workspace.people.set("U8", { ...person, id: "U8", team: "T9999" });
    if (to === "U9") room.refusals.push("user_not_found");
    await gives("U1", "", { "kudos:to": to });
    expect(errorsOf("U1")).toEqual({ to: expect.stringContaining(words) });
  });

  it("more than three times within a week", async () => {
    for (const to of ["<@U2>", "<@U3>", "<@U2>"]) await gives("U1", to);
    await room.asks("kudos <@U3>");
    expect(seenBy(room.page())).toContain("You have recognised 3 moments within a week");
    room.slack.workspace.modals.clear();
    await room.pass(7 * DAY);
    await gives("U1", "<@U3>");
    expect(got("U3")).toHaveLength(2);
  });

  it("more than three times with two dialogues open at once, or by taking some back", async () => {
    await gives("U1", "<@U2>");
    await gives("U1", "<@U2>");
    await room.presses(gave("U1")[0] as Message, "kudos:take-back");
    await room.asks("kudos <@U3>");
    const first = room.page();
    await room.asks("kudos <@U3>");
    const answers = { "kudos:skill": "question", "kudos:reason": REASON };
    await room.slack.person("U1").submits(room.page(), answers).then(room.quiet);
    await room.slack.person("U1").submits(first, answers).then(room.quiet);
    expect(got("U3")).toHaveLength(1);
    expect(room.last("U1").text).toContain("and that is the most");
  });
});

describe("the shortcut of a message", () => {
  const written = (user: string, more: Partial<Message> = {}): Message => {
    const message = {
      channel: "C1",
      ts: "1795000000.000100",
      user,
      bot: false,
      text: "I hear you.",
      ...more,
    };
    room.slack.workspace.messages.push(message);
    return message;
  };

  it("begins with its author, and links to it if that is wanted", async () => {
    await room.slack.person("U1").shortcut(written("U2"), "kudos").then(room.quiet);
    expect(seenBy(room.page())).toContain('"initial_user":"U2"');
    await submits("U1", { "kudos:skill": "de-escalation", "kudos:reason": REASON });
    expect(got("U2")[0]?.text).toMatch(
      /<https:\/\/[\w-]+\.slack\.com\/archives\/C1\/p1795000000000100\|The message it is about>/,
    );
  });

  it("leaves the link out where the box is cleared, and names the thread", async () => {
    const reply = written("U2", { thread_ts: "1794000000.000100" });
    await room.slack.person("U1").shortcut(reply, "kudos").then(room.quiet);
    expect(room.page().private_metadata).toContain("?thread_ts=1794000000.000100&cid=C1");
    await submits("U1", { "kudos:skill": "question", "kudos:reason": REASON, "kudos:link": [] });
    expect(got("U2")[0]?.text).not.toContain("https://");
  });

  it("begins without a person where it is one's own message, or an app's", async () => {
    await room.slack.person("U1").shortcut(written("U1"), "kudos").then(room.quiet);
    expect(seenBy(room.page())).not.toContain("initial_user");
    await gives("U2", "<@U3>");
    await room.slack
      .person("U3")
      .shortcut(got("U3")[0] as Message, "kudos")
      .then(room.quiet);
    expect(seenBy(room.page("U3"))).not.toContain("initial_user");
  });
});

describe("whoever got kudos", () => {
  const shows = async (channel = "C2") => {
    await room.presses(got("U2")[0] as Message, "kudos:show", "U2");
    await submits("U2", { "kudos:channel": channel });
  };

  it("shows them in a channel if they like, and removes them there", async () => {
    await gives("U1", "<@U2>");
    await room.presses(got("U2")[0] as Message, "kudos:show", "U2");
    expect(seenBy(room.page("U2"))).toContain("<@U1> noticed something that <@U2> did.");
    expect(room.channel("C2")).toEqual([]);
    await submits("U2", { "kudos:channel": "C2" });
    expect(room.posted("C2").map(({ text }) => text)).toEqual([
      expect.stringContaining("<@U1> noticed something that <@U2> did. Validation:"),
    ]);
    await room.presses(got("U2")[0] as Message, "kudos:show", "U2");
    expect(seenBy(room.page("U2"))).toContain("It stands in <#C2> already.");
    await room.pass(40 * DAY);
    await room.presses(room.last("U2"), "kudos:hide", "U2");
    expect(room.posted("C2")).toEqual([]);
    expect(room.last("U2").text).toContain("It is removed there.");
  });

  it("can remove them from under where they stand, and nobody else can", async () => {
    await gives("U1", "<@U2>");
    await room.presses(got("U2")[0] as Message, "kudos:show", "U2");
    await submits("U2", { "kudos:channel": "C2" });
    await room.presses(room.posted("C2")[0] as Message, "kudos:hide", "U1");
    expect(room.last("U1").text).toContain("Only the person it was for can remove it.");
    expect(room.posted("C2")).toHaveLength(1);
    await room.presses(room.posted("C2")[0] as Message, "kudos:hide", "U2");
    expect(room.posted("C2")).toEqual([]);
  });

  it("is told the truth where Slack did not say whether they arrived there, as is whoever takes them back", async () => {
    await gives("U1", "<@U2>");
    await room.presses(got("U2")[0] as Message, "kudos:show", "U2");
    room.slack.failNext("chat.postMessage", { kind: "lost", in: "C2" });
    room.refusals.push("channel_not_found");
    await submits("U2", { "kudos:channel": "C2" });
    await room.pass(15_000);
    const doubt = "press Remove it under it when you want it gone";
    expect(room.told("U2").at(-1)).toContain(doubt);
    const shown = room.slack.dm("U2").find(({ text }) => text.startsWith("It stands in")) as Message;
    await room.presses(shown, "kudos:hide", "U2");
    expect(room.told("U2").at(-1)).toContain(doubt);
    await room.presses(gave("U1")[0] as Message, "kudos:take-back");
    expect(room.told("U1").at(-1)).toContain("if it stands there, whoever got it can press Remove it");
    expect(room.posted("C2")).toHaveLength(1);
    await room.presses(room.posted("C2")[0] as Message, "kudos:hide", "U2");
    expect(room.posted("C2")).toEqual([]);
  });

  it("is the only one who can", async () => {
    await gives("U1", "<@U2>");
    await room.presses(got("U2")[0] as Message, "kudos:show", "U3");
    expect(seenBy(room.page("U3"))).toContain("There is nothing to show");
  });

  it("is told where the app is not in that channel", async () => {
    room.slack.workspace.channels.set("C9", {
      id: "C9",
      name: "far",
      kind: "channel",
      people: [],
      bot: false,
    });
    room.refusals.push("not_in_channel");
    await gives("U1", "<@U2>");
    await shows("C9");
    expect(room.told("U2").at(-1)).toContain("It is not shown in <#C9>. I'm not in that channel");
    await shows("C2");
    expect(room.posted("C2")).toHaveLength(1);
  });

  it("finds the last ones with their progress and on their Home tab, and nobody else does", async () => {
    await room.slack.person("U2").opensHome().then(room.quiet);
    await gives("U1", "<@U2>");
    await room.pass(1_000);
    await room.asks("progress", "U2");
    expect(room.last("U2").text).toContain("People noticed:\n• Validation: “You said back how long");
    expect(JSON.stringify(room.slack.workspace.homes.get("U2"))).toContain("People noticed");
    await room.asks("progress", "U3");
    expect(room.last("U3").text).not.toContain("People noticed");
  });

  it("erases them with everything else of theirs", async () => {
    await gives("U1", "<@U2>");
    await room.store.together("T0001", (desk) => desk.own.erase({ team: "T0001", user: "U2" }));
    await room.asks("progress", "U2");
    expect(room.last("U2").text).not.toContain("People noticed");
    await room.presses(got("U2")[0] as Message, "kudos:show", "U2");
    expect(seenBy(room.page("U2"))).toContain("There is nothing to show");
  });
});

describe("whoever gave kudos", () => {
  it("takes them back within a week, wherever they are seen", async () => {
    await gives("U1", "<@U2>");
    await room.presses(got("U2")[0] as Message, "kudos:show", "U2");
    await submits("U2", { "kudos:channel": "C2" });
    await room.pass(6 * DAY);
    await room.presses(gave("U1")[0] as Message, "kudos:take-back");
    expect(got("U2")).toEqual([]);
    expect(room.posted("C2")).toEqual([]);
    expect(room.last("U1").text).toBe("It is taken back.");
    await room.presses(gave("U1")[0] as Message, "kudos:take-back");
    expect(room.last("U1").text).toContain("nothing to take back");
    await room.asks("progress", "U2");
    expect(room.last("U2").text).not.toContain("People noticed");
  });

  it("is the only one who can, and not after a week", async () => {
    await gives("U1", "<@U2>");
    await room.presses(gave("U1")[0] as Message, "kudos:take-back", "U3");
    expect(room.last("U3").text).toContain("nothing to take back");
    await room.pass(7 * DAY);
    await room.presses(gave("U1")[0] as Message, "kudos:take-back");
    expect(room.last("U1").text).toContain("it belongs to them now");
    expect(got("U2")).toHaveLength(1);
  });
});

describe("kudos among the members of a challenge", () => {
  it("are a number from five on, and nothing below", async () => {
    const key = { team: "T0001", id: "together" };
    const among = () =>
      room.store.together("T0001", (desk) => desk.kudos.amongMembers(key, 0, Number.MAX_SAFE_INTEGER));
    await room.store.together("T0001", async (desk) => {
      for (const user of ["U1", "U2"]) await desk.challenges.join(key, user, "C1");
    });
    for (const to of ["<@U2>", "<@U2>", "<@U3>"]) await gives("U1", to);
    for (const to of ["<@U1>", "<@U1>"]) await gives("U2", to);
    expect(await among()).toBeUndefined();
    await gives("U2", "<@U1>");
    expect(await among()).toBe(5);
    await room.presses(gave("U2")[0] as Message, "kudos:take-back", "U2");
    expect(await among()).toBeUndefined();
  });
});
