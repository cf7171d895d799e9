import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { folderOfFlows } from "../folder-of-flows.ts";
import { runCommand } from "../run-command.ts";
import { HAS_TERMINAL, KEYS, type Person, practiseInTerminal } from "./pseudo-terminal.ts";

const LINE = "Calm down please, it's only a bike.";

let folder: string;
let env: { TIGHTROPE_DB: string; TIGHTROPE_FLOWS: string };
let person: Person;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tightrope-look-back-"));
  env = {
    TIGHTROPE_DB: join(folder, "store.db"),
    TIGHTROPE_FLOWS: folderOfFlows(join(folder, "flows"), ["late-delivery"]),
  };
});
afterEach(() => {
  person.close();
  rmSync(folder, { recursive: true });
});

const listed = async () => (await runCommand("src/terminal/appeals.ts", ["list"], { env })).stdout;

const practise = async (more = {}) => {
  person = practiseInTerminal("late-delivery --seed 7", { ...env, ...more });
  await person.sees("You:");
  person.presses(LINE, KEYS.enter);
  await person.sees("Dana Whitfield:");
  person.presses("stop", KEYS.enter);
};

const seeDifferently = async () => {
  await person.chooses("I see it differently");
  await person.chooses("1. Calm down please");
  await person.chooses("Telling somebody to calm down: seen");
  await person.chooses("It isn't there");
  await person.sees("May a trainer see these words?");
};

describe.runIf(HAS_TERMINAL)("looking back in a terminal", () => {
  it("a reading can be seen differently, and a trainer sees the words when that is agreed to", async () => {
    await practise();
    await seeDifferently();
    person.presses(KEYS.up, KEYS.enter);
    await person.sees("Why?");
    person.presses("A friendly word.", KEYS.enter);
    await person.sees("Noted. The reading stays as it is; a trainer may use this line");
    await person.sees("No, take it back");
    person.presses(KEYS.enter);
    await person.chooses("Your progress");
    await person.sees("Validation: not spotted in the one practice that called for it.");
    await person.chooses("That's all for now");
    await person.leaves();
    expect(await listed()).toContain(`The line: ${LINE}`);
    expect(await listed()).toContain("Why: A friendly word.");
  });

  it("without consent no word of it is kept, and what was noted can be taken back", async () => {
    await practise();
    await seeDifferently();
    person.presses(KEYS.enter);
    await person.sees("none of your words");
    await person.sees("No, take it back");
    expect(await listed()).toMatch(
      /Without consent, so without words:\n {2}1 × Telling somebody to calm down/,
    );
    expect(await listed()).not.toContain(LINE);
    person.presses(KEYS.left, KEYS.enter);
    await person.sees("You took this back. Nothing of it is kept.");
    await person.chooses("That's all for now");
    await person.leaves();
    expect(await listed()).toContain("Nobody has seen a reading differently so far.");
  });

  it("nothing is wider than the terminal, and without colours all is still said", async () => {
    await practise({ NO_COLOR: "1" });
    for (const way of ["The whole talk, turn by turn", "Swap seats", "Your progress", "That's all for now"])
      await person.chooses(way);
    const lines = (await person.leaves()).split(/\r*\n/);
    expect(lines).toContain("1. You: [Calm down please], [it's only a bike.]");
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });
});
