import { createServer, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { awaitStore } from "../../src/operations/await-store.ts";
import { DatabaseOutOfReach, outOfReach } from "../../src/store/postgres.ts";
import { openStore, type Store } from "../../src/store/store.ts";

const ADDRESS = "postgres://me:hidden@h/d";
const TIMES = { patience: 200, pause: 1 };
const lines: string[] = [];
const log = {
  info: (_fields: unknown, words: string) => void lines.push(words),
  warn: (words: string) => void lines.push(words),
} as never;
afterEach(() => {
  lines.length = 0;
});

/** What the store says of an error of this code; opening it fails with that so often. */
const failing = (code: string, often = Number.POSITIVE_INFINITY) => {
  let tries = 0;
  const open = async () => {
    tries += 1;
    if (tries <= often) throw outOfReach(ADDRESS, Object.assign(new Error("no"), { code }));
    return openStore(":memory:");
  };
  return { open, tries: () => tries };
};

describe("a start", () => {
  it.each(["ECONNREFUSED", "ENOENT", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "ECONNRESET", "57P03", "53300"])(
    "waits for a database that answers %s, and says so once",
    async (code) => {
      const { open, tries } = failing(code, 3);
      const store: Store = await awaitStore(open, log, TIMES);
      expect(tries()).toBe(4);
      expect(lines).toEqual([
        expect.stringMatching(/^(?!.*hidden)The database at h\/d cannot be used: .* I wait for it/),
        "the database is there",
      ]);
      await store.close();
    },
  );

  it.each(["28P01", "28000", "3D000", "3F000", "42501", "25006", "53100", "ERR_INVALID_URL", "XX000"])(
    "fails at once where it is %s",
    async (code) => {
      const { open, tries } = failing(code);
      await expect(awaitStore(open, log, TIMES)).rejects.toThrow();
      expect([tries(), lines]).toEqual([1, []]);
    },
  );

  it("gives up in the end, and says what is wrong", async () => {
    const { open } = failing("ECONNREFUSED");
    const waiting = awaitStore(open, log, TIMES);
    await expect(waiting).rejects.toBeInstanceOf(DatabaseOutOfReach);
    await expect(waiting).rejects.toThrow("nobody answers there. Check DATABASE_URL.");
    expect(lines).toHaveLength(1);
  });

  it("does not wait for what nobody says anything about", async () => {
    const bug = new TypeError("a bug of ours");
    await expect(awaitStore(() => Promise.reject(bug), log, TIMES)).rejects.toBe(bug);
  });

  it("takes a database at its word that it is just starting", async () => {
    const words = "SFATAL\0C57P03\0Mthe database system is starting up\0\0";
    const says = Buffer.concat([Buffer.from("E\0\0\0\0"), Buffer.from(words)]);
    says.writeInt32BE(says.length - 1, 1);
    const ways = new Set<Socket>();
    const starting = createServer((way) => {
      ways.add(way.on("error", () => {}));
      way.once("data", () => way.end(says));
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => starting.once("listening", resolve));
    const { port } = starting.address() as { port: number };
    const opening = openStore(`postgres://127.0.0.1:${port}/practice`);
    await expect(opening).rejects.toMatchObject({ mayCome: true });
    await expect(opening).rejects.toThrow("it is just starting or stopping.");
    for (const way of ways) way.destroy();
    starting.close();
  });
});
