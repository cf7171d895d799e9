import type { Context } from "../skills/reading.ts";
import type { Flow } from "./flow.ts";

/** What the reader is told about this customer and this talk before it reads the next message. */
export function readerContext(flow: Flow, told: readonly string[], earlier: readonly string[]): Context {
  return {
    facts: flow.facts.map(({ id, asked }) => ({ id, asked })),
    stakes: flow.persona.stakes,
    feelings: flow.persona.feelings,
    told,
    earlier,
  };
}
