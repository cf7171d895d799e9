import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LearningPath } from "../../src/flow/path.ts";
import { viewProblems } from "../slack-double/view-limits.ts";
import type { Message } from "../slack-double/workspace.ts";
import { COLD_SOUP, FED, GONE, likeColdSoup, openPracticeRoom, type PracticeRoom } from "./practice-room.ts";
import { shownIn } from "./shown-in.ts";

const like = (id: string, title: string) =>
  likeColdSoup({ "flow: cold-soup": `flow: ${id}`, "Cold soup & no <spoon>": title });
const WARM_TEA = like("warm-tea", "Warm tea");
const STALE_CAKE = like("stale-cake", "Stale cake");
const pathOf = (id: string, title: string, ...flows: string[]): LearningPath => ({
  ...{ id, file: `${id}.yml`, language: "en", title, about: `About ${title} & <more>.` },
  steps: flows.map((flow, index) => ({ flow, goal: `Goal ${index + 1} <&>.`, day: index + 1 })),
});

let room: PracticeRoom;
// Both can be changed while the app runs, as a trainer changes files.
let flows = [COLD_SOUP, WARM_TEA, STALE_CAKE];
let paths: LearningPath[] = [];
beforeEach(async () => {
  flows = [COLD_SOUP, WARM_TEA, STALE_CAKE];
  paths = [
    pathOf("week", "Your week", "cold-soup", "warm-tea"),
    pathOf("care", "Limits & care", "stale-cake"),
  ];
  room = await openPracticeRoom({ flows, paths });
});
afterEach(() => room.close());

const ada = () => room.slack.person("U1");
const home = (person = "U1") => shownIn(room.slack.home(person));
const said = () => room.told().join("\n");
const shown = () => shownIn(room.last());
const list = async () => {
  await ada().writes("paths").then(room.quiet);
  return room.last();
};
const join = async (id = "week") =>
  ada()
    .clicks(await list(), `path:join:${id}`)
    .then(room.quiet);
const practise = async (flow: string, line = FED) => {
  await ada().command("/practice", flow).then(room.quiet);
  await ada().writes(line);
  await room.pass(2_000);
  await room.pass(10_000);
};
const onward = (): Message =>
  room.slack
    .dm("U1")
    .filter(({ text }) => /^(?:Your path: Step|Step \d|You have come)/.test(text))
    .at(-1) ?? expect.unreachable();

describe("the paths there are", () => {
  it.each([
    ["the word", () => ada().writes("Paths?")],
    ["the command, where only they see it", () => ada().command("/practice", "paths", "C1")],
  ])("are listed by %s", async (_way, wish) => {
    await wish();
    await room.quiet();
    expect(room.last().text).toContain("Your week (2 customers): About Your week &amp; &lt;more&gt;.");
    expect(shown()).toContain('"path:join:week"');
    expect(room.slack.channel("C1", "U2")).toEqual([]);
  });

  it("are not hidden where there are none", async () => {
    paths.splice(0);
    expect((await list()).text).toContain("There are no paths here yet.");
  });

  it("can be joined in Home, which then shows the place and what comes next", async () => {
    await ada().opensHome().then(room.quiet);
    expect(home()).toContain('"path:join:care"');
    await ada()
      .clicks(room.slack.home("U1") as never, "path:join:week")
      .then(room.quiet);
    await room.quiet();
    expect(home()).toContain("Your path: Your week");
    expect(home()).toContain("Suggested next: Cold soup");
    expect(home()).toContain("Step 1 of 2 on “Your week”, meant for day 1. Goal: Goal 1 &lt;&amp;&gt;.");
    expect(home()).not.toContain('"path:join:care"');
  });
});

