import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { begin, happen } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import { folderOfFlows } from "../folder-of-flows.ts";
import { runCommand } from "../run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "tightrope-learn-"));
const file = join(folder, "store.db");
const flows = folderOfFlows(join(folder, "flows"), ["late-delivery", "strange-login", "twenty-years"]);
const learn = (names: string[] = [], database = file) =>
  runCommand("src/terminal/flows.ts", ["learn", ...names], {
    env: { TIGHTROPE_FLOWS: flows, TIGHTROPE_DB: database },
  });

let store: Store;
const practise = (flow: string, users: string[]) =>
  store.together("T1", async (desk) => {
    for (const user of users) {
      const session = happen(takeTurn(begin(projectFlow(flow), 7, "Ada"), "Marmalade and thunder."), {
        type: "stop",
      });
      const place = { team: "T1", id: `${flow}-${user}`, user, channel: "D1", control: "", pending: [] };
      await desk.learnFrom({ ...place, startedAt: 1, session });
    }
  });
beforeAll(async () => {
  store = await openStore(file);
  await practise("late-delivery", ["U1SECRET", "U2", "U3", "U4", "U5"]);
  await practise("strange-login", ["U1SECRET", "U2", "U3", "U4"]);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

it("says while Tightrope runs how far people come, never who, and nothing of flows that too few have practised", async () => {
  const { stdout, status } = await learn();
  expect(stdout).toMatch(/^late-delivery, version \d+: The birthday bike that did not come$/m);
  expect(stdout).toContain("How far: 1 to 3 messages: nearly all or all.");
  expect(stdout).toMatch(/Where people leave: in [a-z-]+: nearly all or all\./);
  expect(stdout).not.toMatch(/strange-login|SECRET|Marmalade|Ada/);
  expect(status).toBe(0);
});

it("says of a flow by its name when there is nothing to show yet, whether nobody or four have practised it", async () => {
  const [{ stdout: four }, { stdout: nobody }] = await Promise.all([
    learn(["strange-login"]),
    learn(["twenty-years"]),
  ]);
  expect(four).toContain("Nothing to show yet: figures begin with 5 different people");
  expect(four.split("\n")[1]).toBe(nobody.split("\n")[1]);
});

it("says what to do where the flow or the store is not there", async () => {
  expect((await learn(["late-delivry"])).stderr).toContain('Did you mean "late-delivery"?');
  const { stderr, status } = await learn([], join(folder, "nowhere.db"));
  expect(stderr).toContain("There is no store at");
  expect(status).toBe(1);
});
