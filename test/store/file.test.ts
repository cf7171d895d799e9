import { execFile } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { wasCut } from "../../src/store/again.ts";
import { backUp } from "../../src/store/back-up.ts";
import { checkStore } from "../../src/store/check-store.ts";
import { ON_ITS_WAY } from "../../src/store/holder.ts";
import { StoreGone } from "../../src/store/in-place.ts";
import { ForeignStore } from "../../src/store/opened.ts";
import { openSqlite, StoreInUse, StoreOutOfReach } from "../../src/store/sqlite.ts";
import { openStore, storeOn } from "../../src/store/store.ts";
import { next, practiceOf, within } from "./stores.ts";

const run = promisify(execFile);
const storeModule = new URL("../../src/store/store.ts", import.meta.url).href;

/** What another process says that opens the file, and then ends without a word of farewell. */
async function another(file: string, then = ""): Promise<string> {
  const script = `
    import { openStore } from ${JSON.stringify(storeModule)};
    try {
      const store = await openStore(${JSON.stringify(file)});
      ${then}
      console.log("opened");
    } catch (error) {
      console.log(error.message);
    }
    process.kill(process.pid, "SIGKILL");`;
  const ended = run(process.execPath, ["--input-type=module", "-e", script]).catch((error) => error);
  return (await ended).stdout.trim();
}

/** The names of all files that this process has open; one without a name has its folder in it. */
const filesOpenHere = () =>
  readdirSync("/proc/self/fd").flatMap((one) => {
    try {
      return [readlinkSync(`/proc/self/fd/${one}`)];
    } catch {
      return [];
    }
  });

