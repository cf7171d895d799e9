import { type Play, play, type TalkEvent } from "../flow/compile.ts";
import type { Flow } from "../flow/flow.ts";
import type { Sign } from "../flow/signs.ts";
import type { Reading } from "../skills/reading.ts";

/**
 * Everything that happens in a session. A reply carries its reading, so that a session replays to the
 * letter even after the reader has learned to read better.
 */
export type SessionEvent =
  | { type: "reply"; text: string; reading: Reading }
  | { type: "idle" }
  | { type: "soften" }
  | { type: "hint" }
  | { type: "pause" }
  | { type: "resume" }
  | { type: "stop" };

/** What is kept of a session: with the flow of that hash it gives the identical session again. */
export type SessionRecord = {
  flow: string;
  version: number;
  hash: string;
  seed: number;
  trainee: string;
  events: SessionEvent[];
};

/** One message of the trainee and everything it brought about. */
export type Turn = {
  /** 1 for the first. */
  n: number;
  /** What the customer had said since the trainee's message before. */
  customerSaid: string[];
  reply: string;
  reading: Reading;
  signs: Sign[];
  /** The trainer's rule that answered, or the mood's line where none fitted. */
  rule: { file: string; line: number };
  because: string | undefined;
  revealed: string[];
  moodBefore: string;
  /** The mood after it, or the ending. */
  mood: string;
  metersBefore: Record<string, number>;
  meters: Record<string, number>;
  says: string[];
};

export type SessionState = "playing" | "paused" | "stopped" | "ended";

/** One trainee inside one flow. */
export type Session = {
  flow: Flow;
  record: SessionRecord;
  state: SessionState;
  turns: Turn[];
  /** Everything the customer said, oldest first. */
  said: string[];
  /** What of it came since the trainee's last message. */
  unanswered: string[];
  hints: number;
  /** Where the machine stands; follows from the record. */
  play: Play;
};

/** Begins a session: the customer has opened the talk. */
export function begin(flow: Flow, seed: number, trainee: string): Session {
  const opened = play(flow, seed, trainee);
  const said = opened.standing.talk.last.says;
  return {
    flow,
    record: { flow: flow.id, version: flow.version, hash: flow.hash, seed, trainee, events: [] },
    state: "playing",
    turns: [],
    said,
    unanswered: said,
    hints: 0,
    play: opened,
  };
}

/**
 * The session a record tells of.
 * @throws when the flow is not the one the session began with (another id or content hash).
 */
export function restore(flow: Flow, record: SessionRecord): Session {
  if (flow.id !== record.flow || flow.hash !== record.hash)
    throw new Error(
      `A session of ${record.flow} (${record.hash}) cannot go on in ${flow.id} (${flow.hash}).`,
    );
  return record.events.reduce(happen, begin(flow, record.seed, record.trainee));
}

/** The session as it was before the trainee's n-th message (1-based): the customer's line stands again. */
export function rewind(session: Session, n: number): Session {
  const { flow, record } = session;
  let replies = 0;
  const kept = record.events.filter((event) => {
    if (event.type === "reply") replies += 1;
    return replies < n && event.type !== "stop" && event.type !== "pause" && event.type !== "resume";
  });
  return restore(flow, { ...record, events: kept });
}

/** What the customer said after the last message, while nobody wrote; their answer to it is not among it. */
export function saidIntoSilence({ turns, unanswered }: Session): string[] {
  const last = turns.at(-1);
  return last ? unanswered.slice(last.says.length) : [];
}

/** The session after something happened; what cannot happen in its state leaves it as it is. */
export function happen(session: Session, event: SessionEvent): Session {
  const state = nextState(session.state, event);
  if (!state) return session;
  const events = [...session.record.events, event];
  const next = { ...session, state, record: { ...session.record, events } };
  switch (event.type) {
    case "reply":
      return replied(next, event);
    case "idle":
      return moved(next, event);
    case "soften":
      return moved(next, event);
    case "hint":
      return { ...next, hints: next.hints + 1 };
    default:
      return next;
  }
}

function nextState(state: SessionState, event: SessionEvent): SessionState | undefined {
  if (state === "ended" || state === "stopped") return undefined;
  if (event.type === "stop") return "stopped";
  if (event.type === "pause") return state === "playing" ? "paused" : undefined;
  if (event.type === "resume") return state === "paused" ? "playing" : undefined;
  if (event.type === "soften") return state;
  return state === "playing" ? "playing" : undefined;
}

function moved(session: Session, event: TalkEvent): Session {
  const play = session.play.after(event);
  const says = event.type === "idle" ? play.standing.talk.last.says : [];
  return {
    ...session,
    play,
    said: [...session.said, ...says],
    unanswered: [...session.unanswered, ...says],
    state: play.standing.ending ? "ended" : session.state,
  };
}

function replied(session: Session, event: { type: "reply"; text: string; reading: Reading }): Session {
  const before = session.play.standing;
  const play = session.play.after({ type: "reply", reading: event.reading });
  const { mood, ending, talk } = play.standing;
  const turn: Turn = {
    n: session.turns.length + 1,
    customerSaid: session.unanswered,
    reply: event.text,
    reading: event.reading,
    signs: talk.last.signs,
    rule: { file: session.flow.file, line: talk.last.line },
    because: talk.last.because,
    revealed: talk.last.revealed,
    moodBefore: before.mood,
    mood,
    metersBefore: before.talk.meters,
    meters: talk.meters,
    says: talk.last.says,
  };
  return {
    ...session,
    play,
    turns: [...session.turns, turn],
    said: [...session.said, ...turn.says],
    unanswered: turn.says,
    state: ending ? "ended" : session.state,
  };
}
