import { describe, expect, it, test } from "vitest";
import { isOtherLanguage, turnedToOtherLanguage } from "../../src/session/other-language.ts";
import { begin } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { corpusIn } from "../../src/terminal/labelled-files.ts";
import { playReplies } from "../../src/terminal/play-replies.ts";
import { projectFlow } from "../flows-of-the-project.ts";

const dana = projectFlow("late-delivery");
const GERMAN = "Es tut mir leid, dass Ihr Paket nicht angekommen ist.";
const SPANISH = "Entiendo que está muy molesta, lo siento mucho por el retraso.";

test.each([
  GERMAN,
  SPANISH,
  "Je suis vraiment désolé pour ce retard, je comprends votre colère.",
  "Bardzo mi przykro z powodu opóźnienia.",
  "Mi dispiace molto per il ritardo, capisco.",
  "Het spijt mij dat uw pakket niet is aangekomen.",
  "Sinto muito pelo atraso, entendo que você está chateada.",
  "Geciktiği için çok üzgünüm, sizi anlıyorum.",
  "Jag förstår att det är jobbigt, jag är ledsen för det här.",
  "Извините за задержку, я понимаю.",
  "申し訳ございません。ご不便をおかけして",
  "آسف جدا على التأخير",
])("is noticed: %s", (text) => {
  expect(isOtherLanguage(text, dana)).toBe(true);
});

test.each([
  "Refund processed, replacement shipping tomorrow, tracking number BK-20418 attached.",
  "Apologies! Processing refund immediately; expect confirmation shortly.",
  "Maria de la Cruz and Jan van der Berg called.",
  "Como estas, amigo, how are you doing today?",
  "asap pls thx gr8 lol omg brb tbh idk",
  "C'est la vie, as they say in Paris.",
  "Lo siento mucho",
  "Guten Tag!",
  "hmm",
  "🙂🙂🙂",
  "12345 67890 12345 67890",
  "",
])("passes as English, or as too little to say: %s", (text) => {
  expect(isOtherLanguage(text, dana)).toBe(false);
});

test("of all English messages that the reader has learned from, none is taken for another language", () => {
  const corpus = corpusIn(new URL("../../src/skills/english/corpus/", import.meta.url));
  const noticed = corpus.map(({ reply }) => reply).filter((reply) => isOtherLanguage(reply, dana));
  expect(corpus.length).toBeGreaterThan(1_000);
  // The corpus holds a handful of replies in other languages; each has letters or words that English has not.
  for (const reply of noticed) expect(reply).toMatch(/[áàâäãéêíóõöúüçñßÀ¿]|\b(?:sie|que|les)\b/i);
  expect(noticed.length).toBeLessThan(12);
});

describe("somebody who writes in another language", () => {
  it("is found to have shown nothing, neither good nor bad", () => {
    for (const text of [
      GERMAN,
      SPANISH,
      "Hola, no entiendo lo que quieres decir, puedes explicarlo otra vez por favor",
    ]) {
      const [turn] = takeTurn(begin(dana, 3, "Sam"), text).turns;
      expect(turn?.reading).toMatchObject({
        validation: { level: 0, certainty: "unsure" },
        question: { level: 0 },
        deescalation: { level: 0 },
        solution: { present: false },
        escalating: [],
        faults: [],
      });
    }
  });

  const notes = (...replies: string[]) =>
    [...playReplies(dana, replies, 3)].filter((line) => "type" in line && line.type === "note");

  it("is told once in a practice, and the message counts like any other", () => {
    expect(notes("Hello.", GERMAN, SPANISH, "Hello.", GERMAN)).toEqual([
      { type: "note", says: expect.stringMatching(/^I read English only.*Dana Whitfield has answered/) },
    ]);
    const session = takeTurn(begin(dana, 3, "Sam"), GERMAN);
    expect(turnedToOtherLanguage(session)).toBe(true);
    expect(session.turns).toHaveLength(1);
    expect(session.unanswered.length).toBeGreaterThan(0);
  });

  it("and nobody else is", () => {
    expect(notes("Told tomorrow twice, and Ruby still asks.", "Where should it go?")).toEqual([]);
  });
});
