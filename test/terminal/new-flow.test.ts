import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadFlow } from "../../src/flow/load.ts";
import { runCommand } from "../run-command.ts";

const ANSWERS = [
  "Rosa Lindqvist",
  "The tent tore.",
  "the children, rain",
  "let down, cold",
  "when they travel on: We leave on Thursday.",
  "send another tent",
];

let flows: string;
beforeEach(() => {
  flows = mkdtempSync(join(tmpdir(), "tightrope-new-"));
});
afterEach(() => rmSync(flows, { recursive: true }));

const answer = (lines: readonly string[], ...args: string[]) =>
  runCommand("src/terminal/flows.ts", ["new", ...args], {
    input: lines
      .map(
        (line) => `${line}
`,
      )
      .join(""),
    env: { TIGHTROPE_FLOWS: flows },
  });

/** The flow in a file of the folder, which has to be without a problem. */
function flowIn(file: string) {
  const { flow, problems } = loadFlow(readFileSync(join(flows, file), "utf8"), file);
  expect(problems).toEqual([]);
  return flow ?? expect.unreachable();
}

describe("npm run flows -- new", () => {
  it("asks six questions, writes a flow, and says what to do with it", async () => {
    const { stdout, status } = await answer(ANSWERS);
    expect(stdout).toContain("6 of 6.");
    expect(stdout).toContain(`npm run practise -- ${join(flows, "the-tent-tore.yml")}`);
    expect(flowIn("the-tent-tore.yml").id).toBe("the-tent-tore");
    expect(status).toBe(0);
  });

  it("asks for another name as soon as it knows that the name is taken, and takes a free one for Enter", async () => {
    writeFileSync(join(flows, "the-tent-tore.yml"), "mine");
    const [name = "", happened = "", ...others] = ANSWERS;
    const { stdout } = await answer([name, happened, "", ...others]);
    expect(stdout.indexOf("There is a flow called the-tent-tore already.")).toBeLessThan(
      stdout.indexOf("3 of 6."),
    );
    expect(flowIn("the-tent-tore-2.yml").persona.name).toBe("Rosa Lindqvist");
    await answer([name, happened, "the-tent-tore", "Torn Tent.yml", ...others]);
    expect(flowIn("torn-tent.yml").id).toBe("torn-tent");
    expect(readFileSync(join(flows, "the-tent-tore.yml"), "utf8")).toBe("mine");
  });

  it("asks how they would say it where the fifth answer has no colon", async () => {
    const answers = ANSWERS.with(4, "when they travel on");
    expect((await answer([...answers, "On Thursday we leave"])).stdout).toContain("How would they say it");
    const facts = flowIn("the-tent-tore.yml").facts;
    expect(facts[0]?.reveals[0]?.say).toBe("On Thursday we leave.");
  });

  it("gives back what was answered when somebody leaves in the middle", async () => {
    const { stderr, status } = await answer(ANSWERS.slice(0, 3));
    expect(stderr).toContain("Nothing was written");
    for (const said of ANSWERS.slice(0, 3)) expect(stderr).toContain(said);
    expect(readdirSync(flows)).toEqual([]);
    expect(status).toBe(1);
  });

  it("writes to the file that --out names, and calls the flow the same", async () => {
    expect((await answer(ANSWERS, "--out", join(flows, "torn-tent.yml"))).status).toBe(0);
    expect(flowIn("torn-tent.yml").id).toBe("torn-tent");
  });

  it("prints the flow where no file can be written, so that no answer is lost", async () => {
    const unwritable = join(flows, "notes.txt", "torn-tent.yml");
    writeFileSync(join(flows, "notes.txt"), "no folder");
    const nowhere = await answer(ANSWERS, "--out", unwritable);
    expect(nowhere.stdout).toContain(`${unwritable} cannot be written`);
    expect(nowhere.stdout).toContain("flow: torn-tent");
    expect(nowhere.status).toBe(1);
    expect((await answer([...ANSWERS, join(flows, "torn-tent")], "--out", unwritable)).status).toBe(0);
    expect(flowIn("torn-tent.yml").id).toBe("torn-tent");
  });

  it.each([
    ["torn-tent", "--out takes a file that ends in .yml, such as  --out torn-tent.yml"],
    ["nowhere/torn-tent.yml", "There is no folder nowhere."],
    ["flows/late-delivery.yml", "There is a file flows/late-delivery.yml already."],
    ["flows/Torn Tent.yml", "such as  --out flows/torn-tent.yml"],
  ])("--out %s is answered before anything is asked", async (out, words) => {
    const { stdout, stderr, status } = await answer(ANSWERS, "--out", out);
    expect(stderr).toContain(words);
    expect(stdout).toBe("");
    expect(status).toBe(1);
  });
});
