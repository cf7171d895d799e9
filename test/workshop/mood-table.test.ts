import { describe, expect, it } from "vitest";
import { play } from "../../src/flow/compile.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { readingOf, type Sign } from "../../src/flow/signs.ts";
import { moodTable } from "../../src/workshop/mood-table.ts";
import { tableInMarkdown, tableInText, tableInWords } from "../../src/workshop/write-table.ts";
import { flowFrom } from "../flow/play-with.ts";
import { projectFlow, projectFlows } from "../flows-of-the-project.ts";
import { flowOfMoods } from "./made-up.ts";

/** The cell of a message in a mood, as it is written in Markdown. */
function cell(flow: Flow, message: string, mood: string): string | undefined {
  const rows = tableInMarkdown(moodTable(flow))
    .split("\n")
    .slice(2)
    .map((line) => line.split(" | "));
  const row = rows.find(([signs]) => signs?.replace("| ", "").split(",<br>").includes(message));
  return row?.[Object.keys(flow.moods).indexOf(mood) + 2]?.replace(/ \|$/, "");
}

describe("the table of moods and messages", () => {
  const late = projectFlow("late-delivery");

  it("tells where a message leads, and under what", () => {
    expect(cell(late, "specific-validation", "furious")).toBe(
      "frustration at most 59 → guarded<br>else stays",
    );
    expect(cell(late, "specific-validation + question", "furious")).toBe("→ guarded");
    expect(cell(late, "solution", "storming")).toBe("stays (frustration +6)");
    expect(cell(late, "concrete-de-escalation", "weighing")).toBe(
      "after specific validation → resolved<br>else → arranged",
    );
  });

  it("knows that what is shown now has been heard", () => {
    expect(cell(flowFrom("rich.yml"), "solution", "cross")).toBe("after validation → calm<br>else stays");
  });

  it("leaves a cell empty where a message cannot be what its row says", () => {
    expect(cell(late, "premature-solution", "furious")).toBe("stays (frustration +10, trust -5)");
    expect(cell(late, "premature-solution", "guarded")).toBe("–");
  });

  it("puts messages with the same fate into one row, and says how they are felt", () => {
    const table = tableInMarkdown(moodTable(late));
    expect(table).toContain(
      "| escalating,<br>calm-command,<br>minimise,<br>non-apology,<br>blame-others | worse: frustration +14, trust -10 |",
    );
    expect(table).toContain("| specific-validation | better: frustration -14, trust +12 |");
    expect(table).toContain("| no different |");
    expect(table).toContain("| dwelling | better: trust +3; worse: frustration +1 |");
  });

  it.each(projectFlows.map((flow) => [flow.id, flow] as const))(
    "of %s calls a move better only when it is towards the better end of its meter",
    (_, flow) => {
      const felt = tableInWords(moodTable(flow)).rows.flatMap((row) => row.felt.split("; "));
      for (const [, name, moves = ""] of felt.flatMap((told) => [/^(better|worse): (.*)$/.exec(told) ?? []]))
        for (const move of moves.split(", ").filter((one) => one !== "")) {
          const [meter = "", amount] = move.split(" ");
          const isUp = Number(amount) > 0;
          const isBetter = isUp === (flow.meters[meter]?.better === "high");
          expect([move, isBetter ? "better" : "worse"]).toEqual([move, name]);
        }
    },
  );

  it.each([60, 100, 170])("as text keeps to %i columns, every mood in it", (width) => {
    const text = tableInText(
      moodTable(flowOfMoods(Array.from({ length: 30 }, (_, at) => `mood-${at}`))),
      width,
    );
    const widest = Math.max(...text.split("\n").map((line) => line.length));
    expect(widest).toBeLessThanOrEqual(Math.max(width, 70));
    expect(text).toContain("mood-29");
  });

  it.each(projectFlows.map((flow) => [flow.id, flow] as const))(
    "of %s says what a first message does",
    (_, flow) => {
      const { moods, rows } = moodTable(flow);
      const start = moods.indexOf(flow.start);
      const only = (signs: readonly Sign[]) => signs.every((sign) => !FROM_THE_TALK.includes(sign));
      for (const { messages, cells } of rows)
        for (const message of messages.filter(only)) {
          const cases = cells[start] ?? [];
          if (cases.length !== 1) continue;
          const after = play(flow, 1, "Sam").after({ type: "reply", reading: readingOf(message) });
          const isPremature = after.standing.talk.last.signs.includes("premature-solution");
          if (!isPremature)
            expect([message, after.standing.mood]).toEqual([message, cases[0]?.to ?? flow.start]);
        }
    },
  );
});

// What depends on what came before, and what a made-up reading shows at a level of its own.
const FROM_THE_TALK: Sign[] = [
  "premature-solution",
  "asked-again",
  "repeated-apology",
  "dwelling",
  "escalating",
  "validation",
  "question",
  "de-escalation",
];
