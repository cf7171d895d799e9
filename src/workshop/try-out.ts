import { debrief } from "../feedback/debrief.ts";
import { tellDebrief } from "../feedback/tell.ts";
import type { Ending, Flow } from "../flow/flow.ts";
import { begin, happen, type Session } from "../session/session.ts";
import { takeTurn } from "../session/take-turn.ts";
import { type Trace, type TracedMeter, tracedMeters, traceOf } from "./trace.ts";

/** What a trainer does in a talk that they try out: a message, a silence, or the wish for a milder customer. */
export type Move = { type: "reply"; text: string } | { type: "idle" } | { type: "soften" };

/** Where the customer stands: a mood, or an ending with its outcome. */
export type Stand = { id: string; emoji: string; feels: string; outcome: Ending["outcome"] | undefined };

/** One step of a talk that is tried out: what was done, what the customer said to it, and how they stand then. */
export type TriedStep = {
  type: "opening" | Move["type"];
  trace: Trace | undefined;
  says: string[];
  stand: Stand;
  meters: TracedMeter[];
};

/** A talk that is tried out, from the opening on. */
export type Tried = {
  title: string;
  about: string;
  customer: { name: string; emoji: string };
  /** Whether the flow says what happens when nobody writes for a while. */
  hasIdle: boolean;
  steps: TriedStep[];
  /** How many of the moves came after the end. */
  unplayed: number;
  /** What the trainee would read, once the talk has ended. */
  debrief: string | undefined;
};

/** Plays a flow with these moves. The same flow, seed and moves always give the same talk. */
export function tryOut(flow: Flow, seed: number, moves: readonly Move[]): Tried {
  let session = begin(flow, seed, "Sam");
  const steps: TriedStep[] = [stepOf(undefined, session, "opening")];
  for (const move of moves) {
    if (session.state === "ended") break;
    const before = session;
    session = after(session, move);
    steps.push(stepOf(before, session, move.type));
  }
  return {
    title: flow.title,
    about: flow.about,
    customer: { name: flow.persona.name, emoji: flow.persona.emoji },
    hasIdle: flow.idle !== undefined,
    steps,
    unplayed: moves.length - (steps.length - 1),
    debrief: session.state === "ended" ? tellDebrief(debrief(session)) : undefined,
  };
}

const after = (session: Session, move: Move): Session =>
  move.type === "reply" ? takeTurn(session, move.text) : happen(session, move);

function stepOf(before: Session | undefined, session: Session, type: TriedStep["type"]): TriedStep {
  const { flow, play } = session;
  const turn = type === "reply" ? session.turns.at(-1) : undefined;
  const { meters } = play.standing.talk;
  return {
    type,
    trace: turn && traceOf(flow, turn),
    says: session.said.slice(before?.said.length ?? 0),
    stand: standOf(session),
    meters: tracedMeters(flow, before?.play.standing.talk.meters ?? meters, meters),
  };
}

const FAREWELL = { good: "🙂", mixed: "😐", bad: "🚪" };

function standOf({ flow, play }: Session): Stand {
  const { mood: id } = play.standing;
  const mood = flow.moods[id];
  if (mood) return { id, emoji: mood.emoji, feels: mood.feels, outcome: undefined };
  const outcome = flow.endings[id]?.outcome ?? "mixed";
  return { id, emoji: FAREWELL[outcome], feels: flow.endings[id]?.debrief ?? "", outcome };
}
