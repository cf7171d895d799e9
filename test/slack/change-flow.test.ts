import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COLD_SOUP, FED, likeColdSoup } from "./practice-room.ts";
import { BOTH, buttonsOf, openPublishingRoom, type PublishingRoom, soup, TEA } from "./publishing-room.ts";

let room: PublishingRoom;
let folder = [COLD_SOUP];
beforeEach(async () => {
  folder = [COLD_SOUP];
  room = await openPublishingRoom(BOTH, () => folder);
});
afterEach(() => room.close());

const ONCE_MORE = soup(["Again.", "Once more."]);
const AS_ALWAYS = soup(["Again.", "As always."]);
const lists = async (person = "T1") => {
  await room.slack.person(person).command("/practice", "flows").then(room.quiet);
  return room.last(person).text;
};
const opening = async () => {
  await room.slack.person("U1").command("/practice", "cold-soup").then(room.quiet);
  return room.customerSaid("U1").at(-1);
};

describe("the trainers' list of flows", () => {
  it("says of each flow where it comes from, by whom and when it was published, and why", async () => {
    await room.publishes(TEA, "A tea for beginners.");
    const told = await lists();
    expect(told).toContain(
      "“Weak tea” (`weak-tea`): version 1, published by <@T1> on 5 Jan 2026. A tea for beginners.",
    );
    expect(told).toContain("*From the folder:*\n“Cold soup &amp; no &lt;spoon&gt;” (`cold-soup`)");
    expect(buttonsOf(room.last("T1"))).toEqual(["flow:retire"]);
  });

  it("says that a published flow takes the place of one in the folder", async () => {
    await room.publishes(ONCE_MORE);
    expect(await lists()).toContain("It takes the place of the one in the folder.");
    expect(buttonsOf(room.last("T1"))).toEqual(["flow:compare", "flow:retire"]);
  });

  it("comes when a trainer writes flows, and with a part of a name shows those", async () => {
    await room.publishes(TEA);
    await room.slack.person("T1").writes("Flows tea").then(room.quiet);
    expect(room.last("T1").text).toContain("weak-tea");
    expect(room.last("T1").text).not.toContain("cold-soup");
  });

  it("is for trainers; others are told whom to ask, and their lists say nothing of where a flow is from", async () => {
    await room.publishes(TEA);
    await room.slack.person("U1").command("/practice", "flows", "C1").then(room.quiet);
    expect(room.slack.channel("C1", "U1").at(-1)?.text).toContain("published here by trainers");
    const offered = await room.offered();
    for (const word of ["version", "folder", "T1"]) expect(offered).not.toContain(word);
  });

  it("and how to bring a flow are named in a trainer's help, and in nobody else's", async () => {
    for (const [person, isTold] of [
      ["T1", true],
      ["U1", false],
    ] as const) {
      await room.slack.person(person).writes("help").then(room.quiet);
      expect(room.last(person).text.includes("drop a .yml file")).toBe(isTold);
    }
  });

  it("holds a library of any size", async () => {
    folder = Array.from({ length: 150 }, (_, n) => ({
      ...COLD_SOUP,
      id: `soup-${n}`,
      title: `Soup ${n} ${"x".repeat(90)}`,
    }));
    for (let n = 0; n < 23; n++)
      await room.store.together("T0001", async ({ versions }) => {
        const draft = { team: "T0001", id: `v${n}`, by: "T1", channel: "DT1", madeAt: 1 };
        await versions.addDraft(draft, likeColdSoup({ "flow: cold-soup": `flow: tea-${n}` }));
        await versions.publish(draft, { note: "y".repeat(300), at: 1 });
      });
    const told = await lists();
    expect(told).toContain("And 3 more. Type /practice flows and a part of a name to see those.");
    expect(told).toContain("`soup-149`");
  });
});

