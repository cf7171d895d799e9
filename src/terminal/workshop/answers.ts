import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import type { Picture } from "../../feedback/picture.ts";
import type { Flow } from "../../flow/flow.ts";
import type { Problem } from "../../flow/problem.ts";
import { mentionsOf } from "../../store/desk-mentions.ts";
import { deskNames } from "../../store/desk-place.ts";
import { type DeskFile, NameTaken, openOnDesk, removeFromDesk } from "../../store/flow-desk.ts";
import { type FlowFile, readDraft } from "../../store/flow-folder.ts";
import { flowSchema, type Schema } from "../../workshop/flow-schema.ts";
import { mapPicture } from "../../workshop/map-picture.ts";
import { moodMap } from "../../workshop/mood-map.ts";
import { moodTable } from "../../workshop/mood-table.ts";
import { type Tried, tryOut } from "../../workshop/try-out.ts";
import { tableInWords, type WrittenTable } from "../../workshop/write-table.ts";
import { type Begun, copyFlow, draftFlow } from "./begin-flow.ts";
import { type Explained, explained } from "./explained.ts";
import { type Asked, QUESTIONS, type Question } from "./questions.ts";
import { type Renamed, renameFlow } from "./rename-flow.ts";
import { type SavedFlow, saveFlow } from "./save-flow.ts";
import type { WatchedFolder } from "./watch-folder.ts";

/** What a look at a flow finds: its problems, and when it can be played the talk and what else is on the screen. */
export type Looked = {
  kind: FlowFile["kind"];
  problems: Problem[];
  tried?: Tried;
  map?: Picture;
  table?: WrittenTable;
};

/** What the page is told to each of its questions. */
export type Told = {
  /** `place` tells folders apart: what a browser keeps of one is not offered in another. */
  list: { names: string[]; place: string };
  changes: { changes: number; names: string[] };
  schema: Schema;
  explained: Explained;
  open: DeskFile;
  look: Looked;
  save: SavedFlow;
  draft: Begun;
  copy: Begun;
  mentions: { names: string[] };
  rename: Renamed;
  remove: object;
};

/** What the page can ask for: each takes what the page sent and gives what it is told. */
export type Answers = { [Name in Question]: (asked: unknown) => Told[Name] | Promise<Told[Name]> };

/** There is no such file to open. */
export class NoSuchFile extends Error {}

/** The answers for a folder of flows: everything is worked out here, by the same code that plays in Slack. */
export function answersFor(folder: string, watched: WatchedFolder): Answers {
  return {
    list: () => ({ names: deskNames(folder), place: placeOf(folder) }),
    changes: async (asked) => {
      const changes = await watched.changesAfter(QUESTIONS.changes.parse(asked).since);
      return { changes, names: deskNames(folder) };
    },
    schema: () => flowSchema(),
    explained,
    open: (asked) => opened(folder, QUESTIONS.open.parse(asked).name),
    look: (asked) => look(folder, QUESTIONS.look.parse(asked)),
    save: (asked) => saveFlow(folder, QUESTIONS.save.parse(asked)),
    draft: (asked) => draftFlow(folder, asked),
    copy: (asked) => notTaken(folder, copyFlow(QUESTIONS.copy.parse(asked))),
    mentions: (asked) => ({ names: mentionsOf(folder, QUESTIONS.mentions.parse(asked).name) }),
    rename: (asked) => renameFlow(folder, QUESTIONS.rename.parse(asked)),
    remove: (asked) => {
      const { name, mark } = QUESTIONS.remove.parse(asked);
      removeFromDesk(folder, name, mark);
      return {};
    },
  };
}

const placeOf = (folder: string) =>
  createHash("sha256").update(realpathSync(folder)).digest("base64url").slice(0, 12);

function opened(folder: string, name: string): DeskFile {
  const file = openOnDesk(folder, name);
  if (!file) throw new NoSuchFile(`There is no file ${name} in the flows folder.`);
  return file;
}

function notTaken(folder: string, begun: Begun): Begun {
  if (deskNames(folder).includes(begun.name)) throw new NameTaken(begun.name);
  return begun;
}

async function look(folder: string, { name, source, seed, moves, at, pane }: Asked<"look">): Promise<Looked> {
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
  const known = pictures.get(key);
  if (known) return known;
  const [oldest] = pictures.keys();
  if (pictures.size >= MOST_PICTURES && oldest) pictures.delete(oldest);
  const picture = mapPicture(moodMap(flow), lit);
  pictures.set(key, picture);
  picture.catch(() => pictures.delete(key));
  return picture;
}
