import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedIn } from "../../src/challenge/asked.ts";
import { hearBack, surely } from "../../src/challenge/hear-back.ts";
import { quotableIn } from "../../src/challenge/quotable.ts";
import { BEV, GOOD_ANSWER } from "./told-story.ts";

const facts = (text: string) => surely(hearBack(BEV, text).facts).map(({ id }) => id);
const feelings = (text: string) => surely(hearBack(BEV, text).feelings).map(({ id }) => id);
const perhaps = (text: string) => {
  const { facts, feelings } = hearBack(BEV, text);
  return [...facts, ...feelings].filter(({ certainty }) => certainty === "perhaps").map(({ id }) => id);
};

describe("what of a story a text says back", () => {
  it.each([
    ["You practised for 2 years, with headphones on.", ["lessons"]],
    ["Nobody was to know; you kept it a secret the whole time.", ["lessons"]],
    ["So it was Marvin's retirement.", ["marvin"]],
    ["She wanted to thank him with it.", ["thanks"]],
    ["Then you got stuck at the start of page two?", ["stopped"]],
    ["He even hummed it for you, and you walked out and hid.", ["hummed", "left"]],
    ["I hear that you played in front of thirty eight colleagues.", ["audience"]],
  ])("is found in a paraphrase: %s", (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });

  it.each([
    ["You must have been mortified.", ["ashamed"]],
    [
      "And it sounds as though you feel you let him down, when he meant so much to you.",
      ["let-him-down", "fond"],
    ],
  ])("names a feeling in whatever word: %s", (text, expected) => {
    expect(feelings(text)).toEqual(expected);
  });

  it("quotes the sentence that says it, and nothing else", () => {
    const [lessons] = surely(hearBack(BEV, GOOD_ANSWER).facts);
    expect(lessons?.quote).toBe("You learned one song for two years in secret so you could thank Marvin.");
    for (const { quote } of hearBack(BEV, GOOD_ANSWER).facts) expect(GOOD_ANSWER).toContain(quote);
  });

  it("is not there where a feeling is denied", () => {
    expect(feelings("You were not embarrassed at all.")).toEqual([]);
  });

  it("is not there where somebody asks for it, or tells of themselves", () => {
    expect(facts("What happened on the second page? Who is leaving, is it Marvin's party?")).toEqual([]);
    expect(facts("I froze once too, at my own farewell.")).toEqual([]);
    expect(feelings("I was so embarrassed at school.")).toEqual([]);
  });

  it("is not there in kind words that would suit anybody", () => {
    const kind = "That sounds really hard. Thank you for telling us, I understand how you feel.";
    expect([...facts(kind), ...feelings(kind), ...perhaps(kind)]).toEqual([]);
  });

  it("is only perhaps there where the story is taken over word by word", () => {
    for (const line of BEV.tells.slice(0, -1)) expect(facts(line)).toEqual([]);
    expect(perhaps(BEV.tells.join(" ")).length).toBeGreaterThan(2);
  });

  it("is read from any text without stumbling, and every quote stands in it", () => {
    const words = BEV.tells.join(" ").split(" ");
    const text = fc.array(fc.oneof(fc.constantFrom(...words), fc.string(), fc.constantFrom(".", "?", "\n")));
    fc.assert(
      fc.property(text, (parts) => {
        const said = parts.join(" ");
        const plain = said.replace(/\s+/g, " ");
        for (const { quote } of hearBack(BEV, said).facts) expect(plain).toContain(quote.replace(/…$/, ""));
        quotableIn(BEV, said);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a line worth showing", () => {
  it("is the shortest that says back a fact and a feeling, in its author's own words", () => {
    expect(quotableIn(BEV, GOOD_ANSWER)).toBe(
      "Then your hands froze on the second page and you were ashamed in front of everybody.",
    );
  });

  it("is not there where a fact or a feeling is missing, or where it hurts", () => {
    expect(quotableIn(BEV, "You learned one song for two years, with headphones on.")).toBeUndefined();
    expect(quotableIn(BEV, "You must be mortified.")).toBeUndefined();
    expect(
      quotableIn(BEV, "Calm down, nobody cares that you froze on the second page and are embarrassed."),
    ).toBeUndefined();
  });
});

describe("a question to the persona", () => {
  it.each([
    ["What would you like to happen now?", "open"],
    ["What did it feel like when he hummed?", "open"],
    ["How long have you been learning?", "told"],
    ["What was the song?", "told"],
    ["Did you like the cake?", "closed"],
    ["I'd take more lessons.", "none"],
  ] as const)("%s: %s", (question, kind) => {
    expect(askedIn(BEV, question).kind).toBe(kind);
  });

  it("may ask for what the story leaves out", () => {
    expect(askedIn(BEV, "Have you spoken to him since?").untold).toEqual(["since-then"]);
  });
});
