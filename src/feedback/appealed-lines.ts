import { createHash } from "node:crypto";
import type { FlowTest, TestStep } from "../flow/flow.ts";
import type { Sign } from "../flow/signs.ts";
import { ESCALATIONS, FAULTS } from "../skills/reading.ts";
import type { Appeal, AppealedLine, Labels } from "./appeal.ts";
import { type Opinion, tellSaid, tellThought, titleOf } from "./appealable.ts";

/** A line that trainers may use, with everything its trainee sees differently there. */
export type Appealed = { id: string; language: string; line: AppealedLine; opinions: Differing[] };

type Differing = Pick<Appeal, "about" | "said" | "thinks"> & { why: string | undefined };

/** The lines that consent was given for, each once; the id is the same at every export and names nobody. */
export function appealedLines(appeals: readonly Appeal[]): Appealed[] {
  const allowed = appeals.filter((appeal) => appeal.consent);
  const lines = Map.groupBy(allowed, ({ practice, turn }) => `${practice}/${turn}`);
  return [...lines].flatMap(([place, alike]) => {
    const [first] = alike;
    if (!first) return [];
    const opinions = alike.map(({ about, said, thinks, line: { why } }) => ({ about, said, thinks, why }));
    return { id: idOf(place), language: first.language, line: first.line, opinions };
  });
}

const idOf = (place: string) => `appeal-${createHash("sha256").update(place).digest("hex").slice(0, 10)}`;

/** What is known of appeals without consent: which reading, and both opinions, each with how often. */
export function tellWordless(appeals: readonly Appeal[]): string[] {
  const wordless = appeals.filter(({ consent }) => !consent).map((appeal) => tellDiffering(appeal));
  return [...Map.groupBy(wordless, (told) => told)]
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([told, alike]) => `${alike.length} × ${told}`);
}

/** One difference in words: what the reader said, and what the trainee says. */
export const tellDiffering = ({ about, said, thinks }: Omit<Differing, "why">): string =>
  `${tellSaid({ about, said })}. The trainee: ${tellThought(thinks)}.`;

/** A line in the form of the corpus; the words that show each label are left for the trainer. */
export type CorpusLine = { id: string; customer: string; reply: string } & Labels & {
    evidence: Record<string, string[]>;
  };

/** The corpus line of an appealed line, or nothing when all its opinions are about the moment, not the words. */
export function corpusLine({ id, line, opinions }: Appealed): CorpusLine | undefined {
  const about = opinions.filter(({ about, thinks }) => isLabel(about) && thinks !== "fitting");
  if (about.length === 0) return undefined;
  const labels = about.reduce(corrected, line.labels);
  const shown = [
    ...(["validation", "question", "deescalation", "solution"] as const).filter((name) => labels[name] > 0),
    ...labels.escalating,
    ...labels.faults,
  ];
  const evidence = Object.fromEntries(shown.map((label) => [label, []]));
  return { id, customer: line.customer, reply: line.reply, ...labels, evidence };
}

const GRADED: Partial<Record<Sign, "validation" | "question" | "deescalation">> = {
  validation: "validation",
  question: "question",
  "de-escalation": "deescalation",
};
const LEVELS: Partial<Record<Opinion, number>> = { absent: 0, general: 1, specific: 2 };

const tagOf = (sign: Sign) => sign.replaceAll("-", "_");
const isLabel = (about: Sign) =>
  about in GRADED ||
  about === "solution" ||
  ([...ESCALATIONS, ...FAULTS] as readonly string[]).includes(tagOf(about));

function corrected(labels: Labels, { about, thinks }: Differing): Labels {
  const graded = GRADED[about];
  if (graded) return { ...labels, [graded]: LEVELS[thinks] ?? labels[graded] };
  if (about === "solution") return { ...labels, solution: thinks === "present" ? 1 : 0 };
  const others = (tags: readonly string[]) => tags.filter((tag) => tag !== tagOf(about));
  return { ...labels, escalating: others(labels.escalating), faults: others(labels.faults) };
}

const SHOWN: Partial<Record<Sign, Partial<Record<Opinion, Sign>>>> = {
  validation: { specific: "specific-validation", general: "generic-validation" },
  question: { specific: "exploring-question", general: "routine-question" },
  "de-escalation": { specific: "concrete-de-escalation", general: "generic-de-escalation" },
  solution: { present: "solution" },
};

/**
 * The talk up to an appealed line as a test of its flow, which expects what the trainee thinks; nothing when
 * there is nothing a test could expect. Only the appealed line is in words.
 */
export function flowTest({ id, line, opinions }: Appealed): FlowTest | undefined {
  const shows = opinions.flatMap(({ about, thinks }) => SHOWN[about]?.[thinks] ?? []);
  const not = opinions.filter(({ thinks }) => thinks === "absent").map(({ about }) => about);
  if (shows.length + not.length === 0) return undefined;
  const names = opinions.map(({ about }) => titleOf(about)).join(", ");
  const before = line.before.map((one) => step("idle" in one ? { idle: true } : one));
  const appealed = step({ say: line.reply, expect: { ...NOTHING, shows, not } });
  return {
    name: `Seen differently: ${names} (${id})`,
    line: 1,
    seed: line.seed,
    talk: [...before, appealed],
    ends: [],
  };
}

const NOTHING: TestStep["expect"] = { mood: undefined, ending: undefined, facts: [], shows: [], not: [] };
const step = (given: Partial<TestStep>): TestStep => ({
  line: 1,
  show: [],
  asks: [],
  say: undefined,
  idle: false,
  expect: NOTHING,
  ...given,
});
