import { read } from "./read.ts";
import { type Evidence, NO_CONTEXT, type Reading, SKILLS } from "./reading.ts";

/** One customer line and the reply to it, to be judged on its own. */
export type Exchange = { id: string; customer: string; reply: string };

/** A line that is not an exchange, and what it should have been. */
export type BadLine = { expected: string };

/** What the words of one reply showed, in the plain form in which it is written out. */
export type Assessment = {
  id: string;
  validation: number;
  question: number;
  deescalation: number;
  solution: 0 | 1;
  escalating: string[];
  faults: string[];
  evidence: Record<string, Evidence[]>;
};

const FIELDS = ["id", "customer", "reply"] as const;

/** Reads one line of JSON as an exchange, or says what was expected instead. */
export function exchangeFrom(line: string): Exchange | BadLine {
  let found: unknown;
  try {
    found = JSON.parse(line);
  } catch {
    return { expected: 'expected JSON such as {"id":"1","customer":"…","reply":"…"}' };
  }
  if (typeof found !== "object" || found === null || Array.isArray(found)) {
    return { expected: 'expected an object with "id", "customer" and "reply"' };
  }
  const fields = found as Record<string, unknown>;
  const wrong = FIELDS.filter((field) => typeof fields[field] !== "string");
  if (wrong.length > 0) {
    const names = wrong.map((field) => `"${field}"`).join(", ");
    return { expected: `expected ${names} to be there, as text` };
  }
  return { id: fields.id as string, customer: fields.customer as string, reply: fields.reply as string };
}

/** Judges one reply with nothing known but the customer's line. */
export function assess(exchange: Exchange): Assessment {
  return assessmentOf(exchange.id, read(exchange.reply, exchange.customer, NO_CONTEXT));
}

/** Writes a reading down as labels, each with the words that show it. */
export function assessmentOf(id: string, reading: Reading): Assessment {
  const shown: [string, Evidence[]][] = [
    ...SKILLS.filter((skill) => reading[skill].level > 0).map((skill): [string, Evidence[]] => [
      skill,
      reading[skill].evidence,
    ]),
    ...(reading.solution.present ? [["solution", reading.solution.evidence] as [string, Evidence[]]] : []),
    ...[...reading.escalating, ...reading.faults].map((one): [string, Evidence[]] => [one.tag, one.evidence]),
  ];
  return {
    id,
    validation: reading.validation.level,
    question: reading.question.level,
    deescalation: reading.deescalation.level,
    solution: reading.solution.present ? 1 : 0,
    escalating: reading.escalating.map((one) => one.tag),
    faults: reading.faults.map((one) => one.tag),
    evidence: Object.fromEntries(shown),
  };
}
