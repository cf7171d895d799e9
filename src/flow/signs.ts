import {
  ESCALATIONS,
  type Escalation,
  FAULTS,
  type Fault,
  type Finding,
  type Graded,
  MOVES,
  type Reading,
} from "../skills/reading.ts";

const hyphened = <Name extends string>(name: Name) =>
  name.replaceAll("_", "-") as Name extends `${infer A}_${infer B}_${infer C}`
    ? `${A}-${B}-${C}`
    : Name extends `${infer A}_${infer B}`
      ? `${A}-${B}`
      : Name;

/** What a single message shows by the rubric; the reader finds these. */
export const READ_SIGNS = [
  "validation",
  "generic-validation",
  "specific-validation",
  "question",
  "routine-question",
  "exploring-question",
  "de-escalation",
  "generic-de-escalation",
  "concrete-de-escalation",
  "solution",
  "escalating",
  ...ESCALATIONS.map(hyphened),
  ...FAULTS.map(hyphened),
  ...MOVES,
] as const;

/** What only the talk shows: the same words mean something else here than at another moment. */
export const TALK_SIGNS = [
  "premature-solution",
  "asked-again",
  "repeated-apology",
  "dwelling",
  "nothing",
] as const;

/** Everything that a rule's `when:` may name. */
export const SIGNS = [...READ_SIGNS, ...TALK_SIGNS] as const;
export type Sign = (typeof SIGNS)[number];

const WIDER: Partial<Record<Sign, Sign>> = {
  "generic-validation": "validation",
  "specific-validation": "validation",
  "routine-question": "question",
  "exploring-question": "question",
  "generic-de-escalation": "de-escalation",
  "concrete-de-escalation": "de-escalation",
  "premature-solution": "solution",
  "repeated-apology": "apology",
  dwelling: "validation",
  ...Object.fromEntries(ESCALATIONS.map((tag) => [hyphened(tag), "escalating"])),
};

/** Whether a message that shows the first sign always shows the second as well. */
export const implies = (narrow: Sign, wide: Sign) => narrow === wide || WIDER[narrow] === wide;

const SIGN_OF = Object.fromEntries(
  [...ESCALATIONS, ...FAULTS].map((tag) => [tag, SIGNS.find((sign) => sign === hyphened(tag))]),
) as Record<Escalation | Fault, Sign>;

const byLevel = (level: number, any: Sign, generic: Sign, specific: Sign): Sign[] =>
  level === 2 ? [any, specific] : level === 1 ? [any, generic] : [];

/** The signs of one message on its own, in the order of the list above; what the reader cannot tell is no sign. */
export function signsOf(reading: Reading): Sign[] {
  const escalating = reading.escalating.filter(isTold);
  return [
    ...byLevel(told(reading.validation), "validation", "generic-validation", "specific-validation"),
    ...byLevel(asked(reading, escalating.length > 0), "question", "routine-question", "exploring-question"),
    ...byLevel(
      told(reading.deescalation),
      "de-escalation",
      "generic-de-escalation",
      "concrete-de-escalation",
    ),
    ...(reading.solution.present && isTold(reading.solution) ? (["solution"] as const) : []),
    ...(escalating.length > 0 ? (["escalating"] as const) : []),
    ...escalating.map(({ tag }) => SIGN_OF[tag]),
    ...reading.faults.filter(isTold).map(({ tag }) => SIGN_OF[tag]),
    ...reading.moves.map(({ tag }) => tag),
  ];
}

const isTold = ({ certainty }: Finding) => certainty !== "unsure";
const told = (skill: Graded) => (isTold(skill) ? skill.level : 0);

// What asks for something that the customer can tell is a question, however it was put, unless it is put as a blow.
function asked({ question, asks }: Reading, isBlow: boolean): number {
  const level = told(question);
  return level === 0 && asks.length > 0 && !isBlow ? 1 : level;
}

const none = { confidence: 1, certainty: "sure" as const, evidence: [], why: "Written in the flow's test." };

/**
 * A made-up reading that shows exactly these signs, for tests and simulations. A skill without a level
 * (`validation`) is shown at level 2; `escalating` alone is shown as `dismiss`.
 */
export function readingOf(signs: readonly Sign[], asks: readonly string[] = []): Reading {
  const has = (sign: Sign) => signs.includes(sign);
  const level = (any: Sign, generic: Sign, specific: Sign) =>
    has(specific) ? 2 : has(generic) ? 1 : has(any) ? 2 : 0;
  const tagged = <Tag extends string>(tags: readonly Tag[]) =>
    tags.filter((tag) => has(tag.replaceAll("_", "-") as Sign)).map((tag) => ({ ...none, tag }));
  const escalations: Escalation[] = tagged(ESCALATIONS).map((found) => found.tag);
  if (has("escalating") && escalations.length === 0) escalations.push("dismiss");
  return {
    validation: { ...none, level: level("validation", "generic-validation", "specific-validation") },
    question: {
      ...none,
      level: Math.max(level("question", "routine-question", "exploring-question"), asks.length > 0 ? 1 : 0) as
        | 0
        | 1
        | 2,
    },
    deescalation: {
      ...none,
      level: level("de-escalation", "generic-de-escalation", "concrete-de-escalation"),
    },
    solution: { ...none, present: has("solution") || has("premature-solution") },
    escalating: escalations.map((tag) => ({ ...none, tag })),
    faults: tagged<Fault>(FAULTS),
    moves: tagged(MOVES),
    asks: [...asks],
  };
}
