import type { OwnData, Person } from "../../store/own-data.ts";
import { OWN_PARTS } from "../../store/own-parts.ts";
import type { Message } from "../message.ts";

// A file that opens everywhere; a practice of twenty messages has about 20,000 characters.
const LONGEST_FILE = 400_000;

const WHAT =
  "Everything that Tightrope keeps about you in this Slack workspace. Nobody else was given this file.";

const HOW_TO_READ = [
  "Practices come first, the oldest on top: what the customer said, what you wrote, what your words showed and which of them show it, and your debrief. Where it says that words are no longer kept, only what they showed is left.",
  "Then comes everything else, by what it is. Of what is named at the end nothing is kept.",
  "All times are in UTC. Names such as U012AB are people as Slack calls them, and C012AB channels.",
  "What you send is written down until it is answered, mostly for less than a second, and is not in here. Figures of teams and flows hold nobody, so nothing in them can be said to be yours.",
];
const TO_ERASE = "Write “forget me” to Tightrope in Slack. It says first what goes and what stays.";

/** Everything that is kept about somebody as messages with files, to be read by people and by programs. */
export function ownDataMessages(
  { practices, rest }: OwnData,
  { user, team }: Pick<Person, "team" | "user">,
  now: number,
): Message[] {
  const files = inFiles(practices);
  const made = new Date(now).toISOString();
  const called = practices.at(-1)?.["you were called"];
  return files.map((some, index) => {
    const part = `${index + 1} of ${files.length}`;
    const head = {
      what: WHAT,
      "about whom": { member: user, ...(called ? { called } : {}), "slack workspace": team },
      made,
      ...(files.length > 1 ? { part } : {}),
      "how to read it": HOW_TO_READ,
      "to have it erased": TO_ERASE,
    };
    const content = { "about this file": head, practices: some, ...(index === 0 ? inParts(rest) : {}) };
    const name = `my-tightrope-data-${made.slice(0, 10)}${files.length > 1 ? `-${index + 1}` : ""}.json`;
    return {
      text: index === 0 ? first(practices.length, files.length) : `Part ${part} of your data.`,
      file: { name, content: `${JSON.stringify(content, null, 2)}\n`, instead: INSTEAD },
    };
  });
}

function inFiles<One>(all: readonly One[]): One[][] {
  const files: One[][] = [[]];
  let length = 0;
  for (const one of all) {
    const longer = JSON.stringify(one, null, 2).length;
    if (length > 0 && length + longer > LONGEST_FILE) {
      files.push([]);
      length = 0;
    }
    files.at(-1)?.push(one);
    length += longer;
  }
  return files;
}

/** What is about the same stands together, and what there is nothing of is only named. */
function inParts(rest: OwnData["rest"]): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  for (const part of OWN_PARTS) {
    const rows = rest[part] ?? [];
    const [about = "", of] = part.split(": ");
    if (rows.length > 0) told[about] = of ? { ...(told[about] as object), [of]: rows } : rows;
  }
  return { ...told, "nothing is kept of": OWN_PARTS.filter((part) => !rest[part]?.length) };
}

const first = (practices: number, files: number) =>
  [
    `Here is everything I keep about you${practices > 0 ? `, ${practices === 1 ? "one practice" : `${practices} practices`} among it` : ""}.`,
    files > 1 ? `It comes in ${files} files.` : "",
    "It is a text file (JSON) that you can read from top to bottom, with a few words on top that say what is in it. Only you were given it. The file stays in this conversation until somebody who runs your Slack workspace deletes it.",
  ]
    .filter(Boolean)
    .join(" ");

const INSTEAD =
  "I could not give it to you as a file, because this workspace does not let me upload files. Ask whoever looks after Tightrope here to allow it (the scope files:write), and write “my data” again. Nothing is lost meanwhile.";
