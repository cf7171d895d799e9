import type { Standing } from "../flow/compile.ts";
import type { Flow, Need } from "../flow/flow.ts";
import { everyNeed, everyRule } from "../flow/rules.ts";

/** The moments of a talk that a made-up trainee tells apart. */
export type Moment =
  | "opening"
  | "slipped"
  | "unheard"
  | "step-given"
  | "apology-due"
  | "limit-due"
  | "asking"
  | "handover-due"
  | "ready";

/** What a customer may be owed beside the three skills. */
type Due = "apology" | "limit" | "handover";

/** What a practice is about, as its trainee would know it: which facts a fix depends on, and what else is due. */
export type Brief = { needed: readonly string[]; due: readonly Due[] };

const briefs = new WeakMap<Flow, Brief>();

/** Takes the brief from the rules: the facts they need to be told, and the moves that lead on. */
export function briefOf(flow: Flow): Brief {
  const brief = briefs.get(flow) ?? takeBrief(flow);
  briefs.set(flow, brief);
  return brief;
}

function takeBrief(flow: Flow): Brief {
  const needs = everyNeed(flow).flatMap((one) => one.needs);
  const isAbout = (fact: string) => needs.some((need) => need.kind === "knows" && need.facts.includes(fact));
  return {
    needed: flow.facts.filter(({ id, known }) => !known && isAbout(id)).map(({ id }) => id),
    due: (["apology", "limit", "handover"] as const).filter((move) => leadsOn(flow, move)),
  };
}

// A limit is worth saying when it opens another mood; the others only where something good asks for them.
function leadsOn(flow: Flow, move: Due): boolean {
  const isHeard = (need: Need) => need.kind === "heard" && need.expected && need.signs.includes(move);
  return everyRule(flow).some(({ rule: { when, needs, go = "" } }) => {
    const isGood = flow.endings[go]?.outcome === "good";
    const opens = move === "limit" && flow.moods[go] !== undefined;
    return needs.some(isHeard) || (when.includes(move) && (isGood || opens));
  });
}

/** Which moment it is for somebody who pays attention: what went wrong first, then who is unheard, then what is unknown. */
export function momentOf(flow: Flow, brief: Brief, { mood, talk }: Standing): Moment {
  const { shown, inARow, knows, last, turns } = talk;
  const isDue = (move: Due) => brief.due.includes(move) && !shown[move];
  if (turns === 0) return "opening";
  if (last.signs.includes("escalating") || last.signs.includes("overpromise")) return "slipped";
  const callsFor = flow.moods[mood]?.callsFor ?? [];
  if (callsFor.includes("validation") && !inARow.validation) return "unheard";
  if (callsFor.includes("question") && last.signs.includes("solution")) return "step-given";
  if (isDue("apology")) return "apology-due";
  if (isDue("limit")) return "limit-due";
  if (brief.needed.some((fact) => !knows.includes(fact)) || !shown.question) return "asking";
  return isDue("handover") ? "handover-due" : "ready";
}
