import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { config } from "dotenv";
import { type Appealed, appealedLines, tellWordless } from "../feedback/appealed-lines.ts";
import { readAppeals } from "../store/read-appeals.ts";
import { NoStore } from "../store/read-store.ts";
import { STORE_FILE } from "../store/sqlite.ts";
import { tellAppealed, writeCorpus, writeFlowTests } from "./write-appeals.ts";

const USAGE = `Read where trainees see a reading differently.

  npm run appeals -- list                          what was said, and the lines that may be used
  npm run -s appeals -- export                     those lines as corpus lines (JSON lines)
  npm run -s appeals -- export --as flow-test      those lines as tests, to paste into their flows

Options:
  --as corpus|flow-test   "corpus" unless it is given
  --language LL           for a corpus of this language; "en" unless it is given
  --out FILE              write to this file, which must not be there yet
  --help

Lines leave only with their trainee's consent, and without a name. Of all other appeals there are the
reading and both opinions. It reads the store of TIGHTROPE_DB (${STORE_FILE} unless it is set), changes
nothing in it, and can be used while Tightrope runs.`;

type Wanted =
  | { command: "help" | "list" }
  | { command: "export"; as: "corpus" | "flow-test"; language: string; out: string | undefined };

config({ quiet: true });
const wanted = readArguments();
const complaint = typeof wanted === "string" ? `${wanted}\n\n${USAGE}` : await run(wanted);
if (complaint) {
  console.error(complaint);
  process.exitCode = 1;
}

function readArguments(): Wanted | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        as: { type: "string", default: "corpus" },
        language: { type: "string", default: "en" },
        out: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    const [command, ...others] = positionals;
    if (values.help || command === "help") return { command: "help" };
    if (others.length > 0) return `"${others.join(" ")}" is not understood.`;
    if (command === "list") return { command };
    if (command !== "export") return command ? `There is no command "${command}".` : "Say what to do.";
    const { as, language, out } = values;
    if (as !== "corpus" && as !== "flow-test") return `--as takes corpus or flow-test, not "${as}".`;
    return { command, as, language, out };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

// Gives what to complain of, if anything.
async function run(wanted: Wanted): Promise<string | undefined> {
  if (wanted.command === "help") {
    console.log(USAGE);
    return undefined;
  }
  const appeals = await readAppeals(process.env.TIGHTROPE_DB || STORE_FILE).catch((error: unknown) => {
    if (error instanceof NoStore) return error.message;
    throw error;
  });
  if (typeof appeals === "string") return appeals;
  const lines = appealedLines(appeals);
  if (wanted.command === "export") return exported(wanted, lines);
  const wordless = tellWordless(appeals).map((told) => `  ${told}`);
  const parts = [
    ...lines.map(tellAppealed),
    ...(wordless.length > 0 ? [["Without consent, so without words:", ...wordless].join("\n")] : []),
  ];
  console.log(parts.length > 0 ? parts.join("\n\n") : "Nobody has seen a reading differently so far.");
  return undefined;
}

function exported(
  { as, language, out }: Extract<Wanted, { command: "export" }>,
  lines: readonly Appealed[],
): string | undefined {
  const { text, written } = as === "corpus" ? writeCorpus(lines, language) : writeFlowTests(lines);
  if (out === undefined) process.stdout.write(text);
  else {
    try {
      writeFileSync(out, text, { flag: "wx" });
    } catch (error) {
      return `${out} cannot be written (${(error as NodeJS.ErrnoException).code}). Name a file that is not there yet, in a folder that is.`;
    }
  }
  const other =
    as === "corpus" ? "moments or other languages; see  --as flow-test" : "nothing that a test can expect";
  console.error(
    `${written} of ${lines.length} lines with consent written${written < lines.length ? ` (the others: ${other})` : ""}.`,
  );
  return undefined;
}
