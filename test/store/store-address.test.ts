import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/slack/settings.ts";
import { DATABASE_URL_HELP, NoAddress, storeAddress } from "../../src/store/store-address.ts";

describe("where the store is", () => {
  it("is the database that DATABASE_URL names, or else the file, for the commands as for the app", () => {
    for (const [env, address] of [
      [{ DATABASE_URL: " postgres://h/d ", TIGHTROPE_DB: "my.db" }, "postgres://h/d"],
      [{ DATABASE_URL: "postgresql://h/d" }, "postgresql://h/d"],
      [{ DATABASE_URL: "", TIGHTROPE_DB: "my.db" }, "my.db"],
      [{}, "data/tightrope.db"],
    ] as const) {
      expect(storeAddress(env)).toBe(address);
      expect(readSettings(env)).toMatchObject({ store: address });
    }
  });

  it.each(["mysql://me:hidden@h/d", "tightrope", " ", "postgres://h:port/d"])(
    'is never the file when DATABASE_URL is "%s": commands refuse in the words of the app',
    (DATABASE_URL) => {
      const env = { DATABASE_URL, TIGHTROPE_DB: "my.db" };
      const refused = () => storeAddress(env);
      expect(refused).toThrow(NoAddress);
      expect(refused).toThrow(/^(?!.*hidden).*such as postgres:\/\//);
      expect(readSettings(env)).toEqual({ problems: [DATABASE_URL_HELP] });
    },
  );

  it("is encrypted as pg knows it, or not begun: commands refuse another sslmode in the words of the app", () => {
    const at = (mode: string) => ({ DATABASE_URL: `postgres://me:hidden@h/d?sslmode=${mode}` });
    for (const known of ["disable", "require", "verify-full", "no-verify"])
      expect(storeAddress(at(known))).toContain(known);
    const refused = () => storeAddress(at("bogus"));
    expect(refused).toThrow(NoAddress);
    expect(refused).toThrow(/^(?!.*hidden).*sslmode must be one of disable, .*verify-full/);
    const { problems } = readSettings(at("bogus")) as { problems: string[] };
    expect(problems).toEqual([expect.stringContaining("sslmode must be one of disable")]);
  });

  it.each([":memory:", "file:x.db", "file::memory:?cache=shared", "postgres://me:hidden@h/d"])(
    'is never what forgets or is no file: TIGHTROPE_DB="%s" is refused',
    (TIGHTROPE_DB) => {
      const words = /^(?!.*hidden)TIGHTROPE_DB must name a file on a disk/;
      expect(() => storeAddress({ TIGHTROPE_DB })).toThrow(words);
      expect(readSettings({ TIGHTROPE_DB })).toEqual({ problems: [expect.stringMatching(words)] });
    },
  );

  it.each(["my.db", "C:\\data\\my.db", "/var/lib/tightrope.db", "memory"])(
    'is a file that TIGHTROPE_DB names, such as "%s"',
    (TIGHTROPE_DB) => expect(storeAddress({ TIGHTROPE_DB })).toBe(TIGHTROPE_DB),
  );
});
