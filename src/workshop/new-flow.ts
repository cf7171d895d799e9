import { firstName, list, text } from "./new-flow-text.ts";
import { newFeedback, newMoods } from "./new-moods.ts";

/** What a trainer answers about a new customer. */
export type Answers = {
  /** Their whole name. */
  name: string;
  /** What has happened to them, in a sentence. */
  happened: string;
  /** What hangs on it, as words. */
  stakes: string[];
  /** What they feel, as words. */
  feelings: string[];
  /** What they tell only when asked for it: in a few words, and as they would say it. */
  fact: { about: string; told: string };
  /** What the trainee can do for them. */
  offer: string;
};

const MOST = 48;

/** A name for a flow and its file, made of a few words: lower case with hyphens. */
export function nameFor(words: string): string {
  const name = words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "")
    // Whole words, as far as there is room.
    .replace(new RegExp(`^(.{1,${MOST}})(?:-.*|$)`), "$1")
    .slice(0, MOST)
    .replace(/-+$/, "");
  // YAML has a meaning of its own for these.
  if (["true", "false", "null"].includes(name)) return `${name}-customer`;
  return name || "new-customer";
}

/** A first flow for this customer: it passes its check, can be played at once, and says what to change where. */
export function newFlow(answers: Answers, id: string): string {
  const { name, happened, stakes, feelings, fact, offer } = answers;
  const first = firstName(name);
  const factName = nameFor(fact.about);
  return `# yaml-language-server: $schema=flow.schema.json
# Lines that start with # are notes to yourself. flows/README.md explains everything here.
flow: ${id}
version: 1
language: en
title: ${text(happened)}
# What the trainee reads before they start.
about: ${text(`${happened} You can ${offer}`)}
level: medium
minutes: 6
tags: []
# For trainers: where should it be hard, and why?
hard-part: ${text(`${first} wants to be understood before anything is mended.`)}

care:
  heavy: false # true for grief, illness or abuse; then write before: and after:

persona:
  name: ${text(name)}
  emoji: 💬
  # Give them a life: it decides how they write.
  backstory: ${text(happened)}
  # Words that show a trainee has listened when they say them back. Write many.
  stakes: ${list(stakes)}
  feelings: ${list(feelings)}

# What they tell only when asked. Under asked: stand words that a question for it has.
facts:
  ${factName}:
    asked: ${list(askedFor(fact.about))}
    reveals:
      - ${text(fact.told)}
      # - Write two more ways to say it.

# Feelings from 0 to 100, and how much each sign moves them.
meters:
  frustration: 70
  trust: 20
reactions:
  validation: { frustration: -4, trust: +3 }
  specific-validation: { frustration: -10, trust: +9 }
  exploring-question: { trust: +8 }
  routine-question: { trust: +3 }
  concrete-de-escalation: { frustration: -8, trust: +7 }
  generic-de-escalation: { frustration: -1 }
  escalating: { frustration: +14, trust: -10 }
  canned: { frustration: +5, trust: -4 }
  overpromise: { trust: -12 }
  dwelling: { frustration: +5 }

${newMoods(answers, factName)}
# Looked at after every message. One of them has to count turns, so that no talk goes on for ever.
limits:
  - need: { turns: at least 12 }
    go: unfinished
    because: The talk went on without coming to anything.

idle:
  after: 4 minutes
  says:
    - Are you still there?
    - I can write again later, if that suits you better.

endings:
  helped:
    outcome: good
    says:
      - Thank you. I feel better about it now.
    debrief: ${text(`${first} was heard, and has something that helps.`)}
  unfinished:
    outcome: mixed
    says:
      - I have to go. Perhaps somebody else can help.
    debrief: ${text(`${first} left without an answer.`)}
  left:
    outcome: bad
    says:
      - Goodbye.
    debrief: ${text(`${first} left angrier than they came.`)}

${newFeedback(answers, factName)}`;
}

const EMPTY = new Set([
  "the",
  "a",
  "an",
  "and",
  "or",
  "of",
  "to",
  "for",
  "what",
  "which",
  "how",
  "it",
  "is",
  "they",
]);

// The words of what they tell, one by one and together.
function askedFor(about: string): string[] {
  const words = about
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’]+/u)
    .filter((word) => word.length > 2 && !EMPTY.has(word));
  return [...new Set([about.toLowerCase().trim(), ...words])].filter((word) => word !== "");
}
