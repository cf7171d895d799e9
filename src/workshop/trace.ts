import type { Flow } from "../flow/flow.ts";
import { everyRule } from "../flow/rules.ts";
import { implies, type Sign } from "../flow/signs.ts";
import type { Turn } from "../session/session.ts";
import { type Finding, type Reading, SKILLS } from "../skills/reading.ts";

/** A stretch of a reply, and the signs whose evidence it is. */
export type TracedStretch = { text: string; signs: string[] };

/** A sign that a message showed, the words that it stands on, and why it was read there. */
export type TracedSign = { sign: string; also: string[]; quotes: string[]; why: string };

/** What answered a message: its line (1-based) in the flow, how it reads there, and what kind of answer it is. */
export type TracedRule = { line: number; text: string; kind: "rule" | "anywhere" | "limit" | "no rule" };

/** A meter before and after a message, each 0–100; `felt` is what that was for the customer. */
export type TracedMeter = { name: string; before: number; after: number; felt: "better" | "worse" | "same" };

/** Why the customer answered as they did: what was read, the rule that fired, and what was felt. */
export type Trace = {
  reply: TracedStretch[];
  signs: TracedSign[];
  /** What the reader was not sure enough of to count. */
  perhaps: TracedSign[];
  rule: TracedRule;
  because: string | undefined;
  told: string[];
  moodBefore: string;
  meters: TracedMeter[];
};

/** The trace of one turn, for the trainer who wrote the flow. */
export function traceOf(flow: Flow, turn: Turn): Trace {
  const found = findingsOf(turn.reading);
  const signs = turn.signs
    .filter((sign) => !turn.signs.some((other) => other !== sign && implies(other, sign)))
    .map((sign) => tracedSign(sign, turn.signs, found));
  const perhaps = found
    .filter(({ sign, finding }) => finding.certainty === "unsure" && !turn.signs.includes(sign))
    .map(({ sign, finding }) => ({ sign, also: [], quotes: quotesOf(finding), why: finding.why }));
  return {
    reply: stretchesOf(turn, found),
    signs,
    perhaps,
    rule: ruleAt(flow, turn.rule.line),
    because: turn.because,
    told: turn.revealed,
    moodBefore: turn.moodBefore,
    meters: tracedMeters(flow, turn.metersBefore, turn.meters),
  };
}

/** Every meter of a flow before and after something happened. */
export function tracedMeters(flow: Flow, before: Turn["meters"], after: Turn["meters"]): TracedMeter[] {
  return Object.entries(flow.meters).map(([name, { start, better }]) => {
    const [from, to] = [before[name] ?? start, after[name] ?? start];
    const isBetter = better === "low" ? to < from : to > from;
    return { name, before: from, after: to, felt: from === to ? "same" : isBetter ? "better" : "worse" };
  });
}

type Found = { sign: Sign; finding: Finding };

const SKILL_SIGNS: Record<(typeof SKILLS)[number], readonly [Sign, Sign]> = {
  validation: ["generic-validation", "specific-validation"],
  question: ["routine-question", "exploring-question"],
  deescalation: ["generic-de-escalation", "concrete-de-escalation"],
};

// Each part of a reading under the sign that it is for a flow.
function findingsOf(reading: Reading): Found[] {
  const skills = SKILLS.flatMap((skill) => {
    const { level } = reading[skill];
    return level === 0 ? [] : [{ sign: SKILL_SIGNS[skill][level - 1] as Sign, finding: reading[skill] }];
  });
  const solution = reading.solution.present ? [{ sign: "solution" as const, finding: reading.solution }] : [];
  const tagged = [...reading.escalating, ...reading.faults, ...reading.moves].map((finding) => ({
    sign: finding.tag.replaceAll("_", "-") as Sign,
    finding,
  }));
  return [...skills, ...solution, ...tagged];
}

// What only the talk shows, with the sign of the message that it is made of.
const IN_THE_TALK: Partial<Record<Sign, { from?: Sign; why: string }>> = {
  "premature-solution": {
    from: "solution",
    why: "A fix before any validation, in a mood that calls for validation.",
  },
  "asked-again": { from: "exploring-question", why: "It asks for something that was told already." },
  "repeated-apology": { from: "apology", why: "The third apology of this talk, or a later one." },
  dwelling: { from: "specific-validation", why: "The third kind message in a row, and nothing moves on." },
  nothing: { why: "None of the signs was found in it." },
};

function tracedSign(sign: Sign, all: readonly Sign[], found: readonly Found[]): TracedSign {
  const talk = IN_THE_TALK[sign];
  const own = found.find((one) => one.sign === sign) ?? found.find((one) => one.sign === talk?.from);
  return {
    sign,
    also: all.filter((other) => other !== sign && implies(sign, other)),
    quotes: own ? quotesOf(own.finding) : [],
    why: talk?.why ?? own?.finding.why ?? "",
  };
}

const quotesOf = ({ evidence }: Finding) => evidence.map(({ quote }) => quote);

// The reply cut wherever a piece of evidence begins or ends.
function stretchesOf({ reply, signs }: Turn, found: readonly Found[]): TracedStretch[] {
  const marks = found
    .filter(({ sign }) => signs.includes(sign))
    .flatMap(({ sign, finding }) => finding.evidence.map(({ start, end }) => ({ sign, start, end })));
  const cuts = [...new Set([0, ...marks.flatMap(({ start, end }) => [start, end]), reply.length])];
  const ordered = cuts.sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, index) => {
    const to = ordered[index + 1] ?? reply.length;
    const shown = marks.filter(({ start, end }) => start <= from && end >= to).map(({ sign }) => sign);
    return { text: reply.slice(from, to), signs: [...new Set(shown)] };
  });
}

function ruleAt(flow: Flow, line: number): TracedRule {
  const rule = everyRule(flow).find(({ rule }) => rule.line === line);
  const isLimit = flow.limits.some((limit) => limit.line === line);
  const text = flow.source.split(/\r\n|\r|\n/)[line - 1]?.trim() ?? "";
  if (rule) return { line, text, kind: rule.mood === undefined ? "anywhere" : "rule" };
  return { line, text, kind: isLimit ? "limit" : "no rule" };
}
