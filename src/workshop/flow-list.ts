import { xml } from "../feedback/lettering.ts";
import type { Flow } from "../flow/flow.ts";

/** Between these lines of a README stands the list of flows; it is written by a command, and not by hand. */
export const MARKS = [
  "<!-- flows: written by  npm run flows -- draw --readme -->",
  "<!-- end of flows -->",
] as const;

/** A flow, and its map in words. The map itself lies beside the list as `maps/NAME.svg`. */
export type Listed = { flow: Flow; alt: string };

/** The flows of a folder for its README, as Markdown: who the customer is, how hard it is, and the map. */
export const flowList = (listed: readonly Listed[]): string => listed.map(entryOf).join("\n\n");

/** A README with a new list between its marks; nothing where it has no marks. */
export function withFlowList(readme: string, list: string): string | undefined {
  const [from, to] = MARKS.map((mark) => readme.indexOf(mark));
  if (from === undefined || to === undefined || from < 0 || to < from) return undefined;
  return `${readme.slice(0, from + MARKS[0].length)}\n\n${list}\n\n${readme.slice(to)}`;
}

function entryOf({ flow, alt }: Listed): string {
  const { id, file, title, about, level, minutes, tags, persona, care, hardPart } = flow;
  const name = file.split(/[\\/]/).at(-1) ?? file;
  const facts = [
    `**${plain(persona.name)}**`,
    `[${plain(name)}](${encodeURI(name)})`,
    level,
    `${minutes} ${minutes === 1 ? "minute" : "minutes"}`,
    ...(care.heavy ? ["heavy"] : []),
    ...(tags.length > 0 ? [tags.join(", ")] : []),
  ];
  return [
    `### ${plain(title)}`,
    facts.join(" · "),
    plain(about),
    ...(hardPart ? [`*Where it is hard:* ${plain(hardPart)}`] : []),
    `<details>\n<summary>The map of moods</summary>\n<img src="maps/${id}.svg" alt="${xml(alt)}">\n</details>`,
  ].join("\n\n");
}

// A trainer's words as they are, whatever signs of Markdown stand in them.
const plain = (text: string) => text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|]/g, "\\$&");
