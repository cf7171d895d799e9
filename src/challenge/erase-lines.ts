import type { SessionRecord } from "../session/session.ts";
import type { Finding, Reading } from "../skills/reading.ts";

/** What stands in the place of a line that its author erased. */
export const ERASED = "(a line that was erased)";

/**
 * A record without the words of some turns (1-based). What they showed stays, so that the talk replays to the letter
 * for the others.
 */
export function eraseLines(record: SessionRecord, turns: readonly number[]): SessionRecord {
  let turn = 0;
  const events = record.events.map((event) => {
    if (event.type !== "reply") return event;
    turn += 1;
    return turns.includes(turn) ? { ...event, text: ERASED, reading: wordless(event.reading) } : event;
  });
  return { ...record, events };
}

const quiet = <Found extends Finding>(found: Found): Found => ({ ...found, evidence: [] });

const wordless = (reading: Reading): Reading => ({
  ...reading,
  validation: quiet(reading.validation),
  question: quiet(reading.question),
  deescalation: quiet(reading.deescalation),
  solution: quiet(reading.solution),
  escalating: reading.escalating.map(quiet),
  faults: reading.faults.map(quiet),
  moves: reading.moves.map(quiet),
});