describe("the store in a file", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tightrope-file-"));
    file = join(folder, "store.db");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("lets no second process in, and says what to do", async () => {
    const store = await openStore(file);
    expect(await another(file)).toBe(
      `Another Tightrope already uses ${file}. Stop it first, or give this one another file with TIGHTROPE_DB.`,
    );
    await expect(openStore(file)).rejects.toBeInstanceOf(StoreInUse);
    await store.close();
    expect(await another(file)).toBe("opened");
  });

  it("says what to do where it cannot be kept, or where the file is something else", async () => {
    const notes = join(folder, "notes.txt");
    writeFileSync(notes, "Not a store. ".repeat(500));
    for (const wrong of [join(notes, "store.db"), folder])
      await expect(openStore(wrong)).rejects.toThrow(/cannot be read and written .* TIGHTROPE_DB/);
    await expect(openStore(notes)).rejects.toThrow(/no store: restore a backup \(docs\/runbook.md\), or/);
    expect(() => backUp(notes, join(folder, "copy.db"))).toThrow(
      "The store is damaged, so it was not copied",
    );
    await expect(openStore(folder)).rejects.toBeInstanceOf(StoreOutOfReach);
  });

  it.skipIf(process.platform !== "linux")(
    "writes nothing into other files that the system may keep",
    async () => {
      const opened = await openSqlite(file);
      const rows = Array.from({ length: 100 }, (_, n) => ({
        team_id: "T1",
        hash: `${n}`,
        flow: "",
        shared: "",
        source: "What somebody wrote. ".repeat(500),
      }));
      await opened.db.insertInto("flow_source").values(rows).execute();
      const before = filesOpenHere();
      const others = await opened.inTurn("T1", async (trx) => {
        await trx
          .updateTable("flow_source")
          .set({ source: "Something else. ".repeat(500) })
          .execute();
        return filesOpenHere().filter((name) => !before.includes(name));
      });
      await opened.close();
      expect(others).toEqual([]);
    },
  );

  it("leaves a file alone in which something else is kept", async () => {
    const others = new Database(file);
    others.exec("create table customer (name text)");
    others.close();
    chmodSync(file, 0o644);
    await expect(openStore(file)).rejects.toBeInstanceOf(ForeignStore);
    expect(statSync(file).mode & 0o044).toBe(0o044);
    const after = new Database(file, { readonly: true });
    expect(after.prepare("select name from sqlite_master").pluck().all()).toEqual(["customer"]);
    after.close();
  });

  it("lets what found no room on a full disk be tried again", async () => {
    const opened = await openSqlite(file);
    const store = storeOn(opened, () => 1_000);
    const most = (pages: number) => sql`pragma max_page_count = ${sql.lit(pages)}`.execute(opened.db);
    const fill = () => store.note({ team: "T1", id: "Ev1", body: { text: "Words. ".repeat(100_000) } });
    await store.answers();
    await most(1);
    const failed = await fill().catch((error: unknown) => error);
    // As when the database is away: it may be tried again.
    expect(wasCut(failed)).toBe(true);
    await most(1_000_000);
    expect(await fill()).toBe(false);
    expect(await store.answers()).toBe(true);
    await store.close();
  });

  it("is for the account that made it alone", async () => {
    const store = await openStore(file);
    await store.close();
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it.skipIf(process.platform === "win32")(
    "is narrowed to that account where it was brought with wider rights, with all that lies beside it",
    async () => {
      const note = `await store.note({ team: "T1", id: "Ev1", body: {} });`;
      // Killed, so that the log and its index are there as well.
      expect(await another(file, note)).toBe("opened");
      const parts = ["", "-wal", "-shm"].map((ending) => `${file}${ending}`);
      for (const part of parts) chmodSync(part, 0o664);
      const warned: string[] = [];
      const store = await openStore(file, Date.now, (words) => warned.push(words));
      expect(parts.map((part) => statSync(part).mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
      expect(warned).toEqual([]);
      expect(await store.undone()).toHaveLength(1);
      await store.close();
    },
  );

  it("warns where its rights cannot be changed, and can be used", async () => {
    await (await openStore(file)).close();
    chmodSync(file, 0o644);
    const unchangeable = `
      import fs from "node:fs";
      import { syncBuiltinESMExports } from "node:module";
      fs.chmodSync = () => { throw new Error("EPERM"); };
      syncBuiltinESMExports();
      const { openStore } = await import(${JSON.stringify(storeModule)});
      const store = await openStore(${JSON.stringify(file)}, Date.now, console.log);
      console.log(await store.answers());
      await store.close();`;
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", unchangeable]);
    expect(stdout).toContain(
      "Other accounts of this machine may read the store, with what people wrote in private",
    );
    expect(stdout).toMatch(new RegExp(`chmod 600 ${file} .*\ntrue\n$`));
  });

  it.skipIf(process.platform === "win32")(
    "says when it was removed or replaced while it is in use",
    async () => {
      const store = await openStore(file);
      expect(await store.answers()).toBe(true);
      const elsewhere = join(folder, "moved.db");
      renameSync(file, elsewhere);
      await expect(store.answers()).rejects.toBeInstanceOf(StoreGone);
      await expect(store.answers()).rejects.toThrow(
        `${file} is gone while Tightrope uses it: what people write now is lost when Tightrope stops.`,
      );
      copyFileSync(elsewhere, file);
      await expect(store.answers()).rejects.toThrow(`${file} was replaced by another file`);
      // Moved back, all is as it was.
      renameSync(elsewhere, file);
      expect(await store.answers()).toBe(true);
      // Without its log it is whole again once it was closed in order.
      rmSync(`${file}-wal`);
      await store.note({ team: "T1", id: "Ev1", body: {} });
      await expect(store.answers()).rejects.toThrow(
        `${file}-wal is gone while Tightrope uses it: a crash loses what people write now. Stop Tightrope in order (SIGTERM, Ctrl+C), which brings everything into ${file}`,
      );
      await store.close();
      const again = await openStore(file, () => Date.now() + 120_000);
      expect(await again.undone()).toHaveLength(1);
      await again.close();
    },
  );

  it("is not taken for replaced while others read it, or copy it", async () => {
    const store = await openStore(file);
    await checkStore(file, { begin: () => {}, done: () => {} });
    backUp(file, join(folder, "copy.db"));
    expect(await store.answers()).toBe(true);
    await store.close();
  });

  it("can be opened after its process was killed, with everything that was committed", async () => {
    const note = `await store.note({ team: "T1", id: "Ev1", body: { text: "Hello" } });`;
    expect(await another(file, note)).toBe("opened");
    const store = await openStore(file);
    expect(await store.undone()).toMatchObject([{ team: "T1", id: "Ev1", body: { text: "Hello" } }]);
    await store.close();
  });

  it("what its process was sending when it was killed is looked for at once, and may still come for a while", async () => {
    const before = Date.now();
    const take = `await store.together("T1", (desk) => desk.send("T1", "D1", { text: "one" }));
      await store.next({ team: "T1", channel: "D1" });`;
    expect(await another(file, take)).toBe("opened");
    const store = await openStore(file);
    expect(await store.placesToServe()).toEqual([{ team: "T1", channel: "D1" }]);
    const found = await next(store, "D1");
    if (!found || !("settle" in found)) throw new Error("It is there to be looked for.");
    expect(found.sureFrom).toBeGreaterThanOrEqual(before + ON_ITS_WAY);
    expect(found.sureFrom).toBeLessThanOrEqual(Date.now() + ON_ITS_WAY);
    await store.close();
  });

  it("keeps practices, due dates and messages from one opening to the next", async () => {
    const first = await openStore(file, () => 5);
    await within(first, async (desk) => {
      await desk.keep(practiceOf("U1"));
      await desk.send("T1", "DU1", { text: "Hello" });
      await desk.setDue({ team: "T1", kind: "idle", subject: "practice-U1", at: 5 });
    });
    await first.close();
    const second = await openStore(file, () => 5);
    expect(await within(second, (desk) => desk.running("T1", "U1"))).toMatchObject({ id: "practice-U1" });
    expect(await second.placesToServe()).toHaveLength(1);
    expect(await second.dueNow()).toHaveLength(1);
    await second.close();
  });

  it("a place that is no folder is not taken for a file in use", async () => {
    await expect(openStore("/dev/null/store.db")).rejects.not.toBeInstanceOf(StoreInUse);
  });
});
