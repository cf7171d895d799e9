import type { Flow } from "../../src/flow/flow.ts";
import { readingOf, type Sign } from "../../src/flow/signs.ts";
import { begin, happen, type Session } from "../../src/session/session.ts";

/** A session in which each message showed exactly these signs, stopped where it had not ended. */
export const practised = (flow: Flow, ...turns: Sign[][]): Session =>
  happen(
    turns.reduce(
      (session, signs) =>
        happen(session, { type: "reply", text: signs.join(" "), reading: readingOf(signs) }),
      begin(flow, 7, "Sam"),
    ),
    { type: "stop" },
  );
