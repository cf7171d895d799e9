import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message, View } from "../../slack-double/workspace.ts";
import { FED, GONE, likeColdSoup, OPENING } from "../practice-room.ts";
import { shownIn } from "../shown-in.ts";
import { DAY, HEARD, openTeamRoom, type TeamRoom } from "./team-room.ts";

let room: TeamRoom;
beforeEach(async () => {
  room = await openTeamRoom();
});
afterEach(() => room.close());

const COMES = { flows: "cold-soup" };
const living = () => room.posted()[0] as Message;
const thread = () => room.threaded();
const by = (words: string) => thread().filter(({ username }) => username?.includes(words));
const newest = () => by("(practice customer)").at(-1) as Message;
const buttons = () => thread().filter((one) => shownIn(one).includes("relay:answer"));
const launched = async (...people: string[]) => {
  await room.launches("relay", COMES);
  for (const person of people) await room.joins(person, living());
};
const opens = async (person: string, seen = newest()) => {
  await room.presses(seen, "relay:answer", person);
  return room.page(person);
};
const sends = async (person: string, page: View, text: string) => {
  await room.slack.person(person).submits(page, { "relay:text": text }).then(room.quiet);
};
const answers = async (person: string, text: string) => sends(person, await opens(person), text);

describe("a customer who comes to the channel", () => {
  it("opens in the thread, after a word about what this is, with one button to take the turn", async () => {
    await launched();
    expect(room.posted()).toHaveLength(1);
    const [introduction, opening] = thread();
    expect(introduction?.text).toContain("Robin Ashdown is not a real person.");
    expect(introduction?.text).toContain("Robin is short with you.");
    expect(introduction?.text).not.toContain("pause");
    expect(opening).toMatchObject({ text: OPENING, username: "Robin Ashdown (practice customer)" });
    expect(buttons()).toHaveLength(1);
    expect(shownIn(living())).toContain("relay:answer");
  });

  it("is answered by another colleague each turn, under their name or the one they chose", async () => {
    await launched("U2", "U3");
    const card = room.slack.dm("U3").find(({ text }) => text.includes("You take part")) as Message;
    await room.presses(card, "challenge:appear", "U3");
    await room.slack
      .person("U3")
      .submits(room.page("U3"), { "challenge:alias": "Night Heron" })
      .then(room.quiet);
    await answers("U2", HEARD);
    await answers("U3", "What <exactly> was wrong & when?");
    expect(by("colleague").map(({ username, text }) => [username, text])).toEqual([
      ["Ada (colleague)", HEARD],
      ["Night Heron (a colleague's alias)", "What &lt;exactly&gt; was wrong &amp; when?"],
    ]);
    expect(by("(practice customer)")).toHaveLength(3);
    expect(buttons()).toEqual([newest()]);
  });

  it("shows on its page what was said last, and the colleague's line before it", async () => {
    await launched("U2", "U3");
    await answers("U2", HEARD);
    const page = await opens("U3");
    expect(shownIn(page)).toContain(HEARD);
    expect(shownIn(page)).toContain(newest().text);
    expect(shownIn(page)).toContain("Everybody in this channel sees it, under your own name.");
  });

  it("nobody answers twice in a row, and that is said kindly", async () => {
    await launched("U2", "U3");
    await answers("U2", HEARD);
    expect(shownIn(await opens("U2"))).toContain("The last answer was yours");
    expect(by("(colleague)")).toHaveLength(1);
  });

  it("whoever has not joined is offered to join and then answers on the same page", async () => {
    await launched();
    const offer = await opens("U2");
    expect(shownIn(offer)).toContain("seen by everybody here");
    await room.slack.person("U2").submits(offer).then(room.quiet);
    await sends("U2", room.page("U2"), HEARD);
    expect(by("(colleague)")).toHaveLength(1);
    expect(room.told("U2").join()).toContain("You take part");
    await room.pass(60_000);
    expect(living().text).toContain("One has joined.");
  });

  it("of two answers to one turn the first counts, and the other comes back to whoever wrote it", async () => {
    await launched("U2", "U3");
    const [first, second] = [await opens("U2"), await opens("U3")];
    await sends("U2", first, HEARD);
    await sends("U3", second, "I hear you & I'm on it.");
    expect(by("colleague").map(({ text }) => text)).toEqual([HEARD]);
    expect(room.told("U3").at(-1)).toMatch(/a moment before you.*\n\nI hear you &amp; I'm on it\.$/s);
  });

  it("an answer that is delivered twice, or at the same instant as another, is taken once", async () => {
    await launched("U2", "U3");
    const [first, second] = [await opens("U2"), await opens("U3")];
    const [one, other] = [
      room.slack.unsent("U2").submits(first, { "relay:text": HEARD }),
      room.slack.unsent("U3").submits(second, { "relay:text": "And me." }),
    ];
    await Promise.all([one, other, one, other].map((envelope) => room.slack.deliver(envelope)));
    await room.quiet();
    await room.slack.deliver(one, { retryNum: 1 }).then(room.quiet);
    expect(by("(colleague)")).toHaveLength(1);
    expect(by("(practice customer)")).toHaveLength(2);
    const returned = [...room.told("U2"), ...room.told("U3")].filter((text) => text.includes("isn't lost"));
    expect(returned).toHaveLength(1);
  });

  it.each([
    ["a word that steers a practice", "stop", "steers a practice in your direct message"],
    ["an answer of spaces", "   ", "Write what you would say to Robin Ashdown."],
    ["an answer nobody would read", "a".repeat(1_001), "longer than anybody reads in a chat"],
  ])("%s is not posted, and the page says why", async (_what, text, why) => {
    await launched("U2");
    const page = await opens("U2");
    const sent = await room.slack.person("U2").submits(page, { "relay:text": text });
    await room.quiet();
    expect(JSON.stringify(sent)).toContain(why);
    expect(by("(colleague)")).toEqual([]);
  });

  it("somebody who left in the meantime gets their line back", async () => {
    await launched("U2");
    const page = await opens("U2");
    const card = room.slack.dm("U2").find(({ text }) => text.includes("You take part")) as Message;
    await room.presses(card, "challenge:leave", "U2");
    await sends("U2", page, HEARD);
    expect(by("(colleague)")).toEqual([]);
    expect(room.told("U2").at(-1)).toContain(HEARD);
  });
});

describe("the message of a relay", () => {
  it("says which turn it is, how many have answered and how the customer feels", async () => {
    await launched("U2", "U3");
    await room.pass(60_000);
    expect(living().text).toContain("It is turn 1. Nobody has answered yet.");
    await answers("U2", HEARD);
    await room.pass(60_000);
    await answers("U3", "Nothing to say.");
    await room.pass(60_000);
    expect(living().text).toContain("It is turn 3. 2 colleagues have answered so far.");
    expect(living().text).toContain("What Robin Ashdown feels now: “Nobody there cares whether I eat.”");
  });

  it("warns of a heavy customer wherever one meets them", async () => {
    await room.close();
    const heavy = likeColdSoup({ "heavy: false": "heavy: true\n  after: Drink some water." });
    room = await openTeamRoom({ flows: [heavy] });
    await launched("U2");
    await room.pass(60_000);
    expect(living().text).toContain("Robin is short with you.");
    expect(shownIn(await opens("U2"))).toContain("Robin is short with you.");
  });
});

describe("the end of a relay", () => {
  const debriefOf = () => room.posted().at(-1) as Message;

  it("comes with the end of the talk: a debrief of the lines, in which nobody is named", async () => {
    await launched("U2", "U3");
    await answers("U2", HEARD);
    await answers("U3", FED);
    expect(living().text).toContain("It is over.");
    expect(room.posted()).toHaveLength(2);
    const { text } = debriefOf();
    expect(text).toContain("2 messages, by 2 of you. Robin Ashdown was content after message 2.");
    expect(text).toContain(`Validation: clear. “${HEARD.slice(0, 10)}`);
    expect(text).toContain("One thing to keep: “");
    expect(text).toContain("/practice huddle");
    expect(text).not.toMatch(/Ada|U2|U3/);
    expect(buttons()).toEqual([]);
    await room.pass(10 * DAY);
    expect(room.posted()).toHaveLength(2);
  });

  it("comes with the end of its time as well, and a line that was being written comes back", async () => {
    await launched("U2", "U3");
    await answers("U2", HEARD);
    const page = await opens("U3");
    const button = structuredClone(newest());
    await room.pass(2 * DAY);
    expect(debriefOf().text).toContain("The time was up before the talk was.");
    expect(buttons()).toEqual([]);
    await sends("U3", page, "Too late?");
    expect(room.told("U3").at(-1)).toContain("Too late?");
    expect(shownIn(await opens("U3", button))).toContain("This talk is over");
    expect(room.posted()).toHaveLength(2);
  });

  it("without an answer it says so, without blame", async () => {
    await launched();
    await room.pass(2 * DAY);
    expect(debriefOf().text).toContain("Nobody answered Robin Ashdown this time.");
  });

  it("that a lead calls off leaves nothing to press and no debrief", async () => {
    await launched("U2");
    const posted = room.told("U1").findIndex((text) => text.includes("is posted in"));
    const card = room.slack.dm("U1").filter(({ bot }) => bot)[posted] as Message;
    await room.presses(card, "challenge:call-off");
    expect(room.posted()).toHaveLength(1);
    expect(buttons()).toEqual([]);
  });

  it("by harsh words quotes nobody's, and says what may go further", async () => {
    await launched("U2");
    await answers("U2", GONE);
    expect(debriefOf().text).toContain("Robin Ashdown ended the talk after message 1. Robin left hungry.");
    expect(debriefOf().text).toContain("One thing to try: ");
    expect(JSON.stringify(debriefOf())).not.toContain("Calm down,");
  });

  it("counts in nobody's practices", async () => {
    await launched("U2");
    await answers("U2", FED);
    const own = await room.store.together("T0001", (desk) => desk.practicesOf("T0001", "U2"));
    expect(own).toEqual([]);
  });
});

describe("a relay whose customer was taken away", () => {
  it("goes on as it began when the flow is gone", async () => {
    let flows = [likeColdSoup({})];
    await room.close();
    room = await openTeamRoom({ flows: () => flows });
    await launched("U2", "U3");
    await answers("U2", HEARD);
    flows = [];
    await answers("U3", FED);
    expect(newest().text).toBe("Thanks. That'll do.");
  });

  it("tells the lead when nobody could come", async () => {
    let flows = [likeColdSoup({})];
    await room.close();
    room = await openTeamRoom({ flows: () => flows });
    const tomorrow = new Date(room.slack.clock.now() + DAY).toISOString().slice(0, 10);
    const end = new Date(room.slack.clock.now() + 2 * DAY).toISOString().slice(0, 10);
    await room.launches("relay", { ...COMES, "start-day": tomorrow, "end-day": end });
    flows = [];
    await room.pass(DAY + 60_000);
    expect(room.told("U1").at(-1)).toContain("its customer is no longer available");
    expect(shownIn(await opens("U2", living()))).toContain("The customer could not come.");
  });
});
