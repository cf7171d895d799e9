import { backUp, NotBackedUp } from "../store/back-up.ts";
import { isPostgres } from "../store/postgres.ts";
import { storeAddress } from "../store/store-address.ts";
import { given, mistyped, type Usage } from "./usage.ts";

const BACKUP = {
  command: "npm run store -- backup",
  takes: "FILE",
  does: `Copies the embedded store, as it is at one instant, into FILE.
FILE must not be there yet, and is for your account alone: it holds what people wrote in private.
It can be used while Tightrope runs. PostgreSQL has pg_dump for that; docs/runbook.md shows how.`,
  options: {},
  examples: [
    ["npm run store -- backup monday.db", "everything, in one file"],
    ["npm run store -- check monday.db", "looks through the copy"],
  ],
} as const satisfies Usage;

/** Copies the embedded store into a file; false, and a sentence, where that cannot be. */
export async function backUpStore(args: readonly string[]): Promise<boolean> {
  const { positionals } = given(BACKUP, args);
  const [file, ...others] = positionals;
  if (file === undefined) mistyped(BACKUP, "Name the file to copy into.");
  if (others.length > 0) mistyped(BACKUP, `"${others.join(" ")}" is not understood.`);
  const size = await copied(storeAddress(process.env), file);
  console.log(`${file} holds everything as it was just now (${(size / 1e6).toFixed(1)} MB).`);
  return true;
}

async function copied(store: string, file: string): Promise<number> {
  if (isPostgres(store))
    throw new NotBackedUp(
      'Everything is in PostgreSQL, so that is what to back up:  pg_dump --format=custom --file=monday.dump "$DATABASE_URL"',
    );
  return backUp(store, file);
}
