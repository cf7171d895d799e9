import { type Feature, feature, hashOf } from "../feature.ts";
import { type Example, labelsOf } from "../labels.ts";
import { addScores, learn, scaleOf } from "../learn.ts";
import { rowsOf, vocabularyOf } from "../vocabulary.ts";
import { wordsOf } from "../words.ts";
import { type Answers, ASKED, labelled } from "./answers.ts";

/** A way to answer, to be compared with the reader. */
export type Baseline = { name: string; answer: (example: Example) => Answers };

/** Says of every reply what is most often right. */
export function majority(corpus: readonly Example[]): Baseline {
  const all = corpus.map(labelled);
  const levels = Object.fromEntries(
    ASKED.map((asked) => {
      const counts = [0, 1, 2].map((level) => all.filter((one) => one[asked] === level).length);
      return [asked, counts.indexOf(Math.max(...counts))];
    }),
  ) as Record<(typeof ASKED)[number], number>;
  return { name: "majority class", answer: () => ({ ...levels, tags: [] }) };
}

const TEN_PHRASES = {
  validation: ["sorry", "i understand"],
  question: ["?", "could you tell me"],
  deescalation: ["i will", "i'll"],
  solution: ["refund", "please try"],
  escalating: ["calm down", "policy"],
};

/** Looks for two phrases a label. */
export const tenPhrases: Baseline = {
  name: "ten phrases",
  answer: ({ reply }) => {
    const text = reply.toLowerCase();
    const level = (asked: (typeof ASKED)[number]) =>
      Number(TEN_PHRASES[asked].some((phrase) => text.includes(phrase)));
    return {
      validation: level("validation"),
      question: level("question"),
      deescalation: level("deescalation"),
      solution: level("solution"),
      escalating: level("escalating"),
      tags: [],
    };
  },
};

const WORD = hashOf("word");
const PAIR = hashOf("pair");

/** Plain logistic regression over single words and pairs, learned from the same corpus. */
export function pairRegression(corpus: readonly Example[]): Baseline {
  const counts = new Map<Feature, number>();
  for (const { reply } of corpus)
    for (const one of pairsOf(reply)) counts.set(one, (counts.get(one) ?? 0) + 1);
  const vocabulary = vocabularyOf(
    Int32Array.from([...counts.keys()].filter((one) => (counts.get(one) ?? 0) > 1)),
  );
  const rows = corpus.map((one) => ({
    features: rowsOf(vocabulary, pairsOf(one.reply)),
    labels: labelsOf(one).slice(0, 8),
  }));
  const { weights, bias } = learn(rows, vocabulary.features.length, 8, {
    passes: 10,
    rate: 0.3,
    decay: 5e-5,
  });
  return {
    name: "word-pair regression",
    answer: ({ reply }) => {
      const features = rowsOf(vocabulary, pairsOf(reply));
      const scores = new Float64Array(8);
      addScores(scores, features, weights, bias, scaleOf(features.length));
      const there = (at: number) => Number((scores[at] as number) > 0);
      const level = (at: number) => (there(at) ? 1 + there(at + 1) : 0);
      return {
        validation: level(0),
        question: level(2),
        deescalation: level(4),
        solution: there(6),
        escalating: there(7),
        tags: [],
      };
    },
  };
}

function pairsOf(text: string): Feature[] {
  const words = wordsOf(text).map((word) => hashOf(word.text));
  const pairs = words.map((word, at) => feature(PAIR, words[at - 1] ?? PAIR, word));
  return [...new Set([...words.map((word) => feature(WORD, word)), ...pairs])];
}
