import { describe, expect, it } from "vitest";
import { loadFlow } from "../../src/flow/load.ts";
import { begin } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { escaped } from "../../src/slack/message.ts";
import { COLD_SOUP } from "../slack/practice-room.ts";

const BITS = [
  ...[
    "a",
    "a ",
    "  ",
    "\n",
    " \n",
    "A. ",
    "1,",
    "*",
    "_*~`",
    "((((",
    "?!",
    "…",
    "'",
    "“",
    "-",
    "é",
    "😀",
    "&lt;",
  ],
  ...["I'm so sorry ", "you ", "can you ", "the the ", "http://a.", "<@U1> "],
];
const YAML = [
  "- ",
  "a: ",
  "a: b\n",
  "&a ",
  "*a ",
  "[",
  "{",
  "? ",
  "| ",
  "\t",
  "# x\n",
  '"',
  "- - ",
  "!!x ",
  "---\n",
];
// What takes more than proportionally long takes minutes for texts like these; a slow machine takes a second or two.
const SOON = 5_000;

const soon = (work: () => unknown) => {
  const began = performance.now();
  work();
  expect(performance.now() - began).toBeLessThan(SOON);
};

describe("a text as long as Slack lets it be, made of one thing over and over", () => {
  it.each(BITS)("is read and shown soon when it is %j", (bit) => {
    const text = bit.repeat(Math.ceil(40_000 / bit.length));
    const session = begin(COLD_SOUP, 1, "Ada");
    soon(() => takeTurn(session, text));
    soon(() => escaped(text));
  });
});

describe("a file as large as a flow may be, made of one thing over and over", () => {
  it.each([...BITS, ...YAML])("is refused soon when it is %j", (bit) => {
    soon(() => {
      const { flow, problems } = loadFlow(bit.repeat(Math.ceil(199_000 / bit.length)), "made-up.yml");
      expect(flow).toBeUndefined();
      expect(problems.length).toBeGreaterThan(0);
    });
  });
});
