import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../slack-double/workspace.ts";
import { HEARD, openTeamRoom, type TeamRoom } from "./challenge/team-room.ts";
import { FED } from "./practice-room.ts";
import { shownIn } from "./shown-in.ts";

const ASKED = "What exactly was wrong with it?";

let room: TeamRoom;
beforeEach(async () => {
  room = await openTeamRoom();
  await finishRelay(HEARD, ASKED, FED);
});
afterEach(() => room.close());

const heads = () => room.posted().filter(({ text }) => text.includes(" replays "));
const inHuddle = () => room.threaded().filter(({ thread_ts }) => thread_ts === heads().at(-1)?.ts);
const turns = () => inHuddle().filter((one) => one.text.startsWith("Turn ") && !one.for);
const whispers = (person: string) =>
  room.channel().filter((one) => one.for === person && !one.text.startsWith("You take part"));
const newest = () => turns().at(-1) as Message;

async function finishRelay(...lines: string[]): Promise<void> {
  const living = await room.launches("relay", { flows: "cold-soup" });
  for (const person of ["U2", "U3"]) await room.joins(person, living);
  for (const [index, line] of lines.entries()) {
    const person = index % 2 === 0 ? "U2" : "U3";
    await room.presses(living, "relay:answer", person);
    await room.slack.person(person).submits(room.page(person), { "relay:text": line }).then(room.quiet);
  }
}

async function begins(person = "U1"): Promise<void> {
  await room.asks("huddle", person);
  await room.slack.person(person).submits(room.page(person)).then(room.quiet);
}

const votes = (person: string, line: number, seen = newest()) =>
  room.presses(seen, `huddle:vote-${line}`, person);
const lineIn = (text: string, wanted: string) =>
  ["A", "B", "C"].findIndex((letter) => text.includes(`${letter}  ${wanted}`));

describe("a talk that a team replays in a meeting", () => {
  it("begins with the customer's first line and three lines to vote for, which do not say what was said", async () => {
    await begins();
    expect(heads()[0]?.text).toContain(
      "<@U1> replays a relay of this channel: “Cold soup &amp; no &lt;spoon&gt;”.",
    );
    expect(turns()).toHaveLength(1);
    expect(newest().text).toContain("Turn 1 of 3. What would you say next?");
    expect(newest().text).toContain("My soup is cold &amp; there is no &lt;spoon&gt;.");
    expect(newest().text).toContain(HEARD);
    expect(newest().text.match(/^[ABC] {2}\S/gm)).toHaveLength(3);
    expect(shownIn(newest())).not.toContain("This was said");
  });

  it("everybody has one vote that can be changed, and only counts are shown", async () => {
    await begins();
    const said = lineIn(newest().text, HEARD);
    const other = (said + 1) % 3;
    await votes("U2", other);
    await votes("U2", said);
    await votes("U3", said);
    await votes("U1", other);
    expect(whispers("U2").map(({ text }) => text.slice(0, 14))).toEqual([
      `Your vote is ${"ABC"[other]}`,
      `Your vote is ${"ABC"[said]}`,
    ]);
    expect(newest().text).not.toMatch(/\d votes?/);
    await room.presses(newest(), "huddle:show");
    expect(newest().text).toContain(`${HEARD}\nThis was said. 2 votes.`);
    expect(newest().text).toMatch(/\n1 vote\.\n/);
    expect(newest().text).toContain("No votes.");
    expect(newest().text).toContain("Robin Ashdown answered: ");
    expect(newest().text).not.toMatch(/U2|U3/);
  });

  it("only the host goes on, and two presses go on once", async () => {
    await begins();
    const before = structuredClone(newest());
    await room.presses(before, "huddle:show", "U2");
    expect(whispers("U2").at(-1)?.text).toContain("<@U1> leads this one");
    await Promise.all([room.presses(before, "huddle:show"), room.presses(before, "huddle:show")]);
    const first = structuredClone(newest());
    await Promise.all([room.presses(first, "huddle:next"), room.presses(first, "huddle:next")]);
    expect(turns().map(({ text }) => text.slice(0, 11))).toEqual(["Turn 1 of 3", "Turn 2 of 3"]);
    expect(shownIn(turns()[0])).not.toContain("actions");
    await votes("U2", 0, before);
    expect(whispers("U2").at(-1)?.text).toContain("That turn was shown already.");
  });

  it("ends with a short look back, and then nothing is left to press", async () => {
    await begins();
    const first = structuredClone(newest());
    for (const line of [HEARD, ASKED, FED]) {
      await votes("U2", lineIn(newest().text, line.slice(0, 20)));
      await room.presses(newest(), "huddle:show");
      await room.presses(newest(), line === FED ? "huddle:end" : "huddle:next");
    }
    const back = inHuddle().at(-1)?.text ?? "";
    expect(back).toContain("You went through 3 turns.");
    expect(back).toContain("had the most votes, alone or with another, each time.");
    expect(back).toContain("which line from here will you say this week?");
    expect(heads()[0]?.text).toContain("It is over.");
    expect(inHuddle().some((one) => shownIn(one).includes("huddle:"))).toBe(false);
    await room.presses(first, "huddle:vote-0", "U2");
    expect(whispers("U2").at(-1)?.text).toContain("This replay is over");
  });

  it("can end in the middle, and the channel can begin again", async () => {
    await begins();
    await room.asks("huddle", "U2");
    expect(shownIn(room.page("U2"))).toContain("One at a time");
    await room.presses(newest(), "huddle:end");
    expect(newest().text).toContain("It ended here, before it was shown.");
    expect(inHuddle().at(-1)?.text).toContain("It ended before anything was shown.");
    await begins();
    expect(heads()).toHaveLength(2);
  });

  it("begins once when two people begin at the same time", async () => {
    await room.asks("huddle", "U1");
    await room.asks("huddle", "U2");
    await Promise.all(["U1", "U2"].map((one) => room.slack.person(one).submits(room.page(one))));
    await room.quiet();
    expect(heads()).toHaveLength(1);
    expect(
      [...room.told("U1"), ...room.told("U2")].filter((text) => text.includes("in this channel already")),
    ).toHaveLength(1);
  });

  it("shows the same lines in the same order however often a turn is written", async () => {
    await begins();
    const before = newest().text.match(/^[ABC] {2}.*$/gm);
    await room.presses(newest(), "huddle:show");
    expect(newest().text.match(/^[ABC] {2}.*$/gm)).toEqual(before);
  });

  it("a vote that is delivered twice counts once", async () => {
    await begins();
    const envelope = room.slack.unsent("U2").clicks(newest(), "huddle:vote-0");
    await Promise.all([0, 1, 2].map((retryNum) => room.slack.deliver(envelope, { retryNum })));
    await room.quiet();
    await room.presses(newest(), "huddle:show");
    expect(newest().text.match(/1 vote/g)).toHaveLength(1);
  });
});

