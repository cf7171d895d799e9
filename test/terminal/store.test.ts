import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/store.ts";
import { freshSchema, POSTGRES } from "../store/own-schema.ts";
import { practiceOf, within } from "../store/stores.ts";

const command = join(import.meta.dirname, "../../src/terminal/store.ts");

let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tightrope-store-command-"));
  file = join(folder, "store.db");
  const store = await openStore(file);
  await within(store, (desk) => desk.keep(practiceOf("U1")));
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

type Told = { out: string; err: string; status: number };
const run = (args: string[], env: Record<string, string> = {}): Promise<Told> =>
  new Promise((resolve) => {
    const options = { cwd: folder, env: { PATH: process.env.PATH, TIGHTROPE_DB: file, ...env } };
    const child = execFile(process.execPath, [command, ...args], options, (_error, out, err) =>
      resolve({ out, err, status: child.exitCode ?? -1 }),
    );
  });

describe("npm run store", () => {
  it("checks, backs up, and checks the copy", async () => {
    expect(await run(["check"])).toMatchObject({
      out: expect.stringMatching(/All is well: \d+ rows in \d+ tables of .*store\.db\.\n$/),
      status: 0,
    });
    expect(await run(["backup", "monday.db"])).toMatchObject({
      out: expect.stringMatching(/^monday\.db holds everything as it was just now \(\d/),
      err: "",
      status: 0,
    });
    expect((await run(["check", "monday.db"])).out).toContain("All is well");
  });

  it.each<[string, string[], Record<string, string>, string]>([
    ["a store that is not there", ["check", "nowhere.db"], {}, "There is no store at nowhere.db."],
    ["no name for the backup", ["backup"], {}, "Name the file to copy into."],
    ["a backup that is there already", ["backup", "store.db"], {}, "store.db is there already."],
    ["PostgreSQL", ["backup", "x"], { DATABASE_URL: "postgres://h/d" }, "pg_dump --format=custom"],
    ["nowhere to move to", ["move"], {}, "Say where to move it, with --to or DATABASE_URL"],
    ["another kind of database", ["move", "--to", "mysql://h/d"], {}, "an address such as postgres://"],
    [
      "a database that is away",
      ["move", "--to", "postgres://me:hidden@127.0.0.1:1/d"],
      {},
      "127.0.0.1:1/d cannot be used: nobody answers",
    ],
    ["a word it does not know", ["mend"], {}, 'There is no command "mend".'],
    ["no word", [], {}, "Say what to do: check, backup or move."],
  ])("answers %s in a sentence", async (_what, args, env, words) => {
    const { out, err, status } = await run(args, env);
    expect(err).toContain(words);
    expect(err).not.toMatch(/hidden|\n {4}at /);
    expect({ out, status }).toEqual({ out: "", status: 1 });
  });

  it.runIf(POSTGRES.isThere)(
    "moves, shows how far it is, says what to do next, and moves again",
    async () => {
      const env = { DATABASE_URL: await freshSchema() };
      const first = await run(["move"], env);
      expect(first).toMatchObject({ err: "", status: 0 });
      expect(first.out).toMatch(/Moving .*: 100 %\n\d+ rows of \d+ tables are in the database/);
      expect(first.out).toContain("What to do next:\n  1. Give every instance this DATABASE_URL");
      expect((await run(["move", file], env)).out).toContain("All of it stood there already.");
      expect((await run(["check"], env)).out).toContain("tables of the database.");
    },
  );
});
