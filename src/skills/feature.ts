/**
 * What can be told of some words, as a number: a 32-bit hash of its kind and its parts
 * (the hashing trick: Weinberger et al., Feature Hashing for Large Scale Multitask Learning, 2009).
 */
export type Feature = number;

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** The hash (FNV-1a, 32 bits) of a text from one place to another. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = BASIS;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

/** A feature of this kind made of these parts, each a hash or a small number. */
export function feature(kind: number, a: number, b = 0, c = 0): Feature {
  let hash = Math.imul(kind ^ a, 0x9e3779b1);
  hash = Math.imul((hash ^ (hash >>> 15)) + b, 0x85ebca6b);
  hash = Math.imul((hash ^ (hash >>> 13)) + c, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
