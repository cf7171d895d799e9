import type { Flow, Meter } from "../flow/flow.ts";
import type { CustomerTurn } from "./customer-view.ts";

/** One meter over the talk, 0–100: its start, and where it stood after each of the trainee's messages. */
export type Strand = { meter: string; better: Meter["better"]; values: number[] };

/** A message at which the talk turned, for better or worse. */
export type TurningPoint = { turn: number; better: boolean; reply: string };

/** How the customer felt from the opening to the end: what the picture, its words and the chart show. */
export type Course = { customer: string; turns: number; strands: Strand[]; points: TurningPoint[] };

/** What of a debrief a course is made of. */
export type Lived = {
  customer: string;
  view: readonly Pick<CustomerTurn, "reply" | "meters" | "change">[];
  turning: { turn: number; better: boolean } | undefined;
};

/** The course of a practice; nothing where no message was written. */
export function courseOf({ customer, view, turning }: Lived, meters: Flow["meters"]): Course | undefined {
  if (view.length === 0) return undefined;
  const strands = Object.entries(meters).map(([meter, { start, better }]) => ({
    meter,
    better,
    values: [start, ...view.map((turn) => turn.meters[meter] ?? start)].map(onScale),
  }));
  const points = [pointOf(view, true, turning), pointOf(view, false, turning)];
  return {
    customer,
    turns: view.length,
    strands,
    points: points.filter((point) => point !== undefined).sort((a, b) => a.turn - b.turn),
  };
}

const onScale = (value: number) => (value > 0 ? Math.min(100, Math.round(value)) : 0);

// Below this a message moved the customer too little to be called a turning point.
const LEAST_CHANGE = 8;

// At most one point for each direction: the debrief's own, or the strongest that the debrief did not name.
function pointOf(view: Lived["view"], better: boolean, turning: Lived["turning"]): TurningPoint | undefined {
  const named = turning?.better === better ? turning.turn : undefined;
  const strength = (index: number) => (view[index]?.change ?? 0) * (better ? 1 : -1);
  const strongest = view.reduce((best, _, index) => (strength(index) > strength(best) ? index : best), 0);
  const turn = named ?? (strength(strongest) >= LEAST_CHANGE ? strongest + 1 : undefined);
  const reply = view[(turn ?? 0) - 1]?.reply;
  return turn === undefined || reply === undefined ? undefined : { turn, better, reply };
}
