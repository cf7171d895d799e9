import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AgreedLine, linesToShow, SHOWN_AS } from "../../src/challenge/lines-to-show.ts";

let agreedAt = 0;
const line = (user: string, quote: string, shownAs: AgreedLine["shownAs"] = "name"): AgreedLine => ({
  ...{ user, channel: "C1", quote, shownAs },
  at: agreedAt++,
});
const people = (number: number) => new Set(Array.from({ length: number }, (_, index) => `U${index}`));
const NO_ALIAS = new Map<string, string | undefined>();
const quotes = (shown: ReturnType<typeof linesToShow>) => shown.map((one) => one.line.quote);

describe("the lines that a team is shown", () => {
  it("are at most six, first one of each person, in the order of their words", () => {
    const many = ["f", "e", "d"].map((quote) => line("U0", quote));
    const others = ["c", "b", "a", "g", "h"].map((quote, index) => line(`U${index + 1}`, quote));
    expect(quotes(linesToShow([...many, ...others], NO_ALIAS, people(6)))).toEqual([
      "a",
      "b",
      "c",
      "f",
      "g",
      "h",
    ]);
  });

  it("stand under a name or another name, as their authors chose", () => {
    const aliases = new Map([["U1", "Night Heron"]]);
    const shown = linesToShow([line("U0", "a"), line("U1", "b", "alias")], aliases, people(2));
    expect(shown.map(({ by }) => by)).toEqual([{ user: "U0" }, { alias: "Night Heron" }]);
  });

  it("never stand under somebody's own name when they agreed under another, or took another since", () => {
    const gaveItUp = linesToShow([line("U0", "a", "alias")], NO_ALIAS, people(9));
    expect(gaveItUp.map(({ by }) => by)).toEqual([undefined]);
    const took = linesToShow([line("U0", "a")], new Map([["U0", "Fern"]]), people(9));
    expect(took.map(({ by }) => by)).toEqual([{ alias: "Fern" }]);
  });

  it("are shown once where the same line was agreed to twice", () => {
    expect(quotes(linesToShow([line("U0", "a"), line("U0", "a")], NO_ALIAS, people(9)))).toEqual(["a"]);
  });

  it("without a name are left out where fewer than five people could have written them", () => {
    const agreed = [line("U0", "a", "nobody"), line("U1", "b")];
    expect(quotes(linesToShow(agreed, NO_ALIAS, people(5)))).toEqual(["b"]);
    expect(quotes(linesToShow(agreed, NO_ALIAS, people(6)))).toEqual(["a", "b"]);
  });

  it("whoever agreed to what: no name without consent, and behind each line without one stand five unnamed people", () => {
    const agreed = fc.array(
      fc.record({
        user: fc.nat(11).map((one) => `U${one}`),
        channel: fc.constant("C1"),
        quote: fc.string({ maxLength: 5 }),
        shownAs: fc.constantFrom(...SHOWN_AS),
        at: fc.nat(),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(agreed, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (lines, named) => {
        const aliases = new Map(named.map((has, index) => [`U${index}`, has ? `alias ${index}` : undefined]));
        const practised = new Set(lines.map(({ user }) => user));
        const shown = linesToShow(lines, aliases, practised);
        expect(shown.length).toBeLessThanOrEqual(6);
        for (const { line: one, by } of shown) {
          expect(lines).toContain(one);
          if (by && "user" in by) expect([one.shownAs, by.user]).toEqual(["name", one.user]);
        }
        const seen = new Set(shown.filter(({ by }) => by).map((one) => one.line.user));
        const nameless = shown.filter(({ by }) => !by);
        for (const one of nameless) expect(seen).not.toContain(one.line.user);
        if (nameless.length > 0)
          expect([...practised].filter((user) => !seen.has(user)).length).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  it("without a name are the same whoever of the unnamed wrote them", () => {
    const from = (author: string) =>
      linesToShow([line(author, "a", "nobody"), line("U9", "b")], NO_ALIAS, people(10)).map(
        ({ line, by }) => [line.quote, by],
      );
    for (const author of ["U1", "U2", "U8"]) expect(from(author)).toEqual(from("U0"));
  });
});
