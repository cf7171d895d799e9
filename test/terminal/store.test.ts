import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keyringOf } from "../../src/store/keyring.ts";
import { openStore } from "../../src/store/store.ts";
import { type Ran, runCommand } from "../run-command.ts";
import { freshSchema, POSTGRES } from "../store/own-schema.ts";
import { practiceOf, within } from "../store/stores.ts";

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

const run = (args: string[], env: Record<string, string> = {}): Promise<Ran> =>
  runCommand("src/terminal/store.ts", args, { cwd: folder, env: { TIGHTROPE_DB: file, ...env } });

describe("npm run store", () => {
  it("checks, backs up, and checks the copy", async () => {
    expect(await run(["check"])).toMatchObject({
      stdout: expect.stringMatching(/^All is well: \d+ rows in \d+ tables of .*store\.db\.\n$/),
      status: 0,
    });
    expect(await run(["backup", "monday.db"])).toMatchObject({
      stdout: expect.stringMatching(/^monday\.db holds everything as it was just now \(\d/),
      stderr: "",
      status: 0,
    });
    expect((await run(["check", "monday.db"])).stdout).toContain("All is well");
  });

  it("encrypts the workspaces' tokens anew, and says when the earlier key can go", async () => {
    const [earlier, newest] = [randomBytes(32), randomBytes(32)] as const;
    const store = await openStore(file);
    await within(store, (desk) =>
      desk.installations.keep({
        team: "T1",
        ...keyringOf([earlier]).seal("T1", "the token"),
        expiresAt: undefined,
      }),
    );
    await store.close();
    const inHex = (...keys: Buffer[]) => ({
      TIGHTROPE_KEY: keys.map((key) => key.toString("hex")).join(","),
    });
    const lost = await run(["rekey"], inHex(newest));
    expect([lost.status, lost.stderr]).toEqual([
      1,
      expect.stringContaining("No key opens the tokens of T1."),
    ]);
    expect((await run(["rekey"], inHex(newest, earlier))).stdout).toContain(
      "1 encrypted with the newest key, 0 had",
    );
    const again = await run(["rekey"], inHex(newest));
    expect(again).toMatchObject({
      stdout: expect.stringContaining("The earlier keys can go"),
      stderr: "",
      status: 0,
    });
    expect((await run(["rekey"])).stderr).toContain("Set TIGHTROPE_KEY to the new key");
    const malformed = await run(["rekey"], {
      TIGHTROPE_KEY: `${newest.toString("hex")},${"secret".repeat(9)}`,
    });
    expect(malformed.stderr).toContain("Of the 2 keys in TIGHTROPE_KEY, key 2 cannot be read.");
    expect([malformed.status, malformed.stderr]).toEqual([1, expect.not.stringContaining("secret")]);
  });

  it.each<[string, string[], Record<string, string>, string]>([
    ["a store that is not there", ["check", "nowhere.db"], {}, "There is no store at nowhere.db."],
    ["no name for the backup", ["backup"], {}, "Name the file to copy into."],
    ["a backup that is there already", ["backup", "store.db"], {}, "store.db is there already."],
    ["PostgreSQL", ["backup", "x"], { DATABASE_URL: "postgres://h/d" }, "pg_dump --format=custom"],
    ...["check", "backup", "rekey"].map((command): [string, string[], Record<string, string>, string] => [
      `a DATABASE_URL of another kind of database to ${command}`,
      [command, ...(command === "backup" ? ["x"] : [])],
      { DATABASE_URL: "mysql://me:hidden@h/d", TIGHTROPE_KEY: "ab".repeat(32) },
      "DATABASE_URL must be the address of a PostgreSQL database such as postgres://",
    ]),
    ...["check", "backup", "rekey", "move"].map(
      (command): [string, string[], Record<string, string>, string] => [
        `a TIGHTROPE_DB that would forget everything to ${command}`,
        [command, ...({ backup: ["x"], move: ["--to", "postgres://h/d"] }[command] ?? [])],
        { TIGHTROPE_DB: ":memory:", TIGHTROPE_KEY: "ab".repeat(32) },
        "TIGHTROPE_DB must name a file on a disk",
      ],
    ),
    [
      "an encryption that it does not know",
      ["move", "--to", "postgres://me:hidden@h/d?sslmode=bogus"],
      {},
      "sslmode must be one of disable, prefer, require, verify-ca, verify-full, no-verify",
    ],
    ["nowhere to move to", ["move"], {}, "Say where to move it, with --to or DATABASE_URL"],
    ["another kind of database", ["move", "--to", "mysql://h/d"], {}, "an address such as postgres://"],
    [
      "a database that is away",
      ["move", "--to", "postgres://me:hidden@127.0.0.1:1/d"],
      {},
      "127.0.0.1:1/d cannot be used: nobody answers",
    ],
    ["a word it does not know", ["mend"], {}, 'There is no command "mend".'],
    ["no word", [], {}, "Say what to do: check, backup, move or rekey."],
  ])("answers %s in a sentence", async (_what, args, env, words) => {
    const { stdout, stderr, status } = await run(args, env);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/hidden|\n {4}at /);
    expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
  });

  it("speaks of the local stand-in only to whoever has no tokens", async () => {
    const nowhere = { TIGHTROPE_DB: join(folder, "nowhere.db"), SLACK_BOT_TOKEN: "", SLACK_CLIENT_ID: "" };
    for (const args of [["check"], ["backup", "x"]]) {
      expect((await run(args, nowhere)).stderr).toContain(
        "What is tried in the local stand-in is never kept.",
      );
      const { stderr } = await run(args, { ...nowhere, SLACK_BOT_TOKEN: "xoxb-1" });
      expect(stderr).toMatch(/^There is no store at .*nowhere\.db\. Name the file that .* TIGHTROPE_DB\.\n$/);
    }
  });

  it.runIf(POSTGRES.isThere)(
    "moves, shows how far it is, says what to do next, and moves again",
    async () => {
      const env = { DATABASE_URL: await freshSchema() };
      const first = await run(["move"], env);
      expect(first).toMatchObject({ stderr: "", status: 0 });
      expect(first.stdout).toMatch(/Moving .*: 100 %\n\d+ rows of \d+ tables are in the database/);
      expect(first.stdout).toContain("What to do next:\n  1. Give every instance this DATABASE_URL");
      expect((await run(["move", file], env)).stdout).toContain("All of it stood there already.");
      expect((await run(["check"], env)).stdout).toContain("tables of the database.");
    },
  );
});
