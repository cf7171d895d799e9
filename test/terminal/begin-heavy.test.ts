import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "vitest";
import { projectFlow } from "../flows-of-the-project.ts";
import { HAS_TERMINAL, KEYS, type Person, practiseInTerminal } from "./pseudo-terminal.ts";

let folder: string;
let person: Person;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tightrope-heavy-"));
  const { source } = projectFlow("late-delivery");
  writeFileSync(join(folder, "late-delivery.yml"), source);
  const heavy = source
    .replace("flow: late-delivery", "flow: heavy-one")
    .replace("heavy: false", "heavy: true")
    .replace(/^title: .*$/m, "title: The heavy one");
  writeFileSync(join(folder, "heavy-one.yml"), heavy);
  person = practiseInTerminal("heavy-one --seed 7", {
    TIGHTROPE_DB: join(folder, "store.db"),
    TIGHTROPE_FLOWS: folder,
  });
});
afterEach(() => {
  person.close();
  rmSync(folder, { recursive: true });
});

describe.runIf(HAS_TERMINAL)("a heavy practice in a terminal", () => {
  it("asks first, can be left for another, and offers a lighter one after a heavy one", async () => {
    await person.sees("Before you begin: The heavy one.");
    await person.chooses("Choose another");
    await person.sees("Whom do you want to practise with?");
    await person.chooses("The heavy one");
    await person.chooses("Begin");
    await person.sees("You:");
    person.presses("stop", KEYS.enter);
    await person.chooses("Choose a customer");
    await person.chooses("The heavy one");
    await person.sees("Your last practice was heavy too. A lighter one may be good now");
    await person.chooses("Start the lighter one");
    await person.sees("The birthday bike that did not come");
    await person.sees("Dana Whitfield:");
  });
});
