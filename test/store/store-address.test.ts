import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/slack/settings.ts";
import { NoAddress, storeAddress } from "../../src/store/store-address.ts";

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
      expect(readSettings(env)).toEqual({ problems: [new NoAddress().message] });
    },
  );
});
