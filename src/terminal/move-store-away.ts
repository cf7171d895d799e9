import { moveStore } from "../store/move-store.ts";
import { STORE_FILE } from "../store/sqlite.ts";
import { DATABASE_URL_HELP, fileIn, storeFile, whyNoDatabase } from "../store/store-address.ts";
import { steps } from "./steps.ts";
import { unlessTold } from "./store-trouble.ts";
import { given, mistyped, type Usage } from "./usage.ts";

const MOVE = {
  command: "npm run store -- move",
  takes: "[FILE]",
  does: `Copies the embedded store into PostgreSQL, and compares every row.
Stop Tightrope first. FILE is that of TIGHTROPE_DB (${STORE_FILE} unless one is set), and stays as
it is. All of it arrives, or nothing; where it was copied before, it is compared again.`,
  options: {
    to: {
      type: "string",
      takes: "ADDRESS",
      does: "where to: postgres://user:password@host/database (DATABASE_URL)",
    },
  },
  examples: [
    ["npm run store -- move", "from TIGHTROPE_DB to DATABASE_URL"],
    ["npm run store -- move old.db --to postgres://…", "from one file to one database"],
  ],
  more: "A password is kept out of the list of processes when it stands in DATABASE_URL, in .env.",
} as const satisfies Usage;

/** Moves an embedded store to PostgreSQL, and says what to do next; false, and a sentence, where that cannot be. */
export async function moveStoreAway(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = given(MOVE, args);
  const [name = fileIn(process.env), ...others] = positionals;
  if (others.length > 0) mistyped(MOVE, `"${others.join(" ")}" is not understood.`);
  const address = values.to ?? process.env.DATABASE_URL ?? "";
  if (address === "")
    mistyped(
      MOVE,
      "Say where to move it, with --to or DATABASE_URL:  postgres://user:password@host/database",
    );
  const why = whyNoDatabase(address);
  if (why)
    mistyped(
      MOVE,
      why === DATABASE_URL_HELP
        ? "Where to move it must be an address such as postgres://user:password@host:5432/database."
        : why,
    );
  const file = storeFile(name);
  const bar = steps(`Moving ${file}`);
  const moved = await unlessTold(moveStore(file, address, bar));
  bar.end(moved !== undefined);
  if (!moved) return false;
  const { tables, rows, already } = moved;
  const there = `${rows.toLocaleString("en")} rows of ${tables} tables are in the database, each compared with ${file}.`;
  console.log(already === rows && rows > 0 ? `All of it stood there already. ${there}` : there);
  console.log(
    [
      "What to do next:",
      "  1. Give every instance this DATABASE_URL, and start them.",
      "  2. Back the database up from now on, as docs/runbook.md tells.",
      `  3. Keep ${file} until you are content; then erase it, it holds what people wrote in private.`,
    ].join("\n"),
  );
  return true;
}
