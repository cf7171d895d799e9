import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const security = readFileSync(join(root, "SECURITY.md"), "utf8").replace(/\s+/g, " ");
const promised = security.slice(
  security.indexOf("## What is promised"),
  security.indexOf("## Whom it is meant to withstand"),
);

/** Each test that a promise names: its file, and the words of its claim. */
const named = [...promised.matchAll(/`(test\/[\w/.-]+\.test\.ts)`, "([^"]+)"/g)].map(
  ([, file = "", claim = ""]) => ({ file, claim }),
);

describe("what SECURITY.md promises", () => {
  it.each(named)("is held by $file: $claim", ({ file, claim }) => {
    expect(existsSync(join(root, file))).toBe(true);
    const claims = [
      ...readFileSync(join(root, file), "utf8").matchAll(/["'`]((?:[^"'`\\\n]|(?<=\w)'(?=\w))+)["'`]/g),
    ];
    expect(claims.some(([, words = ""]) => words.includes(claim))).toBe(true);
  });

  it("names a test in every line", () => {
    const lines = promised.split(" - ").slice(1);
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.filter((line) => !/`test\//.test(line))).toEqual([]);
    expect(named.length).toBeGreaterThanOrEqual(lines.length);
  });
});
