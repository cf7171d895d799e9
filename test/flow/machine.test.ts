import { describe, expect, test } from "vitest";
import { play } from "../../src/flow/compile.ts";
import { after, flowFrom, says } from "./play-with.ts";

const rich = flowFrom("rich.yml");
const meters = (talk: ReturnType<typeof after>) => talk.standing.talk.meters;

describe("rules", () => {
  test("are read from the top, and the first one that fits happens", () => {
    expect(says(after(rich, [["solution", "apology"]]))).toEqual(["Top rule."]);
    expect(says(after(rich, [["solution"]]))).toEqual(["Rule without a time."]);
  });
  test("do not depend on the order in which a message shows its signs", () => {
    expect(says(after(rich, [["apology", "solution"]]))).toEqual(["Top rule."]);
  });
  test("with a need fit from the message on that fulfils it", () => {
    const talk = after(rich, [["solution", "generic-validation"]]);
    expect(says(talk)).toEqual(["Rule after hearing."]);
    expect(talk.standing.mood).toBe("calm");
    expect(talk.standing.talk.last.because).toBe("It came after the wait was named.");
    expect(says(after(rich, [["validation"], ["solution"]]))).toEqual(["Rule after hearing."]);
  });
  test("do not fit a message that shows what `without` names", () => {
    expect(says(after(rich, [["solution", "timeframe"]]))[0]).toMatch(/^Cross/);
  });
  test("for anywhere come after the mood's own", () => {
    expect(says(after(rich, [["handover"]]))).toEqual(["Anywhere handover."]);
    expect(says(after(rich, [["validation", "solution"], ["handover"]]))).toEqual(["Calm handover."]);
  });
  test("without lines let the mood or ending they lead to speak", () => {
    const calm = after(rich, [["specific-validation"], ["specific-validation"]]);
    expect(calm.standing.mood).toBe("calm");
    expect(says(calm)[0]).toMatch(/^Calm/);
    expect(says(after(rich, [["sarcasm"]]))[0]).toMatch(/bye/i);
  });
  test("tell the line in the file that answered", () => {
    const line = (signs: Parameters<typeof after>[1]) => after(rich, signs).standing.talk.last.line;
    const written = rich.source.split("\n");
    expect(written[line([["solution", "apology"]]) - 1]).toContain("when: [solution, apology]");
    expect(written[line([["timeframe"]]) - 1]).toContain("cross:");
  });
});

describe("nothing that a trainee writes stays unanswered", () => {
  test("a message that no rule fits gets a line of the mood", () => {
    expect(says(after(rich, [[]]))[0]).toMatch(/^Cross/);
    expect(says(after(rich, [["timeframe"]]))[0]).toMatch(/^Cross/);
  });
  test("a second message in a row that shows nothing is noticed", () => {
    expect(says(after(rich, [[], []]))).toEqual(["Say something."]);
    expect(says(after(rich, [[], ["timeframe"], []]))[0]).toMatch(/^Cross/);
  });
});

describe("facts", () => {
  test("are told when a message asks for them, and known from then on", () => {
    const talk = after(rich, [["asks:street"]]);
    expect(says(talk)[0]).toMatch(/^Street/);
    expect(talk.standing.talk.last.revealed).toEqual(["street"]);
    expect(talk.standing.talk.knows).toContain("street");
  });
  test("that are asked for again count as asked again, and are not revealed twice", () => {
    const talk = after(rich, [["asks:street"], ["asks:street"]]);
    expect(talk.standing.talk.last.signs).toContain("asked-again");
    expect(says(talk)[0]).toBe("I said that.");
    expect(talk.standing.talk.last.revealed).toEqual([]);
  });
  test("that the opening told count as asked again at once", () => {
    expect(says(after(rich, [["asks:name"]]))).toEqual(["I said that.", "I told you. Kim."]);
  });
  test("with a need are refused until it is fulfilled, and refused in other words", () => {
    const [first, second] = [
      says(after(rich, [["asks:secret"]])),
      says(after(rich, [["asks:secret"], ["asks:secret"]])),
    ];
    expect([first[0], second[0]].sort()).toEqual(["Not telling one.", "Not telling two."]);
    expect(after(rich, [["asks:secret"]]).standing.talk.knows).not.toContain("secret");
    expect(says(after(rich, [["generic-validation", "asks:secret"]]))).toEqual(["It is a ring."]);
  });
  test("that were told once are told again, even if the need is not fulfilled any more", () => {
    const talk = after(rich, [["generic-validation", "asks:secret"], ["dismiss"], ["asks:secret"]]);
    expect(meters(talk).trust).toBeLessThan(60);
    expect(says(talk)).toEqual(["I said that.", "It is a ring."]);
  });
  test("two at once are both answered", () => {
    const answer = says(after(rich, [["asks:street", "asks:secret"]]));
    expect(answer).toHaveLength(2);
  });
});

describe("signs that only the talk shows", () => {
  const signs = (steps: Parameters<typeof after>[1]) => after(rich, steps).standing.talk.last.signs;
  test("a fix before any understanding is premature where the mood calls for understanding", () => {
    expect(signs([["solution"]])).toContain("premature-solution");
    expect(signs([["solution", "validation"]])).not.toContain("premature-solution");
    expect(signs([["validation"], ["solution"]])).not.toContain("premature-solution");
  });
  test("the third apology is one too many", () => {
    expect(signs([["apology"], ["apology"]])).not.toContain("repeated-apology");
    expect(signs([["apology"], ["timeframe"], ["apology"], ["apology"]])).toContain("repeated-apology");
  });
  test("the third kind message in a row that moves nothing is dwelling", () => {
    const kind: ["generic-validation"] = ["generic-validation"];
    expect(signs([kind, kind, kind])).toContain("dwelling");
    expect(signs([kind, kind, ["generic-validation", "question"]])).not.toContain("dwelling");
    expect(signs([kind, kind, ["timeframe"], kind])).not.toContain("dwelling");
  });
});

test("from the same moment a talk can be tried in two ways", () => {
  const moment = after(rich, [["validation"]]);
  expect(after(rich, [["solution"]], 1, moment).standing.mood).toBe("calm");
  expect(after(rich, [["timeframe"]], 1, moment).standing.mood).toBe("cross");
  expect(after(rich, [["solution"]], 1, moment).standing.mood).toBe("calm");
});

test("names stand where the lines hold a place for them", () => {
  const openings = [1, 2, 3, 4, 5, 6].map((seed) => says(play(rich, seed, "Sam"))[0]);
  expect(new Set(openings)).toEqual(new Set(["Where is it, Sam?", "Kim here, where is it?"]));
});
