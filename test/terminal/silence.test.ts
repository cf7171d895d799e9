import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { showWholeTalk } from "../../src/terminal/show-debrief.ts";
import { leftAlone } from "../feedback/left-alone.ts";
import { COLD_SOUP } from "../slack/practice-room.ts";
import { HAS_TERMINAL, KEYS, type Person, practiseInTerminal } from "./pseudo-terminal.ts";

// A customer who asks after two seconds of silence, and has had enough of it then.
const IMPATIENT = [
  ["after: 1 minute", "after: 2 seconds\n  feel: { anger: +40 }"],
  ["limits:", "limits:\n  - need: { anger: at least 95, turns: at least 1 }\n    go: gone"],
].reduce((text, [from = "", to = ""]) => text.replace(from, to), COLD_SOUP.source);

it("the whole talk ends with what the customer said while nobody wrote", () => {
  const session = leftAlone();
  const [, silence = ""] = showWholeTalk(session).split("After that there was silence:\n");
  expect(silence.split("\n").at(-1)).toBe(`Dana Whitfield: ${session.said.at(-1)}`);
});

describe.runIf(HAS_TERMINAL)("a practice in a terminal in which nobody writes any more", () => {
  let folder: string;
  let person: Person;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tightrope-silence-"));
    const flows = join(folder, "flows");
    mkdirSync(flows);
    writeFileSync(join(flows, "cold-soup.yml"), IMPATIENT);
    const env = { TIGHTROPE_DB: join(folder, "store.db"), TIGHTROPE_FLOWS: flows };
    person = practiseInTerminal("cold-soup --seed 7", env);
  });
  afterEach(() => {
    person.close();
    rmSync(folder, { recursive: true });
  });

  it("ends by itself, and the debrief and the whole talk tell of it", async () => {
    await person.sees("You:");
    person.presses("Hello, which soup was it?", KEYS.enter);
    await person.sees("Robin Ashdown:");
    await person.sees("Robin Ashdown: Goodbye.");
    await person.sees("when no more came.");
    await person.chooses("The whole talk, turn by turn");
    await person.sees("After that there was silence:");
    await person.chooses("That's all for now");
    expect(await person.leaves()).toContain("Robin Ashdown: Goodbye.");
  });
});
