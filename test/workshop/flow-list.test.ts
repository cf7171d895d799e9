import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { flowList, MARKS, withFlowList } from "../../src/workshop/flow-list.ts";
import { mapPicture } from "../../src/workshop/map-picture.ts";
import { moodMap } from "../../src/workshop/mood-map.ts";
import { flowFrom } from "../flow/play-with.ts";
import { projectFlows } from "../flows-of-the-project.ts";

const folder = join(import.meta.dirname, "..", "..", "flows");
const RENEW = "Renew it with:  npm run flows -- draw --readme";

const drawn = projectFlows.map((flow) => ({ flow, picture: mapPicture(moodMap(flow)) }));

describe("the list of the flows that come with Tightrope", () => {
  it.each(projectFlows.map((flow) => [flow.id, flow] as const))(
    "has the map of %s as it is now",
    async (_, flow) => {
      const { svg } = await mapPicture(moodMap(flow));
      expect(readFileSync(join(folder, "maps", `${flow.id}.svg`), "utf8") === svg, RENEW).toBe(true);
    },
  );

  it("is as the flows are now", async () => {
    const listed = await Promise.all(
      drawn.map(async ({ flow, picture }) => ({ flow, alt: (await picture).alt })),
    );
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    expect(withFlowList(readme, flowList(listed)) === readme, RENEW).toBe(true);
  });

  it("has no map without a flow", () => {
    const maps = readdirSync(join(folder, "maps")).filter((name) => name.endsWith(".svg"));
    expect(maps.sort()).toEqual(projectFlows.map(({ id }) => `${id}.svg`).sort());
  });
});

describe("a list of flows", () => {
  const minimal = flowFrom("minimal.yml");

  it("tells who the customer is, how hard it is, and shows the map with its words", () => {
    const flow = { ...minimal, file: "flows/minimal.yml", tags: ["parcel"], hardPart: "The wait." };
    expect(flowList([{ flow, alt: "A map." }])).toBe(`### A late parcel

**Kim** · [minimal.yml](minimal.yml) · easy · 5 minutes · parcel

A parcel is late.

*Where it is hard:* The wait.

<details>
<summary>The map of moods</summary>
<img src="maps/minimal.svg" alt="A map.">
</details>`);
  });

  it("keeps a trainer's words as they are, whatever signs stand in them", () => {
    const flow = { ...minimal, title: "A *late* <b>parcel</b>\n# [x]" };
    const list = flowList([{ flow, alt: `"><script>` }]);
    expect(list).toContain("### A \\*late\\* \\<b\\>parcel\\</b\\> \\# \\[x\\]");
    expect(list).not.toContain("<script>");
  });

  it("is put between its marks, and nowhere where there are none", () => {
    const [from, to] = MARKS;
    expect(withFlowList(`Before.\n\n${from}\nold\n${to}\nAfter.\n`, "new $& list")).toBe(
      `Before.\n\n${from}\n\nnew $& list\n\n${to}\nAfter.\n`,
    );
    expect(withFlowList("No marks.", "new")).toBeUndefined();
    expect(withFlowList(`${to}\n${from}`, "new")).toBeUndefined();
  });
});
