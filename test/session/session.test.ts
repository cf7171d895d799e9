import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readingOf } from "../../src/flow/signs.ts";
import { begin, happen, restore, rewind, type Session } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { projectFlow, projectFlows } from "../flows-of-the-project.ts";

const dana = projectFlow("late-delivery");
const brushOff = { type: "reply" as const, text: "no", reading: readingOf(["dismiss"]) };

const lines = fc.array(
  fc.oneof(
    fc.constantFrom(
      "Two promises and still no bike. No wonder you're angry.",
      "I understand, but that's our policy.",
      "Which day is the party?",
      "Calm down.",
      "I'm ordering a new one now and I'll message you by noon.",
      "sorry for the inconvenience",
    ),
    fc.string({ unit: "binary", maxLength: 200 }),
  ),
  { maxLength: 16 },
);
const anyFlow = fc.constantFrom(...projectFlows);
const played = (session: Session, replies: readonly string[]) => replies.reduce(takeTurn, session);

// What a person could tell apart; the machine's own snapshot follows from it.
const seen = ({ record, state, turns, said, unanswered, hints, play }: Session) => ({
  record,
  state,
  turns,
  said,
  unanswered,
  hints,
  standing: play.standing,
});

describe("a session", () => {
  it("begins with the customer's words and waits", () => {
    const session = begin(dana, 7, "Sam");
    expect(session.said).toHaveLength(1);
    expect(session.state).toBe("playing");
  });

  it("ends when the flow does, and hears nothing after that", () => {
    const ended = [brushOff, brushOff, brushOff, brushOff].reduce(happen, begin(dana, 7, "Sam"));
    expect(ended.state).toBe("ended");
    expect(takeTurn(ended, "wait")).toBe(ended);
    expect(happen(ended, { type: "stop" })).toBe(ended);
  });

  it("hears nothing while it is paused, and goes on where it was", () => {
    const paused = happen(begin(dana, 7, "Sam"), { type: "pause" });
    expect(takeTurn(paused, "hello?")).toBe(paused);
    expect(happen(paused, { type: "idle" })).toBe(paused);
    const resumed = happen(paused, { type: "resume" });
    expect(takeTurn(resumed, "hello?").turns).toHaveLength(1);
  });

  it("gives the customer's nudge to the next turn", () => {
    const nudged = happen(begin(dana, 7, "Sam"), { type: "idle" });
    expect(takeTurn(nudged, "I'm here.").turns[0]?.customerSaid).toHaveLength(2);
  });

  it("refuses to go on in a flow that has changed", () => {
    const { record } = begin(dana, 7, "Sam");
    expect(() => restore({ ...dana, hash: "other" }, record)).toThrow(/cannot go on/);
  });

  it("is the same again from its record, whatever was written", () => {
    fc.assert(
      fc.property(anyFlow, fc.nat(), lines, (flow, seed, replies) => {
        const session = played(begin(flow, seed, "Sam"), replies);
        const record = JSON.parse(JSON.stringify(session.record));
        expect(seen(restore(flow, record))).toEqual(seen(session));
      }),
      { numRuns: 60 },
    );
  });

  it("rewound to a message, and answered the same way, it comes out the same", () => {
    fc.assert(
      fc.property(anyFlow, fc.nat(), lines, fc.nat(), (flow, seed, replies, at) => {
        const session = played(begin(flow, seed, "Sam"), replies);
        fc.pre(session.turns.length > 0);
        const n = (at % session.turns.length) + 1;
        const back = rewind(session, n);
        expect(back.turns).toHaveLength(n - 1);
        expect(
          seen(
            played(
              back,
              session.turns.slice(n - 1).map(({ reply }) => reply),
            ),
          ),
        ).toEqual(seen(session));
      }),
      { numRuns: 60 },
    );
  });

  it("rewound, it stands before the message, with the customer's line unanswered", () => {
    const session = played(begin(dana, 7, "Sam"), ["sorry for the inconvenience", "Which day is the party?"]);
    const back = rewind(happen(session, { type: "stop" }), 2);
    expect(back.state).toBe("playing");
    expect(back.unanswered).toEqual(session.turns[0]?.says);
  });

  it("always answers, until it ends", () => {
    fc.assert(
      fc.property(anyFlow, fc.nat(), lines, (flow, seed, replies) => {
        for (const turn of played(begin(flow, seed, "Sam"), replies).turns)
          expect(turn.says.join("").length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
