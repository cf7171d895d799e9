import type { Feature } from "./feature.ts";

/** The features that were learned from, each with the number of its row in the weights. */
export type Vocabulary = {
  features: Int32Array;
  /** Every feature beside its row, by hash, in open addressing: both are found with one look; a row of -1 is free. */
  slots: Int32Array;
  /** For each row, the last search that met it, so that a feature counts once. */
  met: Uint8Array;
  searches: number;
};

const ROOM = 2;

/** Makes a vocabulary of different features, ready to be searched. */
export function vocabularyOf(features: Int32Array): Vocabulary {
  const slots = new Int32Array(2 * 2 ** Math.ceil(Math.log2(features.length * ROOM + 1))).fill(-1);
  features.forEach((one, row) => {
    let at = slotOf(one, slots);
    while ((slots[at + 1] as number) >= 0) at = (at + 2) & (slots.length - 1);
    slots[at] = one;
    slots[at + 1] = row;
  });
  return { features, slots, met: new Uint8Array(features.length), searches: 0 };
}

/** The row of a feature, or -1. */
export function rowOf({ slots }: Vocabulary, feature: Feature): number {
  for (let at = slotOf(feature, slots); ; at = (at + 2) & (slots.length - 1)) {
    const row = slots[at + 1] as number;
    if (row < 0 || slots[at] === feature) return row;
  }
}

const slotOf = (feature: Feature, slots: Int32Array) => (2 * feature) & (slots.length - 1);

/** The rows of the features that are known, each once, in the order in which they were first met. */
export function rowsOf(vocabulary: Vocabulary, features: readonly Feature[]): Int32Array {
  const search = nextSearch(vocabulary);
  const rows = new Int32Array(features.length);
  let found = 0;
  for (const one of features) {
    const row = rowOf(vocabulary, one);
    if (row < 0 || vocabulary.met[row] === search) continue;
    vocabulary.met[row] = search;
    rows[found++] = row;
  }
  return rows.subarray(0, found);
}

/** Several lists of rows as one, each row once. */
export function joinedRows(vocabulary: Vocabulary, lists: readonly Int32Array[]): Int32Array {
  const search = nextSearch(vocabulary);
  const rows = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let found = 0;
  for (const list of lists) {
    for (const row of list) {
      if (vocabulary.met[row] === search) continue;
      vocabulary.met[row] = search;
      rows[found++] = row;
    }
  }
  return rows.subarray(0, found);
}

function nextSearch(vocabulary: Vocabulary): number {
  vocabulary.searches++;
  if (vocabulary.searches > 0xff) {
    vocabulary.met.fill(0);
    vocabulary.searches = 1;
  }
  return vocabulary.searches;
}
