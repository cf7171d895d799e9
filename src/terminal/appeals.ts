import { writeFileSync } from "node:fs";
import { config } from "dotenv";
import { type Appealed, appealedLines, tellWordless } from "../feedback/appealed-lines.ts";
import { readAppeals } from "../store/read-appeals.ts";
import { isUnreadable } from "../store/read-store.ts";
import { STORE_FILE } from "../store/sqlite.ts";
import { storeAddress } from "../store/store-address.ts";
import { troubleInWords } from "./store-trouble.ts";
import { given, helpOf, mistyped, type Usage } from "./usage.ts";
import { tellAppealed, writeCorpus, writeFlowTests } from "./write-appeals.ts";

const USAGE = {
  command: "npm run appeals",
  takes: "list|export",
  does: `Reads where trainees see a reading differently.
Lines leave only with their trainee's consent, and without a name. Of all other appeals there are the
reading and both opinions. It reads the store of DATABASE_URL or TIGHTROPE_DB
(${STORE_FILE} unless one is set), changes nothing in it, and can be used while Tightrope runs.`,
  options: {
    as: { type: "string", default: "corpus", takes: "corpus|flow-test", does: "what to export (corpus)" },
    language: { type: "string", default: "en", takes: "LL", does: "for a corpus of this language (en)" },
    out: { type: "string", takes: "FILE", does: "write to this file, which must not be there yet" },
  },
  examples: [
    ["npm run appeals -- list", "what was said, and the lines that may be used"],
    ["npm run -s appeals -- export", "those lines as corpus lines (JSON lines)"],
    ["npm run -s appeals -- export --as flow-test", "those lines as tests, to paste into their flows"],
  ],
} as const satisfies Usage;

type Wanted =
  | { command: "list" }
  | { command: "export"; as: "corpus" | "flow-test"; language: string; out: string | undefined };

config({ quiet: true });
const complaint = await run(readArguments());
if (complaint) {
  console.error(complaint);
  process.exitCode = 1;
}

function readArguments(): Wanted {
  const { values, positionals } = given(USAGE);
  const [command, ...others] = positionals;
  if (command === "help") {
    console.log(helpOf(USAGE));
    process.exit(0);
  }
  if (others.length > 0) mistyped(USAGE, `"${others.join(" ")}" is not understood.`);
  if (command === "list") return { command };
  if (command !== "export")
    mistyped(USAGE, command ? `There is no command "${command}".` : "Say what to do: list or export.");
  const { as, language, out } = values;
  if (as !== "corpus" && as !== "flow-test") mistyped(USAGE, `--as takes corpus or flow-test, not "${as}".`);
  return { command, as, language, out };
}

// Gives what to complain of, if anything.
async function run(wanted: Wanted): Promise<string | undefined> {
  const read = async () => readAppeals(storeAddress(process.env));
  const appeals = await read().catch((error: unknown) => {
    if (isUnreadable(error)) return troubleInWords(error);
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
