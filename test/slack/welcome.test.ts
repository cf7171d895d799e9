import { expect, it } from "vitest";
import { welcome } from "../../src/slack/welcome.ts";

it("whoever starts the stand-in is told where it is, and where their practices go", () => {
  const words = welcome("http://localhost:3300");
  expect(words).toContain("http://localhost:3300");
  expect(words).toMatch(/^ {2}Practices here are kept in memory and go when you stop it.*TIGHTROPE_DB/m);
});

it("no line of it is broken by a narrow terminal", () => {
  for (const line of welcome("http://localhost:3300").split("\n"))
    expect(line.length).toBeLessThanOrEqual(90);
});
