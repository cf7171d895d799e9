import type { Kysely } from "kysely";
import { installationOf } from "./installations.ts";
import type { Keyring, Sealed } from "./keyring.ts";
import type { Opened } from "./opened.ts";
import { isPostgres, openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import type { Tables } from "./tables.ts";

/** What became of the tokens: how many were sealed anew, how many already were, and whose nobody can open. */
export type Reencrypted = { changed: number; already: number; unreadable: string[] };

/**
 * Seals every token anew with the newest key, one workspace at a time in its turn, so that it can run beside the app
 * and be repeated. When nothing is unreadable the earlier keys can go.
 * @param told hears how many are done, and of how many.
 */
export async function reencrypt(
  { db, inTurn }: Pick<Opened, "db" | "inTurn">,
  keys: Keyring,
  told: (done: number, of: number) => void = () => {},
): Promise<Reencrypted> {
  const rows = await db.selectFrom("installation").select("team_id").orderBy("team_id").execute();
  const found: Reencrypted = { changed: 0, already: 0, unreadable: [] };
  for (const [index, { team_id: team }] of rows.entries()) {
    const became = await inTurn(team, (trx) => sealAnew(trx, keys, team));
    if (became === "unreadable") found.unreadable.push(team);
    else if (became) found[became] += 1;
    told(index + 1, rows.length);
  }
  return found;
}

async function sealAnew(
  trx: Kysely<Tables>,
  keys: Keyring,
  team: string,
): Promise<keyof Reencrypted | undefined> {
  const kept = await installationOf(trx, team);
  if (!kept) return undefined;
  const text = opened(keys, team, kept);
  if (text === undefined) return "unreadable";
  if (kept.keyId === keys.newest) return "already";
  const { sealed, keyId } = keys.seal(team, text);
  await trx.updateTable("installation").set({ sealed, key_id: keyId }).where("team_id", "=", team).execute();
  return "changed";
}

// Whether its key is missing or it was changed: the workspace has to install the app again.
function opened(keys: Keyring, team: string, kept: Sealed): string | undefined {
  try {
    return keys.open(team, kept);
  } catch {
    return undefined;
  }
}

/**
 * The same for a store at an address: an embedded one must not be in use, PostgreSQL may be.
 * @throws {StoreInUse} {StoreOutOfReach} {DatabaseOutOfReach} {NewerStore} when it cannot be opened.
 */
export async function reencryptStore(
  address: string,
  keys: Keyring,
  told: (done: number, of: number) => void,
): Promise<Reencrypted> {
  const opened = await (isPostgres(address) ? openPostgres(address) : openSqlite(address));
  try {
    return await reencrypt(opened, keys, told);
  } finally {
    await opened.close();
  }
}
