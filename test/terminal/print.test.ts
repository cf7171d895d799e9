import { stripVTControlCharacters, styleText } from "node:util";
import { describe, expect, it } from "vitest";
import { inColumns } from "../../src/terminal/print.ts";

const linesOf = (text: string, columns: number) => inColumns(text, columns).split("\n");

describe("a text in columns", () => {
  it("is broken between words, and each of its own lines for itself", () => {
    expect(linesOf("One small step\nand another", 10)).toEqual(["One small", "step", "and", "another"]);
  });

  it("keeps what is indented indented, and what follows a number below its words", () => {
    expect(linesOf("    It showed: a step.", 14)).toEqual(["    It showed:", "    a step."]);
    expect(linesOf("2. You: Hello there", 12)).toEqual(["2. You:", "   Hello", "   there"]);
  });

  it("leaves alone what fits, such as a chart with its gaps", () => {
    const chart = "Trust   30  ▃▃▄▄▄▄   45\n              ^ v";
    expect(inColumns(chart, 24)).toBe(chart);
  });

  it("counts neither styles nor the two halves of an emoji wrongly", () => {
    const bold = styleText("bold", "Dana Whitfield", { validateStream: false });
    const lines = linesOf(`${bold}: Where is it? 😠😠😠😠`, 20);
    expect(lines.map(stripVTControlCharacters)).toEqual(["Dana Whitfield:", "Where is it?", "😠😠😠😠"]);
  });

  it("breaks within a word only where it is wider than the window", () => {
    expect(linesOf("see https://a.example/b ok", 10)).toEqual(["see", "https://a.", "example/b", "ok"]);
  });
});
