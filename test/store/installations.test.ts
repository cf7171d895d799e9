import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXCHANGED_AHEAD, KEPT_AFTER_REMOVAL } from "../../src/store/installations.ts";
import { keyringOf } from "../../src/store/keyring.ts";
import type { Opened } from "../../src/store/opened.ts";
import { reencrypt } from "../../src/store/reencrypt.ts";
import { DATABASES } from "./databases.ts";
import { type Shelf, STORES } from "./stores.ts";

const keys = keyringOf([randomBytes(32)]);
const HOUR = 3_600_000;

describe.each(STORES)("an installation %s", (_name, open) => {
  let shelf: Shelf;
  beforeEach(async () => {
    shelf = await open();
  });
  afterEach(() => shelf.close());

  const install = (team: string, expiresAt?: number, token = `xoxb-${team}`) =>
    shelf.store.together(team, (desk) =>
      desk.installations.keep({ team, ...keys.seal(team, token), expiresAt }),
    );
  const remove = (team: string) => shelf.store.together(team, (desk) => desk.installations.remove(team));
  const tokenOf = async (team: string) => {
    const kept = await shelf.store.installation(team);
    return kept && keys.open(team, kept);
  };
  const dueLater = async (ms: number) => {
    shelf.clock.now += ms;
    return (await shelf.store.dueNow()).map(({ team, kind }) => `${team} ${kind}`);
  };

  it("is found for its own workspace and for no other", async () => {
    await install("T1");
    await install("E2");
    expect(await tokenOf("T1")).toBe("xoxb-T1");
    expect(await tokenOf("E2")).toBe("xoxb-E2");
    expect(await tokenOf("T2")).toBeUndefined();
    expect(await shelf.store.installed()).toEqual(["E2", "T1"].map((team) => ({ team, keyId: keys.newest })));
  });

  it("takes the place of the one before", async () => {
    await install("T1");
    await install("T1", undefined, "xoxb-newer");
    expect(await tokenOf("T1")).toBe("xoxb-newer");
    expect(await shelf.store.installed()).toHaveLength(1);
  });

  it("loses its token at once when the app is removed, and is purged a day later", async () => {
    await install("T1", shelf.clock.now + 12 * HOUR);
    await remove("T1");
    expect(await shelf.store.installation("T1")).toBeUndefined();
    expect(await dueLater(KEPT_AFTER_REMOVAL - 1)).toEqual([]);
    expect(await dueLater(1)).toEqual(["T1 purge"]);
  });

  it("is not purged when the app comes back within the day", async () => {
    await install("T1");
    await remove("T1");
    shelf.clock.now += 23 * HOUR;
    await install("T1");
    expect(await dueLater(48 * HOUR)).toEqual([]);
  });

  it("has its token exchanged before it ends, each time anew", async () => {
    await install("T1", shelf.clock.now + 12 * HOUR);
    expect(await dueLater(12 * HOUR - EXCHANGED_AHEAD - 1)).toEqual([]);
    expect(await dueLater(1)).toEqual(["T1 token"]);
    await install("T1", shelf.clock.now + 12 * HOUR, "xoxb-newer");
    expect(await dueLater(9 * HOUR)).toEqual([]);
    await install("T1", undefined, "xoxb-for-ever");
    expect(await dueLater(99 * HOUR)).toEqual([]);
  });

  it("has its token exchanged by one of those who want to, and by another when that one is gone", async () => {
    await install("T1", shelf.clock.now + HOUR);
    const hold = () =>
      shelf.store.together("T1", (desk) => desk.installations.hold("T1", shelf.clock.now + 15_000));
    expect((await Promise.all([hold(), hold(), hold()])).filter(Boolean)).toHaveLength(1);
    shelf.clock.now += 15_000;
    expect(await hold()).toBe(true);
    expect(
      await shelf.store.together("T2", (desk) => desk.installations.hold("T2", shelf.clock.now + 15_000)),
    ).toBe(false);
  });
});

describe.each(DATABASES)("sealing tokens anew, in %s", (_name, open) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  const [older, newer] = [randomBytes(32), randomBytes(32)];
  const write = (team: string, { sealed, keyId }: { sealed: string; keyId: string }) =>
    opened.db
      .insertInto("installation")
      .values({
        team_id: team,
        sealed,
        key_id: keyId,
        installed_at: 1,
        expires_at: null,
        held_until: null,
      })
      .execute();
  const read = async (team: string, key: Buffer) => {
    const row = await opened.db
      .selectFrom("installation")
      .selectAll()
      .where("team_id", "=", team)
      .executeTakeFirstOrThrow();
    return keyringOf([key]).open(team, { sealed: row.sealed, keyId: row.key_id });
  };

  it("lets the earlier key go, can be repeated, and says whose token nobody can open", async () => {
    await write("T1", keyringOf([older]).seal("T1", "xoxb-1"));
    await write("T2", keyringOf([newer]).seal("T2", "xoxb-2"));
    await write("T3", keyringOf([randomBytes(32)]).seal("T3", "xoxb-3"));
    await write("T4", keyringOf([older]).seal("T1", "xoxb-copied"));
    const told: string[] = [];
    const both = keyringOf([newer, older]);
    const first = await reencrypt(opened, both, (done, of) => void told.push(`${done} of ${of}`));
    expect(first).toEqual({ changed: 1, already: 1, unreadable: ["T3", "T4"] });
    expect(told).toEqual(["1 of 4", "2 of 4", "3 of 4", "4 of 4"]);
    expect(await read("T1", newer)).toBe("xoxb-1");
    expect(await read("T2", newer)).toBe("xoxb-2");
    expect(await reencrypt(opened, both)).toEqual({ changed: 0, already: 2, unreadable: ["T3", "T4"] });
  });
});
