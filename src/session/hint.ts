import type { SkillName } from "../flow/flow.ts";
import { happen, type Session } from "./session.ts";

const GENERAL: Record<SkillName, string> = {
  validation: "What does this customer need to hear before any fix can land?",
  question: "What don't you know yet that a good answer depends on?",
  "de-escalation": "What is one concrete thing you can do, and by when?",
};

/**
 * The next hint for where the talk stands: the trainer's own first, each a step more direct, then an
 * example. Another hint at the same message goes a step further; a repeated last one does not count.
 */
export function takeHint(session: Session): { session: Session; hint: string } {
  const mood = session.flow.moods[session.play.standing.mood];
  const calls = mood?.callsFor ?? [];
  const nudges = mood?.hints.length ? mood.hints : calls.map((skill) => GENERAL[skill]);
  const examples = calls
    .flatMap((skill) => session.flow.feedback[skill]?.try[0] ?? [])
    .map((line) => `For example: “${line}”`);
  const steps = [...nudges, ...examples.slice(0, 1)];
  const next = steps[hintsHere(session)];
  if (next !== undefined) return { session: happen(session, { type: "hint" }), hint: next };
  const last = steps.at(-1) ?? GENERAL["de-escalation"];
  return { session, hint: `That was the last one for this moment: ${last}` };
}

// How many hints were taken since the trainee's last message.
function hintsHere(session: Session): number {
  const { events } = session.record;
  const lastReply = events.findLastIndex((event) => event.type === "reply");
  return events.slice(lastReply + 1).filter((event) => event.type === "hint").length;
}
