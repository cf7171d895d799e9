import { existsSync } from "node:fs";
import { keyringOf, readKeys, whichAreNoKeys } from "../store/keyring.ts";
import { isPostgres } from "../store/postgres.ts";
import { reencryptStore } from "../store/reencrypt.ts";
import { storeAddress } from "../store/store-address.ts";
import { steps } from "./steps.ts";
import { unlessTold } from "./store-trouble.ts";
import { given, mistyped, type Usage } from "./usage.ts";

const REKEY = {
  command: "npm run store -- rekey",
  does: `Encrypts the tokens of all workspaces anew, with the first key of TIGHTROPE_KEY.
Put the new key before the earlier one first, with a comma between them, and start all instances again.
With PostgreSQL it can be used while they run; with the embedded store stop Tightrope first.`,
  options: {},
  examples: [["npm run store -- rekey", "then take the earlier key out of TIGHTROPE_KEY"]],
  more: "Backups that were made before need the earlier key.",
} satisfies Usage;

/** Encrypts every token with the newest key, and says whether the earlier ones can go; false where they cannot. */
export async function rekeyTokens(args: readonly string[]): Promise<boolean> {
  const { positionals } = given(REKEY, args);
  if (positionals.length > 0) mistyped(REKEY, `"${positionals.join(" ")}" is not understood.`);
  const givenKeys = process.env.TIGHTROPE_KEY ?? "";
  const keys = readKeys(givenKeys);
  if (!keys) mistyped(REKEY, noKeys(givenKeys));
  const address = storeAddress(process.env);
  if (!isPostgres(address) && !existsSync(address)) {
    console.error(`There is no store at ${address}.`);
    return false;
  }
  const bar = steps("Encrypting tokens");
  let begun = false;
  const found = await unlessTold(
    reencryptStore(address, keyringOf(keys), (_done, of) => {
      if (!begun) bar.begin(of);
      begun = true;
      bar.done(1, "one after another");
    }),
  );
  if (begun) bar.end(found !== undefined);
  if (!found) return false;
  const { changed, already, unreadable } = found;
  console.log(`${changed} encrypted with the newest key, ${already} had been already.`);
  if (unreadable.length === 0) console.log("The earlier keys can go out of TIGHTROPE_KEY.");
  else
    console.error(
      `No key opens the tokens of ${unreadable.join(", ")}. Put the key they were encrypted with behind the others and try again; without it the app has to be installed there anew.`,
    );
  return unreadable.length === 0;
}

function noKeys(text: string): string {
  const which = whichAreNoKeys(text);
  return which
    ? `${which} Each is 32 random bytes as base64 or hex; openssl rand -base64 32 makes one. Nothing was changed.`
    : "Set TIGHTROPE_KEY to the new key and the earlier one, with a comma between them: 32 random bytes each, as base64 or hex.";
}
