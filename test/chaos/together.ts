import type { Flow } from "../../src/flow/flow.ts";
import { type Chance, oneByWeight } from "../../src/workshop/chance.ts";
import { listening, STORY } from "./listening-script.ts";
import { type Act, linesFor } from "./script.ts";

/** What a team does together in a run; it goes on before anything goes wrong. */
export type Together = {
  lead: string;
  kind: "together" | "relay" | "listening";
  counted: "validation" | "talks";
  /** The customer who comes in a relay, or tells a story, by id. */
  flow: string;
  /** How it comes to its end within the run, if it does. */
  ends: "by its lead" | "called off" | "by the clock" | "not";
};

/** Longer than any of them lasts unless its lead says otherwise, in ms. */
export const UNTIL_OVER = 6 * 86_400_000;

const KINDS = [
  { often: 5, kind: "together" },
  { often: 3, kind: "relay" },
  { often: 2, kind: "listening" },
] as const;
const ENDS = [
  { often: 4, ends: "by its lead" },
  { often: 1, ends: "called off" },
  { often: 3, ends: "by the clock" },
  { often: 2, ends: "not" },
] as const;

/** Draws what a team does, if it does anything; where the clock is real, days do not go by. */
export function togetherOf(lead: string, flow: string, real: boolean, chance: Chance): Together | undefined {
  const [some, talks] = [chance() < 0.6, chance() < 0.5];
  const kind = oneByWeight(KINDS, chance)?.kind ?? "together";
  const told = kind === "listening" ? STORY : flow;
  const drawn = oneByWeight(ENDS, chance)?.ends ?? "not";
  const ends = real && drawn === "by the clock" ? "by its lead" : drawn;
  return some ? { lead, kind, counted: talks ? "talks" : "validation", flow: told, ends } : undefined;
}

/** What somebody does, and in between what they do for their team: they take turns of its game, and its lead ends it. */
export function withTeam(
  acts: readonly Act[],
  person: string,
  { lead, kind, ends }: Together,
  flow: Flow | undefined,
  chance: Chance,
): Act[] {
  const taking = (): Act[] => {
    const [line = "Hello"] = flow ? linesFor(flow, chance) : [];
    // Whoever has not joined is asked to on the first page.
    const sends: Act = { does: "sends the turn", line };
    return [{ does: "presses", button: "relay:answer" }, sends, sends];
  };
  const all =
    kind === "listening"
      ? amid(acts, listening(flow, chance), chance)
      : acts.flatMap((act) => (kind === "relay" && chance() < 0.2 ? [...taking(), act] : [act]));
  if (person !== lead || (ends !== "by its lead" && ends !== "called off")) return all;
  const how = ends === "called off" ? "called-off" : "ended";
  const closing: Act[] = [{ does: "asks for the challenge" }, { does: "closes the challenge", how }];
  const at = Math.floor((0.4 + chance() * 0.6) * all.length);
  // Once more, in case the first time came to nothing.
  return [...all.slice(0, at), ...closing, ...all.slice(at), ...closing];
}

// Each in its turn somewhere in between.
function amid(acts: readonly Act[], turns: readonly Act[][], chance: Chance): Act[] {
  const [turn, ...rest] = turns;
  if (!turn) return [...acts];
  const at = Math.floor(chance() * (acts.length + 1));
  return [...acts.slice(0, at), ...turn, ...amid(acts.slice(at), rest, chance)];
}