describe("who may replay what", () => {
  it("relays are replayed by those who may lead", async () => {
    await room.close();
    room = await openTeamRoom({ leads: { people: ["U1"], groups: [] } });
    await finishRelay(FED);
    await room.asks("huddle", "U2");
    expect(shownIn(room.page("U2"))).toContain("replayed by those who launch challenges");
    await begins("U1");
    expect(heads()).toHaveLength(1);
  });

  it("is checked again when it begins", async () => {
    const leads = { people: ["U1", "U2"], groups: [] };
    await room.close();
    room = await openTeamRoom({ leads });
    await finishRelay(FED);
    await room.asks("huddle", "U2");
    leads.people.pop();
    await room.slack.person("U2").submits(room.page("U2")).then(room.quiet);
    expect(heads()).toEqual([]);
    expect(room.told("U2").at(-1)).toContain("not yours to replay");
  });

  it("a channel replays only what happened in it, and a direct message nothing", async () => {
    await room.close();
    room = await openTeamRoom({ channels: ["C1", "C2"] });
    await finishRelay(FED);
    await room.asks("huddle", "U1", "C2");
    expect(shownIn(room.page("U1"))).toContain("There is nothing here to replay yet.");
    await room.asks("huddle", "U1", "DU1");
    expect(room.slack.dm("U1").at(-1)?.text ?? "").toContain("A talk is replayed in a channel");
  });
});

describe("a channel in which the app can't write", () => {
  it("ends the replay and tells the host what to do", async () => {
    const channel = room.slack.workspace.channels.get("C1");
    await room.asks("huddle");
    if (channel) channel.bot = false;
    room.refusals.push("not_in_channel", "not_in_channel");
    await room.slack.person("U1").submits(room.page()).then(room.quiet);
    expect(room.told("U1").filter((text) => text.includes("I can't write in <#C1>"))).toHaveLength(1);
    if (channel) channel.bot = true;
    await begins();
    expect(heads()).toHaveLength(1);
  });
});
