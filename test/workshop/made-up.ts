import type { Flow } from "../../src/flow/flow.ts";
import { loadFlow } from "../../src/flow/load.ts";
import { minimalWith } from "../flow/minimal.ts";

/** The smallest flow with these moods, one leading to the next, each back to the first, and all to the endings. */
export function flowOfMoods(names: readonly string[], title = "A late parcel"): Flow {
  const mood = (name: string, at: number) => `  ${name}:
    emoji: 😠
    feels: I am left alone with this.
    calls-for: [validation]
    says: [And now?, I am still waiting.]
    rules:
      - { when: dismiss, go: left }
      - { when: sarcasm, go: ${names[0]} }
      - { when: validation, go: ${names[at + 1] ?? "calm"} }
      - { when: [solution, apology], need: { trust: at least 10 }, go: calm }
`;
  const start = minimalWith("start: cross", `start: ${names[0]}`);
  const source = start.replace(/moods:[\s\S]*limits:/, () => `moods:\n${names.map(mood).join("")}limits:`);
  const { flow, problems } = loadFlow(source, "made-up.yml");
  if (!flow) throw new Error(problems.map(({ message }) => message).join("\n"));
  return { ...flow, title };
}
