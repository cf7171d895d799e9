import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FED } from "./practice-room.ts";
import { BOTH, buttonsOf, openPublishingRoom, type PublishingRoom, soup, TEA } from "./publishing-room.ts";

let room: PublishingRoom;
beforeEach(async () => {
  room = await openPublishingRoom();
});
afterEach(() => room.close());

const START = { name: "tea.yml", content: TEA };

describe("a trainer drops a flow into the direct message", () => {
  it("it is checked, its map is shown, and what can be done next", async () => {
    const told = await room.drops(START);
    expect(told.text).toContain("*tea.yml* can be played. “Weak tea” with Robin Ashdown.");
    expect(told.text).toContain("Nothing is called `weak-tea` here so far.");
    expect(told.text).toContain("Mood map of “Weak tea”");
    expect(told.blocks?.map(({ type }) => type)).toContain("image");
    expect(buttonsOf(told)).toEqual(["flow:try", "flow:publish", "flow:discard"]);
    expect(await room.offered()).not.toContain("Weak tea");
  });

  it("tried out, it plays with a line about why below each answer, and counts as no practice", async () => {
    // A text that was read before keeps the name of the file that it was read from.
    await room.drops({ name: "tea.yml", content: `${TEA}# Read by nobody before.\n` });
    await room.presses("flow:try");
    expect(room.customerSaid("T1")).toHaveLength(1);
    await room.slack.person("T1").writes("Hello").then(room.quiet);
    await room.pass(2_000);
    expect(room.last("T1").text).toMatch(
      /^Showed: .+ · answered by tea\.yml:\d+ · no meter moved · mood: cross$/,
    );
    await room.slack.person("T1").writes(FED).then(room.quiet);
    await room.pass(2_000);
    expect(room.told("T1").join("\n")).toContain("mood: cross → fed");
    expect(buttonsOf(room.last("T1"))).toContain("flow:publish");
    await room.slack.person("T1").writes("progress").then(room.quiet);
    expect(room.last("T1").text).not.toContain("1 practice");
    expect(await room.offered("T1")).not.toContain("Weak tea");
  });

  it("published with a note, everybody can play it, and there is nothing left to press", async () => {
    await room.drops(START);
    await room.presses("flow:publish");
    expect(room.page()).toContain("It is new here: 1 mood, 2 endings, 0 facts, 0 tests.");
    expect(room.page()).toContain("Every test goes as before.");
    await room.submits({ "flow:note": "A tea for beginners." });
    expect(room.last("T1").text).toContain("“Weak tea” is version 1 of `weak-tea` for everybody here.");
    expect(room.last("T1").text).toContain("Note: A tea for beginners.");
    expect(room.slack.dm("T1").flatMap(buttonsOf)).toEqual([]);
    expect(await room.offered()).toContain("Weak tea");
    await room.slack.person("U1").command("/practice", "weak-tea").then(room.quiet);
    expect(room.customerSaid("U1")).toHaveLength(1);
  });

  it("a flow with the name of one in the folder takes its place, and says so before", async () => {
    const told = await room.drops({ name: "soup.yml", content: soup(["Again.", "Once more."]) });
    expect(told.text).toContain(
      "The folder has a flow called `cold-soup`; published, this one takes its place here.",
    );
    await room.presses("flow:publish");
    expect(room.page()).toContain("What changes since the one in the folder");
    expect(room.page()).toContain("Lines: 1 came in, 1 went out.");
    await room.submits({ "flow:note": "Sounds more like Robin." });
    expect(room.last("T1").text).toContain("takes the place of the one in the folder");
    await room.slack.person("U1").command("/practice", "cold-soup").then(room.quiet);
    expect(room.customerSaid("U1").join()).toContain("Once more.");
  });

  it("versions count up, and a practice under way finishes on the text it began with", async () => {
    await room.publishes(soup(["Again.", "Once more."]));
    await room.slack.person("U1").command("/practice", "cold-soup").then(room.quiet);
    await room.publishes(soup(["Thanks. That'll do.", "Lovely."]));
    expect(room.last("T1").text).toContain("version 2");
    await room.slack.person("U1").writes(FED).then(room.quiet);
    await room.pass(2_000);
    expect(room.customerSaid("U1").join("\n")).toContain("Thanks. That'll do.");
    expect(room.customerSaid("U1").join("\n")).not.toContain("Lovely.");
  });

  it("the same text cannot be published twice, and is not offered to be", async () => {
    const early = await room.drops(START);
    await room.publishes(TEA);
    const told = await room.drops(START);
    expect(told.text).toContain(
      "It is version 1 of `weak-tea`, word for word, so there is nothing to publish.",
    );
    expect(buttonsOf(told)).toEqual(["flow:try", "flow:discard"]);
    // Somebody may still have a button from before.
    room.slack.clock.advance(6_000);
    await room.slack.person("T1").clicks(early, "flow:publish").then(room.quiet);
    expect(room.page()).toContain("there is nothing to publish");
  });

  it("the same text tried out is not offered to be published either", async () => {
    await room.publishes(TEA);
    await room.drops(START);
    await room.presses("flow:try");
    await room.slack.person("T1").writes("stop").then(room.quiet);
    await room.pass(2_000);
    expect(room.told("T1").join("\n")).toContain("Your debrief");
    expect(room.slack.dm("T1").flatMap(buttonsOf)).not.toContain("flow:publish");
  });

  it("discarded, nothing of it can be pressed, and an old button says so", async () => {
    const told = await room.drops(START);
    await room.presses("flow:discard");
    expect(room.last("T1").text).toContain("Discarded");
    for (const action of ["flow:try", "flow:discard"]) {
      room.slack.clock.advance(6_000);
      await room.slack.person("T1").clicks(told, action).then(room.quiet);
      expect(room.last("T1").text).toContain("no longer kept");
    }
    await room.slack.person("T1").clicks(told, "flow:publish").then(room.quiet);
    expect(room.page()).toContain("no longer kept");
  });

  it("two taps publish, try and discard once", async () => {
    const told = await room.drops(START);
    const tap = () => room.slack.person("T1").clicks(told, "flow:try");
    await Promise.all([tap(), tap()]).then(room.quiet);
    expect(room.customerSaid("T1")).toHaveLength(1);
    await room.slack.person("T1").writes("stop").then(room.quiet);
    await room.slack.person("T1").clicks(told, "flow:publish").then(room.quiet);
    const view = room.slack.openView("T1");
    if (!view) throw new Error("No dialogue is open.");
    const send = () => room.slack.person("T1").submits(view, { "flow:note": "Once." });
    await Promise.all([send(), send()]).then(room.quiet);
    expect(room.told("T1").filter((text) => text.includes("is version 1"))).toHaveLength(2);
    expect(room.told("T1").join()).not.toContain("version 2");
  });

  it("a note is needed, also where a client lets it pass that there is none", async () => {
    await room.drops(START);
    await room.presses("flow:publish");
    await room.submits({ "flow:note": " " });
    expect(room.slack.openView("T1")?.errors).toEqual({ note: "Say in a few words what changed." });
  });

  it("what somebody else published meanwhile is noticed before it is overwritten", async () => {
    await room.drops({ name: "soup.yml", content: soup(["Again.", "Once more."]) });
    await room.presses("flow:publish");
    await room.publishes(soup(["Again.", "As always."]), "Mine.", "T2");
    await room.submits({ "flow:note": "Mine as well." });
    expect(JSON.stringify(room.slack.openView("T1")?.errors)).toContain("published meanwhile");
    await room.presses("flow:publish");
    expect(room.page()).toContain("What changes since version 1");
  });

  it("in the middle of a practice nothing is tried out, and it says what to do", async () => {
    await room.begin("T1");
    await room.drops(START);
    await room.presses("flow:try");
    expect(room.last("T1").text).toContain("Type stop first, then press Try it again.");
  });

  it("dropped in a thread it is taken as well", async () => {
    const [first] = room.slack.dm("T1");
    await room.slack.person("T1").writes("Hello").then(room.quiet);
    const thread_ts = first?.ts ?? room.slack.dm("T1")[0]?.ts ?? "";
    await room.slack
      .person("T1")
      .writes("", { thread_ts, files: [START] })
      .then(room.quiet);
    expect(room.last("T1").text).toContain("*tea.yml* can be played.");
  });
});

describe("whoever is no trainer", () => {
  it("is told whom to ask when they drop a flow, and nothing is kept", async () => {
    const told = await room.drops(START, "U1");
    expect(told.text).toContain("Flows are published here by trainers.");
    expect(room.slack.calls.map(({ method }) => method)).not.toContain("files.info");
  });

  it("cannot press what a trainer was shown, however they came by it", async () => {
    const told = await room.drops(START);
    room.slack.unsent("U1").opensHome();
    for (const [n, action] of ["flow:try", "flow:discard", "flow:publish"].entries()) {
      await room.slack.person("U1").clicks(told, action).then(room.quiet);
      expect(room.last("U1").text).toContain("published here by trainers");
      expect(room.told("U1")).toHaveLength(n + 1);
    }
    expect(room.slack.openView("U1")).toBeUndefined();
  });

  it("in the middle of a practice is told what a file is worth there", async () => {
    await room.begin("U1");
    const told = await room.drops(START, "U1");
    expect(told.text).toContain("can't see pictures or files here");
  });
});

it("with no trainers named, a file is a file like any other", async () => {
  await room.close();
  room = await openPublishingRoom({ ...BOTH, ids: [] });
  const told = await room.drops(START);
  expect(told.text).toContain("No practice is running");
});
