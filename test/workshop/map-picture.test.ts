import { describe, expect, it } from "vitest";
import type { Flow } from "../../src/flow/flow.ts";
import { canvas } from "../../src/store/draw-picture.ts";
import { type LaidOut, layOut, type PlacedPath } from "../../src/workshop/lay-out-map.ts";
import { mapPicture } from "../../src/workshop/map-picture.ts";
import { moodMap } from "../../src/workshop/mood-map.ts";
import { distance, type Point, pointsOf, REACH } from "../../src/workshop/place-numbers.ts";
import { gap } from "../../src/workshop/tangle.ts";
import { flowFrom } from "../flow/play-with.ts";
import { projectFlows } from "../flows-of-the-project.ts";
import { expectInsideFrame } from "../inside-frame.ts";
import { flowOfMoods } from "./made-up.ts";

const ODD_NAMES = ["end", "note", "n0", "graph", "o", `a-very${"-long".repeat(20)}-name`, "w".repeat(80)];
const THIRTY = Array.from({ length: 30 }, (_, at) => `mood-${at}`);
const flows: [string, Flow][] = [
  ...projectFlows.map((flow): [string, Flow] => [flow.id, flow]),
  ["the smallest flow", flowFrom("minimal.yml")],
  ["a flow with all the language has", flowFrom("rich.yml")],
  ["a flow with odd names", flowOfMoods(ODD_NAMES)],
  ["a flow with thirty moods", flowOfMoods(THIRTY)],
];
const drawn = (flow: Flow, lit?: string) => mapPicture(moodMap(flow), lit);

describe.each(flows)("the picture of %s", (_, flow) => {
  const map = moodMap(flow);
  const laid = layOut(map);

  it("is well-formed, and within its frame", async () => {
    const { svg, alt } = await drawn(flow);
    expect(svg).not.toMatch(/NaN|undefined/);
    expect(alt.length).toBeLessThanOrEqual(2_000);
    await expectInsideFrame(svg);
  });

  it("begins at the top and ends at the bottom, with room between all places", async () => {
    const { places } = await laid;
    const isEnding = (id: string) => map.endings.some((ending) => ending.id === id);
    const heights = (of: (id: string) => boolean) =>
      places.filter(({ place }) => of(place.id)).map(({ y }) => y);
    expect(Math.max(...heights((id) => id === map.begins))).toBeLessThan(
      Math.min(...heights((id) => id !== map.begins)),
    );
    expect(Math.min(...heights(isEnding))).toBeGreaterThan(Math.max(...heights((id) => !isEnding(id))));
    const touching = places.filter((one, at) => places.slice(at + 1).some((other) => gap(one, other) < 15));
    expect(touching.map(({ place }) => place.id)).toEqual([]);
  });

  it("has a number on every path, and none on a place or on another", async () => {
    const { places, paths } = await laid;
    expect(paths).toHaveLength(map.paths.length);
    const hidden = paths.filter(({ number }, at) => {
      const isOnPlace = places.some((place) => gap(place, { ...number, width: 0, height: 0 }) < 0);
      return isOnPlace || paths.slice(at + 1).some((other) => distance(other.number, number) < 34);
    });
    expect(hidden.map(({ path }) => path.number)).toEqual([]);
  });
});

// As with a finger from the tip of an arrow backwards, until something lies on the line.
function openBeforeTip({ curve, tip }: PlacedPath, { places, paths }: LaidOut): number {
  const isHidden = (point: Point) =>
    paths.some(({ number }) => distance(number, point) < REACH) ||
    places.some((place) => gap(place, { ...point, width: 0, height: 0 }) < 0);
  const base = curve.at(-1) ?? tip;
  const arrow = Array.from({ length: 11 }, (_, step) => ({
    x: tip.x + ((base.x - tip.x) * step) / 10,
    y: tip.y + ((base.y - tip.y) * step) / 10,
  }));
  const line = [...arrow, ...pointsOf(curve, 200).reverse()];
  const end = line.findIndex(isHidden);
  const seen = end < 0 ? line : line.slice(0, end);
  return seen.reduce((sum, point, at) => sum + distance(point, seen[at - 1] ?? point), 0);
}

describe.each(flows.filter(([name]) => !/thirty|odd/.test(name)))(
  "the arrows in the picture of %s",
  (_, flow) => {
    it("are all to be seen, their tips and some of their lines", async () => {
      const laid = await layOut(moodMap(flow));
      const covered = laid.paths.filter((path) => openBeforeTip(path, laid) < 30);
      expect(covered.map(({ path }) => path.number)).toEqual([]);
    });
  },
);

describe("the picture of a map", () => {
  const minimal = flowFrom("minimal.yml");

  it("is the same each time", async () => {
    expect((await drawn(minimal)).svg).toBe((await drawn(minimal)).svg);
  });

  it("says the outcome of an ending, and what each number means, in words", async () => {
    const { svg } = await drawn(minimal);
    expect(svg).toContain(">good ending<");
    expect(svg).toContain(">bad ending<");
    expect(svg).toContain(">to left:</tspan> dismiss<");
    expect(svg).toContain(">it begins here<");
  });

  it("tells the kinds of path apart without colour", async () => {
    const { svg } = await drawn(flowFrom("../../flows/late-delivery.yml"));
    const grey = svg.replaceAll(/#[0-9a-f]{6}/g, "#000000");
    const strokes = [...grey.matchAll(/fill="none" (stroke="[^>]*)\/>/g)].map(([, stroke]) => stroke);
    expect(new Set(strokes).size).toBe(3);
    expect(grey).toContain(">the customer feels worse<");
  });

  it("can show where a talk is now", async () => {
    const [plain, lit] = [await drawn(minimal), await drawn(minimal, "cross")];
    expect(lit.svg).not.toBe(plain.svg);
    expect(lit.alt).toContain("Now it is at “cross”.");
  });

  it("holds nothing smaller than 10 pixels on a phone, where it is 420 wide, for a flow of a few moods", async () => {
    const { svg } = await drawn(flowFrom("rich.yml"));
    const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map((found) => Number(found[1]));
    expect(Math.min(...sizes) / (Number(/width="(\d+)"/.exec(svg)?.[1]) / 420)).toBeGreaterThanOrEqual(10);
  });

  it("no words of a trainer break out of it", async () => {
    const { svg } = await drawn({ ...minimal, title: `</text><script>"x" & 'y'</script>]]>\u0000` });
    expect(svg).not.toContain("<script");
    await canvas(svg);
    expect((await drawn({ ...minimal, title: "Посылка 📦" })).svg).toContain(">A difficult customer<");
  });
});