describe("a published flow", () => {
  it("is compared with the text before it, line by line", async () => {
    await room.publishes(ONCE_MORE);
    await lists();
    await room.presses("flow:compare");
    expect(room.page()).toContain("version 1 beside the one in the folder");
    await room.publishes(AS_ALWAYS, "Colder.");
    await lists();
    await room.presses("flow:compare");
    expect(room.page()).toContain("version 2 beside version 1");
    expect(room.page()).toMatch(/- +\d+ .*Once more\./);
    expect(room.page()).toMatch(/\+ +\d+ .*As always\./);
  });

  it("rolled back, its older text is a new version with a note, and a practice under way stays on its own", async () => {
    await room.publishes(ONCE_MORE, "First.");
    await room.publishes(soup(["Again.", "As always."], ["Thanks. That'll do.", "Lovely."]), "Second.");
    expect(await opening()).toContain("As always.");
    await lists();
    await room.presses("flow:roll-back");
    expect(room.page()).toContain("Version 1: First.");
    await room.submits({});
    expect(room.page()).toContain("What changes since version 2");
    await room.submits({ "flow:note": "The first was better." });
    expect(room.last("T1").text).toContain("is version 3 of `cold-soup`");
    expect(await lists()).toContain("The first was better.");
    await room.slack.person("U1").writes(FED).then(room.quiet);
    await room.pass(2_000);
    expect(room.customerSaid("U1").join()).toContain("Lovely.");
    expect(await opening()).toContain("Once more.");
  });

  it("retired, it is no longer offered, a practice under way goes on, and it can be brought back", async () => {
    await room.publishes(TEA);
    await room.slack.person("U1").command("/practice", "weak-tea").then(room.quiet);
    await lists();
    await room.presses("flow:retire");
    expect(room.last("T1").text).toContain(
      "Retired: “Weak tea” is no longer offered. Practices under way go on",
    );
    expect(await room.offered("T2")).not.toContain("Weak tea");
    await room.slack.person("U1").writes(FED).then(room.quiet);
    await room.pass(2_000);
    expect(room.customerSaid("U1").join()).toContain("Thanks. That'll do.");
    expect(await lists()).toContain("retired, version 1 was the last");
    await room.presses("flow:roll-back");
    await room.submits({});
    await room.submits({ "flow:note": "Asked for again." });
    expect(room.last("T1").text).toContain("is version 2 of `weak-tea`");
    expect(await room.offered("T2")).toContain("Weak tea");
  });

  it("retired, leaves the folder's flow of its name to be played again, and says so", async () => {
    await room.publishes(ONCE_MORE);
    await lists();
    await room.presses("flow:retire");
    expect(room.last("T1").text).toContain("The one in the folder is played again.");
    expect(await opening()).toContain("Again.");
  });

  it("that an old button no longer fits is told", async () => {
    await room.publishes(ONCE_MORE);
    await lists();
    const old = room.last("T1");
    await room.publishes(AS_ALWAYS);
    await room.slack.person("T1").clicks(old, "flow:retire").then(room.quiet);
    expect(room.last("T1").text).toContain("changed meanwhile");
    await room.slack.person("U1").clicks(old, "flow:retire").then(room.quiet);
    expect(room.last("U1").text).toContain("published here by trainers");
    await room.slack.person("U1").clicks(old, "flow:compare").then(room.quiet);
    expect(room.told("U1")[1]).toContain("published here by trainers");
    expect(room.slack.openView("U1")).toBeUndefined();
  });
});

it("a flow of the folder that goes while it is played is no longer offered, and the practice goes on", async () => {
  await opening();
  folder = [];
  await room.slack.person("U1").writes(FED).then(room.quiet);
  await room.pass(2_000);
  expect(room.customerSaid("U1").join()).toContain("Thanks. That'll do.");
  await room.slack.person("T2").command("/practice", "cold-soup");
  expect(room.slack.channel("DT2", "T2").at(-1)?.text).toContain("no customer called “cold-soup”");
});
