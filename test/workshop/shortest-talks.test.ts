import { describe, expect, test } from "vitest";
import { messageInWords } from "../../src/workshop/message-in-words.ts";
import { shortestTalks, talkOf } from "../../src/workshop/shortest-talks.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import { flowWith } from "./flow-with.ts";

const told = (flow: ReturnType<typeof flowWith>, atMost = 2_000) =>
  Object.fromEntries(
    shortestTalks(flow, atMost).map(({ ending, messages, atLeast }) => [
      ending,
      messages ? messages.map(messageInWords).join(" > ") : `at least ${atLeast}`,
    ]),
  );

describe("the shortest talk", () => {
  test("to each ending has no message and no sign too many", () => {
    expect(told(flowWith())).toEqual({ calm: "solution", left: "dismiss" });
  });

  test("asks for what has to be known and shows what has to be heard, first", () => {
    const flow = flowWith([
      "need: { trust: at least 10 }",
      "need: { heard: specific-validation, knows: street }",
    ]);
    expect(told(flow)).toMatchObject({
      calm: "specific-validation + exploring-question for street > solution",
    });
  });

  test("to an ending that only a limit leads to is as long as the limit says", () => {
    const flow = flowWith([
      "      - when: dismiss\n        go: left",
      "      - when: dismiss\n        says: Oh.",
    ]);
    expect(told(flow)).toEqual({ calm: "solution", left: Array(9).fill("nothing").join(" > ") });
  });

  test("is found where meters move in small steps", () => {
    const flow = flowWith(
      ["need: { trust: at least 10 }", "need: { trust: at least 24 }"],
      [
        "validation: { trust: 1 }, question: { trust: 1 }, de-escalation: { trust: 1 }",
        "apology: { trust: 1 }",
      ],
      ["need: { knows: street }", "need: { knows: street, trust: at least 23 }"],
    );
    const [calm] = shortestTalks(flow, 2_000);
    expect(calm?.messages?.map(messageInWords)).toEqual([...Array(4).fill("apology"), "solution"]);
  });

  test.each(["late-delivery", "double-charge", "eclipse-class"])("replays to its ending in %s", (id) => {
    const flow = projectFlow(id);
    const found = shortestTalks(flow, 3_000);
    for (const { ending, messages } of found) {
      if (!messages) continue;
      const { standing } = talkOf(flow, messages);
      expect(standing.ending).toBe(ending);
      expect(standing.talk.turns).toBe(messages.length);
    }
    expect(found.filter(({ messages }) => messages).length).toBeGreaterThan(2);
  });
});

describe("a search that does not find an ending", () => {
  test("says how many messages it takes at least when it was given too few tries", () => {
    const [calm] = shortestTalks(
      flowWith(["        need: { trust: at least 10 }\n", "        need: { knows: street }\n"]),
      2,
    );
    expect(calm).toEqual({ ending: "calm", tried: 2, messages: undefined, atLeast: 1 });
  });

  test("says that there is none when it followed every talk to its end", () => {
    const flow = flowWith(
      ["need: { trust: at least 10 }", "need: { trust: at least 90 }"],
      ["turns: at least 9", "turns: at least 3"],
    );
    expect(shortestTalks(flow, 2_000)[0]).toMatchObject({
      ending: "calm",
      messages: undefined,
      atLeast: undefined,
    });
  });
});
