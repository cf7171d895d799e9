import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { keyringOf, readKeys, UnknownKey, whichAreNoKeys } from "../../src/store/keyring.ts";

const one = randomBytes(32);
const other = randomBytes(32);
const TOKEN = "xoxb-the-token-of-a-workspace";

describe("a keyring", () => {
  it("opens what it sealed, and shows nothing of it", () => {
    const keys = keyringOf([one]);
    const sealed = keys.seal("T1", TOKEN);
    expect(keys.open("T1", sealed)).toBe(TOKEN);
    expect(Buffer.from(sealed.sealed, "base64").toString("latin1")).not.toContain("xoxb");
    expect(JSON.stringify(sealed)).not.toContain(one.toString("hex").slice(0, 12));
  });

  it("seals the same words differently each time", () => {
    const keys = keyringOf([one]);
    const many = new Set(Array.from({ length: 100 }, () => keys.seal("T1", TOKEN).sealed));
    expect(many.size).toBe(100);
  });

  it("opens nothing that was copied to another workspace", () => {
    const keys = keyringOf([one]);
    const sealed = keys.seal("T1", TOKEN);
    expect(() => keys.open("T2", sealed)).toThrow();
  });

  it("opens nothing of which a single byte was changed", () => {
    const keys = keyringOf([one]);
    const sealed = keys.seal("T1", TOKEN);
    const bytes = Buffer.from(sealed.sealed, "base64");
    for (const place of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => keys.open("T1", { ...sealed, sealed: changed.toString("base64") })).toThrow();
    }
    for (const short of [0, 11, 27]) {
      const cut = bytes.subarray(0, short).toString("base64");
      expect(() => keys.open("T1", { ...sealed, sealed: cut })).toThrow();
    }
  });

  it("seals with the first key and opens with all, so that keys can be exchanged", () => {
    const before = keyringOf([one]).seal("T1", TOKEN);
    const both = keyringOf([other, one]);
    expect(both.open("T1", before)).toBe(TOKEN);
    const after = both.seal("T1", TOKEN);
    expect(after.keyId).toBe(keyringOf([other]).newest);
    expect(keyringOf([other]).open("T1", after)).toBe(TOKEN);
  });

  it("says what to do when a key is missing, without telling a key", () => {
    const sealed = keyringOf([one]).seal("T1", TOKEN);
    const open = () => keyringOf([other]).open("T1", sealed);
    expect(open).toThrow(UnknownKey);
    expect(open).toThrow("Put the earlier key back behind the new one");
  });
});

describe("keys in the environment", () => {
  it("are read as hex or base64, one or several", () => {
    const text = `${one.toString("hex")}, ${other.toString("base64")},${one.toString("base64url")}`;
    expect(readKeys(text)).toEqual([one, other, one]);
  });

  it("that are none among several are told by their places, and not repeated", () => {
    const good = one.toString("hex");
    expect(whichAreNoKeys(`${good},hidden`)).toBe("Of the 2 keys in TIGHTROPE_KEY, key 2 cannot be read.");
    expect(whichAreNoKeys(`hidden,${good}, hidden`)).toContain(
      "Of the 3 keys in TIGHTROPE_KEY, keys 1 and 3",
    );
    for (const text of [good, "alone", `${good},${good}`]) expect(whichAreNoKeys(text)).toBeUndefined();
  });

  it.each([
    ["nothing", ""],
    ["a comma", ","],
    ["a word", "secret"],
    ["a short one", randomBytes(16).toString("hex")],
    ["a long one", randomBytes(33).toString("base64")],
    ["one good and one bad", `${one.toString("hex")},secret`],
  ])("%s is no key", (_what, text) => {
    expect(readKeys(text)).toBeUndefined();
  });
});
