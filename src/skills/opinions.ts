import { LABELS } from "./labels.ts";
import { logistic } from "./learn.ts";
import { featuresFrom, type Model, type PackedModel, type Scores, scoresOf, unpackModel } from "./model.ts";
import type { Observed } from "./observe.ts";
import { ESCALATIONS, FAULTS, MOVES, type Reading, SKILLS } from "./reading.ts";
import { joinedRows, rowsOf, type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/** The two models that give opinions, of single sentences and of the whole message, over one vocabulary. */
export type Models = { vocabulary: Vocabulary; sentence: Model; message: Model };

/** The models as they are stored: the features of the vocabulary as base64 of 32-bit numbers. */
export type PackedModels = { features: string; sentence: PackedModel; message: PackedModel };

/**
 * How strongly each sentence speaks for each label, and all opinions as numbers to be weighed: per label the strongest
 * sentence, all sentences together, and the whole message; then the rules' findings; 1 at the end.
 */
export type Opinions = { ofSentences: Scores[]; all: Float64Array };

const FAR = 7;
const ALMOST_NONE = 1e-4;
const within = (score: number) => Math.max(-FAR, Math.min(FAR, score));
const held = (score: number) => within(score) / 3;

/** Makes stored models ready to give opinions. */
export function modelsFrom({ features, sentence, message }: PackedModels): Models {
  return {
    vocabulary: vocabularyOf(featuresFrom(features)),
    sentence: unpackModel(sentence),
    message: unpackModel(message),
  };
}

/** What the models and the rules say of a message that was taken apart. */
export function opinionsBy({ vocabulary, sentence, message }: Models, observed: Observed): Opinions {
  const rows = observed.features.map((features) => rowsOf(vocabulary, features));
  const ofSentences = rows.map((one) => scoresOf(sentence, one));
  const whole = joinedRows(vocabulary, [...rows, rowsOf(vocabulary, observed.beside)]);
  return { ofSentences, all: opinionsOf(ofSentences, scoresOf(message, whole), observed.ruled) };
}

function opinionsOf(ofSentences: readonly Scores[], ofWhole: Scores, ruled: Reading): Float64Array {
  const labels = LABELS.length;
  const findings = [...findingsOf(ruled), Math.min(ofSentences.length, 8) / 4, 1];
  const all = new Float64Array(3 * labels + findings.length);
  all.set(findings, 3 * labels);
  for (let k = 0; k < labels; k++) {
    let strongest = -FAR;
    let none = 1;
    for (const scores of ofSentences) {
      const score = scores[k] as number;
      strongest = Math.max(strongest, score);
      none *= 1 - logistic(within(score));
    }
    all[k] = held(strongest);
    all[labels + k] = held(Math.log((1 - none + ALMOST_NONE) / (none + ALMOST_NONE)));
    all[2 * labels + k] = held(ofWhole[k] as number);
  }
  return all;
}

function findingsOf(ruled: Reading): number[] {
  const has = (all: readonly { tag: string }[], tag: string) => Number(all.some((one) => one.tag === tag));
  return [
    ...SKILLS.flatMap((skill) => [Number(ruled[skill].level > 0), Number(ruled[skill].level > 1)]),
    Number(ruled.solution.present),
    Number(ruled.escalating.length > 0),
    ...ESCALATIONS.map((tag) => ruled.escalating.find((one) => one.tag === tag)?.confidence ?? 0),
    ...FAULTS.map((tag) => has(ruled.faults, tag)),
    ...MOVES.map((tag) => has(ruled.moves, tag)),
  ];
}
