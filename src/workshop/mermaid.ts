import { INK } from "../feedback/sheet.ts";
import { ANYWHERE } from "./map-dot.ts";
import { OUTCOMES } from "./map-strokes.ts";
import type { MoodMap, Path, Place } from "./mood-map.ts";
import { inWords } from "./tell-rules.ts";

// Mermaid keeps no room for more: labels would lie on each other.
const LONGEST_LABEL = 20;

/** The map for a pull request, as Markdown: a drawing that GitHub makes, and what its numbers mean. */
export function mapInMarkdown(map: MoodMap): string {
  const paths = map.paths.map(({ number, from, to, under }) => {
    const start = from === undefined ? ANYWHERE.name : inWords(from);
    return `${number}. **${start}** to **${inWords(to)}**: ${under.join("; or ")}`;
  });
  return ["```mermaid", `${mermaid(map)}\`\`\``, "", ...paths, ""].join("\n");
}

/** The map as Mermaid text; of what leads somewhere it tells the number, and where they are few the words. */
export function mermaid(map: MoodMap): string {
  const anywhere = map.paths.some(({ from }) => from === undefined) ? [ANYWHERE] : [];
  const places = [...map.moods, ...anywhere, ...map.endings];
  // Names of our own: a mood may be called `end` or `note`, which are words of the language.
  const idOf = (id: string | undefined) =>
    `s${places.findIndex((place) => place.id === (id ?? ANYWHERE.id))}`;
  const outcomes = [...new Set(map.endings.flatMap(({ outcome }) => outcome ?? []))];
  return [
    "---",
    `title: ${JSON.stringify(map.title)}`,
    "---",
    "stateDiagram-v2",
    ...places.map((place) => `  state "${plain(labelOf(place))}" as ${idOf(place.id)}`),
    `  [*] --> ${idOf(map.begins)}`,
    ...map.paths.map((path) => `  ${idOf(path.from)} --> ${idOf(path.to)}: ${labelled(path)}`),
    ...outcomes.map(
      (outcome) =>
        `  classDef ${outcome} fill:${OUTCOMES[outcome].fill},stroke:${OUTCOMES[outcome].edge},color:${INK}`,
    ),
    ...map.endings.map(({ id, outcome }) => `  class ${idOf(id)} ${outcome}`),
    "",
  ].join("\n");
}

const labelOf = ({ name, outcome }: Place) => (outcome ? `${name} (${outcome} ending)` : name);

// What Mermaid would read as its own: written as it writes signs by their number.
const plain = (text: string) => text.replace(/[^\p{L}\p{N} ,.()/-]/gu, (sign) => `#${sign.codePointAt(0)};`);

function labelled({ number, under }: Path): string {
  const words = under.join(", or ");
  return words.length <= LONGEST_LABEL ? plain(`${number}: ${words}`) : String(number);
}
