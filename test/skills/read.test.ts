import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read } from "../../src/skills/read.ts";
import { type Context, type Evidence, NO_CONTEXT, type Reading } from "../../src/skills/reading.ts";

/** Everything in a reading that quotes the message. */
function quotesOf(reading: Reading): Evidence[] {
  const { validation, question, deescalation, solution, escalating, faults, moves } = reading;
  const all = [validation, question, deescalation, solution, ...escalating, ...faults, ...moves];
  return all.flatMap((one) => one.evidence);
}

const SAID =
  "That's the second birthday my daughter has had without the bike you sold me. It was due Friday.";

const CONTEXT: Context = {
  ...NO_CONTEXT,
  facts: [{ id: "order", asked: ["order number"] }],
  earlier: ["Sorry about that.", "Sorry again."],
};

/** Bits that messages are made of, kind and hostile, so that chance finds the odd mixtures. */
const BITS = fc.constantFrom(
  "I'm so sorry",
  "but",
  "calm down",
  "what's your order number",
  "second birthday",
  "I’ll send it by 5pm",
  "\n\n",
  "…",
  "?!",
  "😡😡",
  "👩‍👩‍👧",
  "\ud83d",
  "“quite”",
  "i",
  "—",
  ".",
  "__proto__",
  "constructor",
);
const MESSAGES = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(BITS, { maxLength: 30 }).map((bits) => bits.join(" ")),
  fc.array(BITS, { maxLength: 30 }).map((bits) => bits.join("")),
);

describe("whatever is written", () => {
  test("it is read without a failure, and every quote is exactly in the message", () => {
    fc.assert(
      fc.property(MESSAGES, MESSAGES, (message, said) => {
        for (const { quote, start, end } of quotesOf(read(message, said, CONTEXT))) {
          expect(message.slice(start, end)).toBe(quote);
          expect(quote).not.toBe("");
        }
      }),
      { numRuns: 500 },
    );
  });

  test("the same words are read the same way again", () => {
    fc.assert(
      fc.property(MESSAGES, (message) => {
        expect(read(message, SAID, CONTEXT)).toEqual(read(message, SAID, CONTEXT));
      }),
    );
  });

  test("a skill at level 0 quotes nothing, and a skill that is shown quotes what shows it", () => {
    fc.assert(
      fc.property(MESSAGES, (message) => {
        const { validation, question, deescalation } = read(message, SAID, CONTEXT);
        for (const skill of [validation, question, deescalation]) {
          expect(skill.evidence.length > 0).toBe(skill.level > 0);
          expect(skill.confidence).toBeGreaterThanOrEqual(0);
          expect(skill.confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe("the longest message that Slack lets through", () => {
  const LONGEST = 40_000;
  test.each([
    ["one endless word", "a"],
    ["spaces", " "],
    ["full stops", "."],
    ["closed brackets", ".)"],
    ["emoji", "😡"],
    ["families", "👩‍👩‍👧"],
    ["apostrophes", "a'"],
    ["numbers", "1."],
    ["commas", ", "],
    ["half-said apologies", "sorry but "],
    ["half-made promises", "i will i am we have "],
    ["half-made reproaches", "you should have you must have if you "],
    ["and-chains", " and it"],
  ])("is read to its end when it is made of %s", (_, bit) => {
    const message = bit.repeat(Math.ceil(LONGEST / bit.length)).slice(0, LONGEST);
    const reading = read(message, message, { ...NO_CONTEXT, told: [message], earlier: [message] });
    expect(Object.keys(reading)).toContain("validation");
  });
});

describe("a whole reply", () => {
  test("saying back the facts and naming a step is validation and de-escalation at their best", () => {
    const got = read(
      "Two birthdays missed because of us. I'm sending the bike by courier tonight.",
      SAID,
      NO_CONTEXT,
    );
    expect(got.validation.level).toBe(2);
    expect(got.deescalation.level).toBe(2);
    expect(got.solution.present).toBe(true);
    expect(got.escalating).toEqual([]);
    expect(got.moves.map((move) => move.tag)).toContain("timeframe");
  });

  test("the evidence is the sentence that shows it, not the whole message", () => {
    const got = read("Hello Sam. Please calm down. I'm on it.", SAID, NO_CONTEXT);
    expect(got.escalating[0]?.evidence).toEqual([{ quote: "Please calm down.", start: 11, end: 28 }]);
  });

  test("a third sorry in a row is one too many, and the first one is not", () => {
    const faults = (context: Context) =>
      read("Sorry for this.", SAID, context).faults.map((fault) => fault.tag);
    expect(faults(CONTEXT)).toContain("over_empathy");
    expect(faults(NO_CONTEXT)).not.toContain("over_empathy");
  });

  test("saying sorry twice is not yet too often", () => {
    const { faults } = read("I apologise for the wait. I also apologise for the mix-up.", SAID, NO_CONTEXT);
    expect(faults.map((fault) => fault.tag)).not.toContain("over_empathy");
  });

  test("what the customer said earlier can be said back as well", () => {
    const context = { ...NO_CONTEXT, told: ["I'm a nurse on night shifts and the crib is for twins."] };
    const reply = "A nurse on nights, with twins on the way.";
    expect(read(reply, "So where is it?", context).validation.level).toBe(2);
    expect(read(reply, "So where is it?", NO_CONTEXT).validation.level).toBe(0);
  });
});
