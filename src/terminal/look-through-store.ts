import { checkStore } from "../store/check-store.ts";
import { isPostgres } from "../store/postgres.ts";
import { storeAddress } from "../store/store-address.ts";
import { stepsForWatchers } from "./steps.ts";
import { unlessTold } from "./store-trouble.ts";
import { given, mistyped, type Usage } from "./usage.ts";

const CHECK = {
  command: "npm run store -- check",
  takes: "[FILE]",
  does: `Looks through everything that is kept, and tells what is wrong.
It reads every table of the store that DATABASE_URL or TIGHTROPE_DB names, or of FILE, such as a backup.
It changes nothing, and can be used while Tightrope runs. It ends with an error when something is wrong.`,
  options: {},
  examples: [
    ["npm run store -- check", "the store in use"],
    ["npm run store -- check monday.db", "a backup"],
  ],
} as const satisfies Usage;

/** Looks through a store and prints what it found; false when something is wrong. */
export async function lookThroughStore(args: readonly string[]): Promise<boolean> {
  const { positionals } = given(CHECK, args);
  const [file, ...others] = positionals;
  if (others.length > 0) mistyped(CHECK, `"${others.join(" ")}" is not understood.`);
  const address = file ?? storeAddress(process.env);
  const bar = stepsForWatchers("Looking through it");
  const found = await unlessTold(
    checkStore(address, { begin: bar.begin, done: (table) => bar.done(1, table) }),
  );
  bar.end(found !== undefined);
  if (!found) return false;
  const { tables, rows, problems, notes } = found;
  for (const note of notes) console.log(note);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error("Something is wrong. docs/runbook.md tells how to restore a backup.");
    return false;
  }
  const where = isPostgres(address) ? "the database" : address;
  console.log(`All is well: ${rows.toLocaleString("en")} rows in ${tables} tables of ${where}.`);
  return true;
}
