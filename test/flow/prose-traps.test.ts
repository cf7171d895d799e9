import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadFlow } from "../../src/flow/load.ts";
import { mistakesIn } from "./minimal.ts";
import { paste } from "./paste.ts";

// How a line of prose runs into YAML when its trainer adds something to it.
const slips: Record<string, (line: string) => string> = {
  "a # before a word": (line) => line.replace(/ (\w)/, " #$1"),
  "*stars* around the first word": (line) => line.replace(/^(\w+)/, "*$1*"),
  "a colon after the first word": (line) => line.replace(/^(\w+) /, "$1: "),
  "a name in braces at the beginning": (line) => `{trainee}, ${line}`,
  "the first word in quotes": (line) => line.replace(/^(\w+)/, '"$1,"'),
  "a quotation mark that is not closed": (line) => `"${line}`,
  "an apostrophe at the beginning": (line) => `'${line.replace(/ /, "'s ")}`,
  "a stage direction in brackets": (line) => `[sighs] ${line}`,
  "an @ at the beginning": (line) => `@you ${line}`,
  "an & at the beginning": (line) => `&${line}`,
  "a ! at the beginning": (line) => `!${line}`,
  "a > at the beginning": (line) => `> ${line}`,
};
const EVERY = 83; // A sample of the lines is enough; the whole file takes minutes.

describe.each(["late-delivery", "double-charge", "eclipse-class"])("in any line of %s", (id) => {
  const lines = readFileSync(new URL(`../../flows/${id}.yml`, import.meta.url), "utf8").split("\n");
  const prose = lines.flatMap((line, at) => {
    const [, lead, words] =
      /^(\s*- |\s+(?:says|say|softer|because|feels|debrief|missed): )([A-Z][^"'#:{}]* .*)$/.exec(line) ?? [];
    return lead !== undefined && words !== undefined && !/["'#:{}]/.test(words) ? [{ at, lead, words }] : [];
  });

  test.each(Object.keys(slips))("%s is found on its line, and the pasted remedy mends it", (slip) => {
    for (const [index, { at, lead, words }] of prose.entries()) {
      const slipped = slips[slip]?.(words) ?? words;
      if (index % EVERY !== slip.length % EVERY || slipped === words) continue;
      const source = lines.with(at, lead + slipped).join("\n");
      const { flow, problems } = loadFlow(source, `${id}.yml`);
      expect(flow, source.split("\n")[at]).toBeUndefined();
      expect(problems.map(({ line }) => line)).toEqual([at + 1]);
      const mended = problems[0] && paste(problems[0], source);
      // A name in a text that the customer does not say is a mistake of its own.
      const left = mistakesIn(mended ?? "", `${id}.yml`).filter(({ code }) => code !== "text/placeholder");
      expect(left, problems[0]?.remedy).toEqual([]);
    }
  });
});
