import { z } from "zod";
import { PRONOUNS, SKILL_NAMES } from "./flow.ts";
import {
  amount,
  change,
  duration,
  EXPECTED,
  id,
  ids,
  lines,
  prose,
  sign,
  signs,
  texts,
  times,
} from "./shape-parts.ts";

/** Everything but the meters' own names; those stand beside these keys. */
const need = z
  .object(
    {
      heard: signs.optional(),
      "not-heard": signs.optional(),
      knows: ids.optional(),
      "not-knows": ids.optional(),
      turns: amount.optional(),
      "in-a-row": times.optional(),
      times: times.optional(),
    },
    { error: EXPECTED.need },
  )
  .catchall(amount);

const rule = z.strictObject({
  when: signs.optional(),
  without: signs.optional(),
  need: need.optional(),
  feel: change.optional(),
  says: lines.optional(),
  go: id.optional(),
  because: prose.optional(),
});

const mood = z.strictObject({
  emoji: prose,
  feels: prose,
  "calls-for": z.array(z.enum(SKILL_NAMES)),
  hint: texts.optional(),
  says: lines,
  rules: z.array(rule).optional(),
});

const meter = z.union(
  [
    z.int().min(0).max(100),
    z.strictObject({ start: z.int().min(0).max(100), better: z.enum(["high", "low"]) }),
  ],
  { error: EXPECTED.meter },
);

const expectation = z.strictObject({
  mood: id.optional(),
  ending: id.optional(),
  fact: ids.optional(),
  shows: signs.optional(),
  not: signs.optional(),
});

const testStep = z
  .strictObject({
    show: signs.optional(),
    asks: ids.optional(),
    say: prose.optional(),
    idle: z.literal(true).optional(),
    expect: expectation.optional(),
  })
  .refine(
    (step) =>
      [step.show ?? step.asks, step.say, step.idle].filter((given) => given !== undefined).length === 1,
    {
      error: EXPECTED.step,
    },
  );

const hearable = z.strictObject({ what: prose, words: z.array(prose).min(1) });

const story = z.strictObject({
  tells: texts,
  facts: z.record(id, hearable),
  feelings: z.record(id, hearable).default({}),
});

const feedback = z.strictObject({
  "well-done": prose.optional(),
  missed: prose.optional(),
  try: texts.optional(),
});

const reactions = z.partialRecord(sign, change).default({});
const feedbacks = z.partialRecord(sign, feedback).default({});

/** The shape of a file with parts that several flows share. */
export const sharedShape = z.strictObject({ shared: id, reactions, feedback: feedbacks });

/** The shape of a flow file, in the order in which a trainer writes it. */
export const flowShape = z.strictObject({
  flow: id,
  version: z.int().min(1),
  language: z.string({ error: EXPECTED.language }).regex(/^[a-z]{2}$/, EXPECTED.language),
  title: prose,
  about: prose,
  level: z.enum(["easy", "medium", "hard"]),
  minutes: z.int().min(1).max(60),
  tags: z.array(id).default([]),
  "hard-part": prose.optional(),
  author: prose.optional(),
  "reviewed-by": prose.optional(),
  quiet: duration.default(2_000),
  uses: ids.default([]),
  care: z.strictObject({
    heavy: z.boolean().default(false),
    before: prose.optional(),
    after: prose.optional(),
  }),
  persona: z.strictObject({
    name: prose,
    pronoun: z.enum(PRONOUNS).default("they"),
    emoji: prose,
    backstory: prose,
    style: prose.optional(),
    stakes: z.array(prose).default([]),
    feelings: z.array(prose).default([]),
  }),
  facts: z
    .record(
      id,
      z.strictObject({
        asked: z.array(prose).min(1),
        reveals: lines,
        refuses: lines.optional(),
        need: need.optional(),
        known: z.literal(true).optional(),
      }),
    )
    .default({}),
  unknown: lines.optional(),
  story: story.optional(),
  meters: z.record(id, meter),
  reactions,
  start: id,
  opens: lines,
  moods: z.record(id, mood),
  anywhere: z.array(rule).default([]),
  limits: z.array(z.strictObject({ need, go: id, because: prose.optional() })),
  idle: z.strictObject({ after: duration, feel: change.default({}), says: lines }).optional(),
  endings: z.record(
    id,
    z.strictObject({ outcome: z.enum(["good", "mixed", "bad"]), says: lines, debrief: prose }),
  ),
  aims: z
    .strictObject({
      validation: z.int().min(1).optional(),
      question: z.int().min(1).optional(),
      "de-escalation": z.int().min(1).optional(),
    })
    .default({}),
  feedback: feedbacks,
  tests: z
    .array(
      z.strictObject({
        name: prose,
        seed: z.int().optional(),
        talk: z.array(testStep).min(1),
        ends: ids.optional(),
      }),
    )
    .default([]),
});

export type FlowFile = z.output<typeof flowShape>;
export type RuleFile = z.output<typeof rule>;
export type NeedFile = z.output<typeof need>;
