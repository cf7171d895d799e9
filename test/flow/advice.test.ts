import { describe, expect, it } from "vitest";
import { readerContext } from "../../src/flow/reader-context.ts";
import { type Sign, signsOf } from "../../src/flow/signs.ts";
import { read } from "../../src/skills/read.ts";
import { projectFlows } from "../flows-of-the-project.ts";

const HARMFUL: Sign[] = ["escalating", "overpromise", "over-empathy", "canned"];
const SKILLS: Sign[] = ["validation", "question", "de-escalation"];

// What the debrief recommends, the reader must not hold against whoever follows it.
describe.each(projectFlows.map((flow) => ({ flow, name: flow.id })))("the examples of $name", ({ flow }) => {
  const examples = Object.entries(flow.feedback).flatMap(([sign, { try: lines }]) =>
    lines.map((line) => ({ sign: sign as Sign, line })),
  );

  it.each(examples)("$sign: “$line” shows what it stands for, and nothing that hurts", ({ sign, line }) => {
    const said = [...flow.opens, ...flow.facts.flatMap((fact) => fact.reveals)].map(({ say }) => say);
    const shown = signsOf(read(line, said[0] ?? "", readerContext(flow, said, [])));
    expect(shown.filter((one) => HARMFUL.includes(one))).toEqual([]);
    if (SKILLS.includes(sign)) expect(shown).toContain(sign);
  });
});