describe("on a path", () => {
  it("somebody sees their place, and starts the next step from there", async () => {
    await join();
    expect(room.last().text).toContain("1. Cold soup &amp; no &lt;spoon&gt;: next.");
    expect(room.last().text).toContain("2. Warm tea.");
    expect(room.last().text).toContain("Step 1 of 2 on “Your week”, meant for day 1.");
    await ada().clicks(room.last(), "start:cold-soup").then(room.quiet);
    expect((await room.practice())?.session.flow.id).toBe("cold-soup");
  });

  it("the next step follows a debrief, whichever the ending", async () => {
    await join();
    await practise("cold-soup", GONE);
    expect(onward().text).toContain("Your path: Step 1 is done. Robin Ashdown ended the talk.");
    expect(onward().text).toContain("Step 2 of 2 on “Your week”, meant for day 2. Warm tea.");
    expect(onward().text).toContain("Goal: Goal 2 &lt;&amp;&gt;.");
    await ada().clicks(onward(), "start:warm-tea").then(room.quiet);
    expect((await room.practice())?.session.flow.id).toBe("warm-tea");
  });

  it("a practice beside the path moves nothing, and the next step is still known", async () => {
    await join();
    await practise("stale-cake");
    expect(onward().text).toMatch(/^Step 1 of 2/);
  });

  it("a practice that was stopped is no step, and nobody is urged on after it", async () => {
    await join();
    await ada().command("/practice", "cold-soup").then(room.quiet);
    await ada().writes("stop").then(room.quiet);
    await room.quiet();
    expect(said()).not.toContain("is done");
    expect((await list()).text).toContain("Step 1 of 2");
  });

  it("progress and reminders suggest the next step before anything else", async () => {
    await join();
    await practise("cold-soup");
    await ada().writes("progress").then(room.quiet);
    expect(room.last().text).toContain("Suggested next: Warm tea.");
    expect(room.last().text).toContain("Step 2 of 2 on “Your week”");
  });

  it("the end is told warmly and once, with how each step went", async () => {
    await join();
    await practise("cold-soup", GONE);
    await practise("warm-tea");
    expect(onward().text).toContain("You have come to the end of “Your week”. Two difficult customers");
    expect(onward().text).toContain("2. Warm tea: done. Robin Ashdown went away content.");
    await practise("warm-tea");
    expect(said().split("You have come to the end")).toHaveLength(2);
    expect(JSON.stringify((await list()).blocks)).toContain("Walk it again");
  });

  it("a path can be left, and gone on with where one was", async () => {
    await join();
    await practise("cold-soup");
    await ada().clicks(onward(), "path:leave").then(room.quiet);
    expect(room.last().text).toContain("Your place is kept");
    await practise("stale-cake");
    expect(room.last().text).not.toContain("Step 2 of 2");
    expect(JSON.stringify((await list()).blocks)).toContain("Go on with it");
    await join();
    expect(room.last().text).toContain("Step 2 of 2");
  });

  it("joining another lets the first one wait", async () => {
    await join();
    await join("care");
    expect(room.last().text).toContain("“Your week” waits for you, with your place.");
    expect(room.last().text).toContain("Step 1 of 1 on “Limits &amp; care”");
  });

  it("a second tap does nothing more, and a later one is answered", async () => {
    const paths = await list();
    await Promise.all([ada().clicks(paths, "path:join:week"), ada().clicks(paths, "path:join:week")]);
    await room.quiet();
    expect(said().split("Your path: Your week")).toHaveLength(2);
    await room.pass(6_000);
    await ada().clicks(paths, "path:join:week").then(room.quiet);
    expect(room.last().text).toContain("You are on this path already.");
  });

  it("nobody else sees it", async () => {
    await join();
    await practise("cold-soup");
    await room.slack.person("U2").writes("paths").then(room.quiet);
    await room.slack.person("U2").opensHome().then(room.quiet);
    expect(room.told("U2").join() + home("U2")).not.toMatch(/Step \d|Your path/);
    expect(room.slack.channel("C1", "U2")).toEqual([]);
  });
});

describe("a path that changes under somebody's feet", () => {
  it("and is no longer offered is told kindly, and comes back with its place", async () => {
    const away = [...paths];
    await join();
    await practise("cold-soup");
    const button = onward();
    paths.splice(0);
    expect((await list()).text).toContain("The path “Your week” is not offered at the moment.");
    await ada().opensHome().then(room.quiet);
    expect(home()).toContain("is not offered at the moment");
    await practise("stale-cake");
    expect(room.last().text).not.toContain("Step");
    paths.push(...away);
    expect((await list()).text).toContain("Step 2 of 2");
    paths.splice(0);
    await ada().clicks(button, "path:leave").then(room.quiet);
    expect(room.last().text).toContain("You have left “Your week”.");
    await ada().clicks(button, "path:leave").then(room.quiet);
    await room.pass(6_000);
    await ada().clicks(button, "path:leave").then(room.quiet);
    expect(room.last().text).toContain("You are not on that path any more.");
  });

  it("and was taken away cannot be joined by an old button", async () => {
    const old = await list();
    paths.splice(0);
    await ada().clicks(old, "path:join:week").then(room.quiet);
    expect(room.last().text).toContain("That path is no longer offered.");
  });

  it("with a step more, keeps what is done and asks for that", async () => {
    await join();
    await practise("cold-soup");
    paths[0] = pathOf("week", "Your week", "stale-cake", "cold-soup", "warm-tea");
    expect((await list()).text).toContain("2. Cold soup &amp; no &lt;spoon&gt;: done.");
    expect(room.last().text).toContain("Step 1 of 3");
  });

  it("with a customer who is away, passes over them, and says so when nobody is left", async () => {
    await join();
    flows.splice(0, 2);
    expect((await list()).text).toContain("1. cold-soup: not available just now.");
    expect(room.last().text).toContain("can't be practised just now");
    await practise("stale-cake");
    expect(room.last().text).toContain("Your place is kept");
  });
});

it("Home holds a long library with a path above it", async () => {
  flows.push(...Array.from({ length: 120 }, (_, n) => ({ ...COLD_SOUP, id: `soup-${n}` })));
  paths.push(...Array.from({ length: 60 }, (_, n) => pathOf(`path-${n}`, `Path ${n}`, "cold-soup")));
  await ada().opensHome().then(room.quiet);
  const { type, blocks } = room.slack.home("U1") as never;
  expect(viewProblems({ type, blocks }, "home")).toEqual([]);
  await join("path-7");
  await ada().opensHome().then(room.quiet);
  const after = room.slack.home("U1") as never as { type: string; blocks: never };
  expect(viewProblems({ type: after.type, blocks: after.blocks }, "home")).toEqual([]);
});
