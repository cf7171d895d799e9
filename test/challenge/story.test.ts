import { describe, expect, it } from "vitest";
import { hearBack, surely } from "../../src/challenge/hear-back.ts";
import { storyOf } from "../../src/challenge/story.ts";
import { BEV, flowNamed } from "./told-story.ts";

describe("the story of a flow", () => {
  it("is the one its trainer wrote", () => {
    expect(BEV.tells).toEqual(flowNamed("say-it-back").story?.tells);
    expect(BEV.askable.filter(({ told }) => !told).map(({ id }) => id)).toContain("wish");
  });

  it("is an opening and what its facts reveal where none was written, the same for the same seed", () => {
    const flow = flowNamed("late-delivery");
    const story = storyOf(flow, 5);
    expect(storyOf(flow, 5)).toEqual(story);
    expect(story.tells).toHaveLength(1 + story.facts.length);
    expect(flow.opens.map(({ say }) => say.replaceAll("{trainee}", "everybody"))).toContain(story.tells[0]);
    expect(story.tells.join()).not.toMatch(/\{/);
  });

  it("can be said back in either case", () => {
    const story = storyOf(flowNamed("late-delivery"), 5);
    const address = story.facts.find(({ what }) => what.includes("Alder Row") || what.includes("moved"));
    const said = `So I heard: ${address?.what.split(" ").slice(0, 7).join(" ")}, and all that ${address?.what.split(" ").slice(7).join(" ")}`;
    expect(hearBack(story, said).facts.map(({ id }) => id)).toContain(address?.id);
    const [feeling] = story.persona.feelings;
    expect(surely(hearBack(story, `She is ${feeling}.`).feelings)).toHaveLength(1);
  });
});
