import { shortened } from "../feedback/shortened.ts";
import type { Flow } from "../flow/flow.ts";
import type { Turn } from "../session/session.ts";
import { inWords } from "./tell-rules.ts";
import { type TracedSign, traceOf } from "./trace.ts";

/** Why a turn went as it did, in a line: what the message showed, which line answered, what moved, the mood. */
export function tellTrace(flow: Flow, turn: Turn): string {
  const { signs, told, meters } = traceOf(flow, turn);
  const moved = meters.filter(({ felt }) => felt !== "same");
  const { rule, moodBefore, mood } = turn;
  return [
    `Showed: ${signs.map(tellSign).join(", ") || "nothing"}`,
    `answered by ${rule.file}:${rule.line}`,
    moved.map(({ name, before, after }) => `${inWords(name)} ${before} → ${after}`).join(", ") ||
      "no meter moved",
    told.length > 0 ? `told: ${told.map(inWords).join(", ")}` : "",
    moodBefore === mood ? `mood: ${inWords(mood)}` : `mood: ${inWords(moodBefore)} → ${inWords(mood)}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

const tellSign = ({ sign, quotes: [first] }: TracedSign) =>
  first ? `${inWords(sign)} (“${shortened(first, 60)}”)` : inWords(sign);
