import type { OwnData } from "../../store/own-data.ts";
import type { Message } from "../message.ts";

// A file that opens everywhere; a practice of twenty messages has about 20,000 characters.
const LONGEST_FILE = 400_000;

const ABOUT = [
  "This is everything that Tightrope keeps about you in this workspace. Nobody else was given it.",
  "practices: what you practised, the oldest first: what the customer said, what you wrote, what your words showed and which words show it, and your debrief. Where it says that words are no longer kept, only what they showed is left.",
  "The other parts are named by what they hold; an empty list means that nothing of the kind is kept. Times are in UTC.",
  "What you send is written down until it is answered, mostly for less than a second, and is not in here. Figures of teams and flows hold nobody, so nothing in them can be said to be yours.",
  "To have all of this erased, write “forget me” to Tightrope.",
];

/** Everything that is kept about somebody as messages with files, to be read by people and by programs. */
export function ownDataMessages({ practices, rest }: OwnData, now: number): Message[] {
  const parts = inParts(practices);
  const made = new Date(now).toISOString();
  return parts.map((some, index) => {
    const part = `${index + 1} of ${parts.length}`;
    const content = { about: ABOUT, made, part, practices: some, ...(index === 0 ? rest : {}) };
    const name = `my-tightrope-data-${made.slice(0, 10)}${parts.length > 1 ? `-${index + 1}` : ""}.json`;
    return {
      text: index === 0 ? first(practices.length, parts.length) : `Part ${part} of your data.`,
      file: { name, content: `${JSON.stringify(content, null, 2)}\n`, instead: INSTEAD },
    };
  });
}

function inParts<One>(all: readonly One[]): One[][] {
  const parts: One[][] = [[]];
  let length = 0;
  for (const one of all) {
    const longer = JSON.stringify(one, null, 2).length;
    if (length > 0 && length + longer > LONGEST_FILE) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(one);
    length += longer;
  }
  return parts;
}

const first = (practices: number, parts: number) =>
  [
    `Here is everything I keep about you${practices > 0 ? `, ${practices === 1 ? "one practice" : `${practices} practices`} among it` : ""}.`,
    parts > 1 ? `It comes in ${parts} files.` : "",
    "It is a text file (JSON) with a few words on top that say what is in it. Only you were given it. The file stays in this conversation until you or your workspace removes it.",
  ]
    .filter(Boolean)
    .join(" ");

const INSTEAD =
  "I could not give it to you as a file, because this workspace does not let me upload files. Ask whoever looks after Tightrope here to allow it (the scope files:write), and write “my data” again. Nothing is lost meanwhile.";
