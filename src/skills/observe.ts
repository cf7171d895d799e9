import { echoOf, type Heard, heardFrom } from "./echo.ts";
import { GREETED, GREETS, LOOKS_AHEAD, LOOKS_BACK, OURSELVES } from "./english/grammar.ts";
import type { Feature } from "./feature.ts";
import { featuresBeside, featuresOf } from "./features.ts";
import { readByRules } from "./read-by-rules.ts";
import type { Context, Reading } from "./reading.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";

/** A message taken apart: its sentences (a mere greeting aside), what can be told of each and beside them, and what the rules say. */
export type Observed = {
  sentences: Sentence[];
  /** Which of them only say back what happened to the customer. */
  retold: boolean[];
  features: Feature[][];
  beside: Feature[];
  ruled: Reading;
};

/** Takes a message apart, with everything this customer said in mind. */
export function observe(message: string, customerSaid: string, context: Context): Observed {
  const all = sentencesOf(message);
  const told = all.filter((sentence) => !isGreeting(message, sentence));
  const sentences = told.length > 0 ? told : all;
  const heard = heardFrom(customerSaid, context);
  const features = sentences.map((_, at) => featuresOf(message, sentences, at, heard));
  const beside = featuresBeside(sentences.length, customerSaid);
  const retold = sentences.map((sentence) => isRetold(sentence, heard));
  return { sentences, retold, features, beside, ruled: readByRules(message, sentences, heard, context) };
}

// "Good morning Orla.", which shows nothing of what comes after it.
function isGreeting(message: string, { words, marked }: Sentence): boolean {
  const [first] = words;
  if (marked || first === undefined || !GREETS.has(first.text) || words.length > NAMED) return false;
  return words.every(
    ({ text, start, end }) => GREETS.has(text) || GREETED.has(text) || NAME.test(message.slice(start, end)),
  );
}

const NAMED = 5;
const NAME = /^\p{Lu}[\p{Ll}’']/u;

// "Two promises of tomorrow, and still no bike": theirs are the words, and nobody is about to do anything.
function isRetold({ words, marked }: Sentence, heard: Heard): boolean {
  if (marked || words.some(({ text }) => OURSELVES.has(text) || LOOKS_AHEAD.has(text))) return false;
  const { shared, content } = echoOf(words, heard);
  return shared >= 2 && shared / content >= MOSTLY && words.some(({ text }) => LOOKS_BACK.has(text));
}

const MOSTLY = 0.5;
