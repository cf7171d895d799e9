import { heardFrom } from "./echo.ts";
import type { Feature } from "./feature.ts";
import { featuresBeside, featuresOf } from "./features.ts";
import { readByRules } from "./read-by-rules.ts";
import type { Context, Reading } from "./reading.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";

/** A message taken apart: its sentences, what can be told of each and beside them, and what the rules say. */
export type Observed = {
  sentences: Sentence[];
  features: Feature[][];
  beside: Feature[];
  ruled: Reading;
};

/** Takes a message apart, with everything this customer said in mind. */
export function observe(message: string, customerSaid: string, context: Context): Observed {
  const sentences = sentencesOf(message);
  const heard = heardFrom(customerSaid, context);
  const features = sentences.map((_, at) => featuresOf(message, sentences, at, heard));
  const beside = featuresBeside(sentences.length, customerSaid);
  return { sentences, features, beside, ruled: readByRules(message, sentences, heard, context) };
}
