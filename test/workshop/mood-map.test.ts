import { describe, expect, it } from "vitest";
import { waysOf } from "../../src/flow/ways.ts";
import { moodMap } from "../../src/workshop/mood-map.ts";
import { tellMap } from "../../src/workshop/tell-map.ts";
import { flowFrom } from "../flow/play-with.ts";
import { projectFlow, projectFlows } from "../flows-of-the-project.ts";
import { flowOfMoods } from "./made-up.ts";

const rich = flowFrom("rich.yml");
const pathsOf = (flow: typeof rich) =>
  moodMap(flow).paths.map(({ from, to, under }) => `${from ?? "any"} > ${to}: ${under.join("; ")}`);

describe("the ways of a machine", () => {
  it("are the rules in the order in which they are tried, and the limits", () => {
    const { begins, moods, limits, endings } = waysOf(flowFrom("minimal.yml"));
    expect(begins).toBe("cross");
    expect(moods.cross?.slice(0, 2).map(({ rule, to }) => [rule.when, to])).toEqual([
      [["dismiss"], "left"],
      [["solution"], "calm"],
    ]);
    expect(limits.map(({ to }) => to)).toEqual(["left"]);
    expect(endings).toEqual(["calm", "left"]);
  });
});

describe("the map of moods", () => {
  it("tells what leads where, and leaves out what changes no mood", () => {
    expect(pathsOf(rich)).toEqual([
      "cross > calm: solution, after validation; specific validation, trust at least 100",
      "cross > left: sarcasm",
      "calm > solved: solution",
      "any > left: anger at least 100; from message 8 on",
    ]);
  });

  it("tells of rules that lead the same way only what none of the others says", () => {
    const [first] = moodMap(projectFlow("late-delivery")).paths;
    expect(first).toMatchObject({ from: "furious", to: "storming", under: ["escalating"], lean: "worse" });
  });

  it("says where a rule is for what an earlier one leaves", () => {
    expect(pathsOf(projectFlow("late-delivery"))).toContain(
      "weighing > arranged: concrete de-escalation or solution, otherwise; timeframe without validation or question, otherwise",
    );
  });

  it("says by the flow's own meters whether a message makes the customer feel better", () => {
    const leans = moodMap(projectFlow("eclipse-class")).paths.map(
      ({ from, to, lean }) => `${from} ${to} ${lean}`,
    );
    expect(leans).toEqual(
      expect.arrayContaining([
        "letting-go considering better",
        "buoyed bargaining worse",
        "asking bargaining either",
        "undefined complaint limit",
      ]),
    );
  });

  it("draws a rule for anywhere once, and not where a mood has its own answer", () => {
    const shared = { ...rich, anywhere: rich.anywhere.map((rule) => ({ ...rule, go: "left" })) };
    expect(pathsOf(shared)).toEqual(
      expect.arrayContaining([
        "any > left: asked again or repeated apology; nothing, at least 2 times in a row",
      ]),
    );
    expect(pathsOf(shared)).toEqual(expect.arrayContaining(["cross > left: sarcasm or handover"]));
    expect(pathsOf(shared).filter((path) => path.startsWith("calm"))).toEqual(["calm > solved: solution"]);
  });

  it.each(projectFlows.map((flow) => [flow.id, flow] as const))(
    "of %s has every mood and ending",
    (_, flow) => {
      const { moods, endings, paths } = moodMap(flow);
      expect(moods.map(({ id }) => id)).toEqual(Object.keys(flow.moods));
      expect(endings.map(({ id }) => id).sort()).toEqual(Object.keys(flow.endings).sort());
      expect(endings.every(({ id }) => paths.some(({ to }) => to === id))).toBe(true);
      expect(paths.every(({ under }) => under.every((words) => words !== ""))).toBe(true);
    },
  );
});

describe("the map in words", () => {
  it("tells where a talk begins, what leads where, and the endings", () => {
    expect(tellMap(moodMap(flowFrom("minimal.yml")), "cross")).toBe(
      "Mood map of “A late parcel” with Kim. A talk begins in the mood “cross”. Now it is at “cross”. From cross to left by dismiss; to calm by solution, trust at least 10. From any mood to left by from message 9 on. Endings: calm (good), left (bad).",
    );
  });

  it("stays within what Slack takes, and then tells the ways before the conditions", () => {
    const names = Array.from({ length: 30 }, (_, at) => `a-mood-with-a-long-name-${at}`);
    const told = tellMap(moodMap(flowOfMoods(names)));
    expect(told.length).toBeLessThanOrEqual(2_000);
    expect(told).toContain("Endings: calm (good), left (bad). From a mood with a long name 0 to left; to");
  });
});
