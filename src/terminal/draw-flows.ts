import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Flow } from "../flow/flow.ts";
import { drawPicture } from "../store/draw-picture.ts";
import { flowList, MARKS, withFlowList } from "../workshop/flow-list.ts";
import { mapPicture } from "../workshop/map-picture.ts";
import { mapInMarkdown } from "../workshop/mermaid.ts";
import { moodMap } from "../workshop/mood-map.ts";
import { flowFolder, playableNamed } from "./flow-files.ts";
import { given, type Usage } from "./usage.ts";

/** How `flows -- draw` is used. */
export const DRAW = {
  command: "npm run flows -- draw",
  takes: "[FLOW …]",
  does: `Draws the map of moods, as SVG and PNG: what leads where.
A map is drawn from the machine that plays the flow, so it shows what can happen and nothing else.`,
  options: {
    out: { type: "string", takes: "FOLDER", does: "where to write them, in place of flows/maps" },
    mermaid: { type: "boolean", does: "also print them as text that GitHub draws in a pull request" },
    readme: { type: "boolean", does: "draw all, and renew the list of flows in the flows' README.md" },
  },
  examples: [
    ["npm run flows -- draw late-delivery", "flows/maps/late-delivery.svg and .png"],
    ["npm run flows -- draw --readme", "before you propose a new flow"],
  ],
} as const satisfies Usage;

/** Writes the maps of flows and prints where they are; true when every flow could be drawn. */
export async function drawFlows(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = given(DRAW, args);
  if (values.readme) return await renewReadme();
  const { flows, isAll } = playableNamed(positionals);
  const out = values.out ?? join(flowFolder(), "maps");
  for (const flow of flows) {
    const { svg } = await mapPicture(moodMap(flow));
    write(out, `${flow.id}.svg`, svg);
    write(out, `${flow.id}.png`, await drawPicture(svg));
    if (values.mermaid) console.log(`\n${mapInMarkdown(moodMap(flow))}`);
  }
  return isAll;
}

/** Draws every flow of the folder, and lists them with their maps in its README.md. */
async function renewReadme(): Promise<boolean> {
  const { flows, isAll } = playableNamed([]);
  const readme = join(flowFolder(), "README.md");
  const listed: { flow: Flow; alt: string }[] = [];
  for (const flow of flows) {
    const { svg, alt } = await mapPicture(moodMap(flow));
    write(join(flowFolder(), "maps"), `${flow.id}.svg`, svg);
    listed.push({ flow, alt });
  }
  const renewed = existsSync(readme) && withFlowList(readFileSync(readme, "utf8"), flowList(listed));
  if (!renewed) {
    console.error(
      `There is no place for the list. Put these two lines into ${readme}:\n\n${MARKS.join("\n")}`,
    );
    return false;
  }
  write(flowFolder(), "README.md", renewed);
  return isAll;
}

function write(folder: string, name: string, content: string | Buffer): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), content);
  console.log(join(folder, name));
}
