import { z } from "zod";
import type { Flow } from "../../flow/flow.ts";
import { type DeskFile, deskNames, openOnDesk, saveOnDesk } from "../../store/flow-desk.ts";
import { readDraft } from "../../store/flow-folder.ts";
import { flowSchema } from "../../workshop/flow-schema.ts";
import { mapPicture } from "../../workshop/map-picture.ts";
import { moodMap } from "../../workshop/mood-map.ts";
import { moodTable } from "../../workshop/mood-table.ts";
import { nameFor, newFlow } from "../../workshop/new-flow.ts";
import { tryOut } from "../../workshop/try-out.ts";
import { tableInWords } from "../../workshop/write-table.ts";

/** What the page can ask for: each takes what the page sent and gives what it is told. */
export type Answers = Record<string, (asked: unknown) => object | Promise<object>>;

/** There is no such file to open. */
export class NoSuchFile extends Error {}

// Nobody writes more in a talk; a page that does has gone wrong.
const MOST_MOVES = 200;

const name = z.string().max(120);
const source = z.string();
const words = z.string().trim().min(1).max(400);
const list = z.array(words).min(1).max(40);

const named = z.object({ name });
const looked = z.object({
  name,
  source,
  seed: z.int(),
  moves: z
    .array(
      z.discriminatedUnion("type", [
        z.object({ type: z.literal("reply"), text: z.string().min(1).max(10_000) }),
        z.object({ type: z.literal("idle") }),
        z.object({ type: z.literal("soften") }),
      ]),
    )
    .max(MOST_MOVES),
  /** The step of the talk that is looked at, whose mood is lit on the map. */
  at: z.int().min(0),
  /** What is on the screen besides the talk. */
  pane: z.enum(["talk", "map", "table"]),
});
const saved = z.object({ name, source, mark: z.string().optional() });
const answered = z.object({
  name: words,
  happened: words,
  stakes: list,
  feelings: list,
  fact: z.object({ about: words, told: words }),
  offer: words,
});

/** The answers for a folder of flows: everything is worked out here, by the same code that plays in Slack. */
export function answersFor(folder: string): Answers {
  return {
    list: () => ({ names: deskNames(folder) }),
    schema: () => flowSchema(),
    open: (asked) => opened(folder, named.parse(asked).name),
    look: (asked) => look(folder, looked.parse(asked)),
    save: (asked) => {
      const { name, source, mark } = saved.parse(asked);
      return saveOnDesk(folder, name, source, mark);
    },
    draft: (asked) => {
      const answers = answered.parse(asked);
      const id = freeName(folder, nameFor(answers.happened));
      return { name: `${id}.yml`, source: newFlow(answers, id) };
    },
    copy: (asked) => {
      const original = opened(folder, named.parse(asked).name);
      const id = freeName(folder, original.name.replace(/\.yml$/, ""));
      return { name: `${id}.yml`, source: original.source.replace(/^flow:.*$/m, `flow: ${id}`) };
    },
  };
}

function opened(folder: string, name: string): DeskFile {
  const file = openOnDesk(folder, name);
  if (!file) throw new NoSuchFile(`There is no file ${name} in the flows folder.`);
  return file;
}

function freeName(folder: string, id: string): string {
  const taken = deskNames(folder);
  const isFree = (one: string) => !taken.includes(`${one}.yml`);
  if (isFree(id)) return id;
  let number = 2;
  while (!isFree(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

async function look(folder: string, { name, source, seed, moves, at, pane }: z.infer<typeof looked>) {
  const { kind, flow, problems } = readDraft(folder, name, source);
  if (!flow) return { kind, problems };
  const tried = tryOut(flow, seed, moves);
  const stand = tried.steps[Math.min(at, tried.steps.length - 1)]?.stand.id;
  return {
    kind,
    problems,
    tried,
    ...(pane === "map" ? { map: await drawn(flow, stand) } : {}),
    ...(pane === "table" ? { table: tableInWords(moodTable(flow)) } : {}),
  };
}

// Whoever moves through a talk sees the same few maps again and again.
const pictures = new Map<string, ReturnType<typeof mapPicture>>();
const MOST_PICTURES = 60;

function drawn(flow: Flow, lit: string | undefined) {
  const key = `${flow.hash} ${lit}`;
  const known = pictures.get(key) ?? mapPicture(moodMap(flow), lit);
  const [oldest] = pictures.keys();
  if (pictures.size >= MOST_PICTURES && oldest) pictures.delete(oldest);
  pictures.set(key, known);
  return known;
}
