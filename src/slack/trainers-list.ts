import type { KnownBlock } from "@slack/types";
import { shortened } from "../feedback/shortened.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowVersion } from "../store/flow-versions.ts";
import { paragraphs } from "./checked-message.ts";
import type { Shelved } from "./library.ts";
import { button, escaped, type Message, section } from "./message.ts";
import { plainText } from "./plain-text.ts";

/** The names of the buttons in the list. */
export const COMPARE = "flow:compare";
export const ROLL_BACK = "flow:roll-back";
export const RETIRE = "flow:retire";

/** A flow that was published once and is no longer offered. */
export type Retired = { version: FlowVersion; flow: Flow };

// Two blocks each, of the fifty that a message may have.
const MOST = 20;
const LONGEST = 2_900;

/** Every flow with where it comes from, and what a trainer can do with those that were published in Slack. */
export function trainersList(
  shelves: readonly Shelved[],
  retired: readonly Retired[],
  command: string,
): Message {
  const published = shelves.flatMap((shelf) =>
    shelf.published ? [{ ...shelf, published: shelf.published }] : [],
  );
  const folder = shelves.filter(({ published }) => !published).map(({ flow }) => nameOf(flow));
  const rows = [
    ...published.map(({ flow, published: version, hidden }) => ({
      told: tellPublished(flow, version, hidden),
      buttons: publishedButtons(flow, version, hidden),
    })),
    ...retired.map(({ version, flow }) => ({
      told: `${nameOf(flow)}: retired, version ${version.version} was the last.`,
      buttons: [button("Bring back…", ROLL_BACK, version.id)],
    })),
  ];
  const left = rows.length - MOST;
  const parts: { told: string; buttons?: ReturnType<typeof button>[] }[] = [
    { told: "*Flows here, and where they come from.* Drop a .yml file here to bring another." },
    ...rows.slice(0, MOST),
    ...(left > 0
      ? [{ told: `And ${left} more. Type ${command} flows and a part of a name to see those.` }]
      : []),
    ...inParts(folder).map((told) => ({ told: `*From the folder:*\n${told}` })),
  ];
  const blocks = parts.flatMap(({ told, buttons }): KnownBlock[] => [
    section(told),
    ...(buttons ? [{ type: "actions" as const, elements: buttons }] : []),
  ]);
  return { ...paragraphs(parts.map(({ told }) => told)), blocks };
}

const nameOf = ({ title, id }: Flow) => `“${escaped(shortened(title, 70))}” (\`${id}\`)`;

const dayOf = (at: number | undefined) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(at ?? 0);

/** A version in a few words: its number, who published it and when, who approved it, and the note. */
export function tellVersion({ version, by, publishedAt, approvedBy, note }: FlowVersion): string {
  const approved = approvedBy ? `, approved by <@${approvedBy}>` : "";
  return `version ${version}, published by <@${by}> on ${dayOf(publishedAt)}${approved}. ${escaped(note)}`;
}

function tellPublished(flow: Flow, version: FlowVersion, hidden: Flow | undefined): string {
  const instead = hidden ? "\nIt takes the place of the one in the folder." : "";
  return `${nameOf(flow)}: ${tellVersion(version)}${instead}`;
}

function publishedButtons(flow: Flow, { id, version = 1 }: FlowVersion, hidden: Flow | undefined) {
  const again = hidden ? " The one in the folder is played again." : "";
  return [
    ...(version > 1 || hidden ? [button("Compare", COMPARE, id)] : []),
    ...(version > 1 ? [button("Roll back…", ROLL_BACK, id)] : []),
    {
      ...button("Retire", RETIRE, id),
      confirm: {
        title: plainText("Retire this flow?"),
        text: plainText(
          `“${flow.title}” is no longer offered to anybody here.${again} Practices under way go on, and you can bring it back.`,
        ),
        confirm: plainText("Retire"),
        deny: plainText("Keep it"),
      },
    },
  ];
}

// As many names as fit into a paragraph, and the rest in the next.
function inParts(names: readonly string[]): string[] {
  const parts: string[] = [];
  for (const name of names) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + name.length < LONGEST) parts.splice(-1, 1, `${last}\n${name}`);
    else parts.push(name);
  }
  return parts;
}
