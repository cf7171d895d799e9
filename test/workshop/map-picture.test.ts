import { describe, expect, it } from "vitest";
import type { Flow } from "../../src/flow/flow.ts";
import { canvas } from "../../src/store/draw-picture.ts";
import { layOut } from "../../src/workshop/lay-out-map.ts";
import { mapPicture } from "../../src/workshop/map-picture.ts";
import { moodMap } from "../../src/workshop/mood-map.ts";
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
  it("is well-formed, within its frame, and the same each time", async () => {
    const { svg, alt } = await drawn(flow);
    expect(svg).not.toMatch(/NaN|undefined/);
    expect(alt.length).toBeLessThanOrEqual(2_000);
    await expectInsideFrame(svg);
    expect((await drawn(flow)).svg).toBe(svg);
  });

  it("begins at the top and ends at the bottom, with room between all places", async () => {
    const map = moodMap(flow);
    const { places } = await layOut(map);
    const heights = (of: (id: string) => boolean) =>
      places.filter(({ place }) => of(place.id)).map(({ y }) => y);
    const first = heights((id) => id === map.begins);
    const endings = heights((id) => map.endings.some((ending) => ending.id === id));
    const others = heights((id) => id !== map.begins);
    expect(Math.max(...first)).toBeLessThan(Math.min(...others));
    expect(Math.min(...endings)).toBeGreaterThan(
      Math.max(...heights((id) => !map.endings.some((ending) => ending.id === id))),
    );
    const tight = places.flatMap((one, at) =>
      places.slice(at + 1).filter((other) => {
        const across = Math.abs(one.x - other.x) - (one.width + other.width) / 2;
        const down = Math.abs(one.y - other.y) - (one.height + other.height) / 2;
        return Math.max(across, down) < 20;
      }),
    );
    expect(tight).toEqual([]);
  });

  it("has a number on every path, and none on a place or on another", async () => {
    const { places, paths } = await layOut(moodMap(flow));
    expect(paths).toHaveLength(moodMap(flow).paths.length);
    const hidden = paths.filter(({ number: { x, y } }, at) => {
      const isOnPlace = places.some(
        (place) => Math.abs(x - place.x) < place.width / 2 && Math.abs(y - place.y) < place.height / 2,
      );
      return (
        isOnPlace || paths.slice(at + 1).some(({ number }) => Math.hypot(number.x - x, number.y - y) < 34)
      );
    });
    expect(hidden.map(({ path }) => path.number)).toEqual([]);
  });
});

describe("the picture of a map", () => {
  const minimal = flowFrom("minimal.yml");

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
