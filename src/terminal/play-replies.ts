import { debrief } from "../feedback/debrief.ts";
import type { Flow } from "../flow/flow.ts";
import { controlWordOf } from "../session/control-word.ts";
import { tellEnglishOnly, turnedToOtherLanguage } from "../session/other-language.ts";
import { begin, happen, type Session, type Turn } from "../session/session.ts";
import { steer } from "../session/steer.ts";
import { takeTurn } from "../session/take-turn.ts";

/**
 * Plays written replies, one after another, and tells what happened as objects of one line each: an
 * opening, a turn for each reply, and the end. The same flow, replies and seed give the same lines.
 */
export function* playReplies(flow: Flow, replies: readonly string[], seed: number): Generator<object> {
  let session = begin(flow, seed, "Sam");
  let withoutHints = false;
  yield {
    type: "opening",
    flow: flow.id,
    version: flow.version,
    hash: flow.hash,
    seed,
    customer: flow.persona.name,
    says: session.said,
  };
  for (const reply of replies) {
    if (session.state === "ended" || session.state === "stopped") break;
    const word = controlWordOf(reply);
    if (word === "stop") {
      session = happen(session, { type: word });
      yield { type: word };
    } else if (word) {
      const { says, ...steered } = steer({ session, withoutHints }, word);
      ({ session, withoutHints } = steered);
      yield word === "hint" || word === "help" ? { type: word, says } : { type: word };
    } else {
      session = takeTurn(session, reply);
      const turn = session.turns.at(-1);
      if (turn) yield told(turn);
      if (turnedToOtherLanguage(session)) yield { type: "note", says: tellEnglishOnly(flow) };
    }
  }
  yield ending(session);
}

const told = (turn: Turn) => ({
  type: "turn",
  n: turn.n,
  reply: turn.reply,
  reading: turn.reading,
  signs: turn.signs,
  rule: turn.rule,
  mood: turn.mood,
  meters: turn.meters,
  says: turn.says,
});

function ending(session: Session): object {
  const told = debrief(session);
  return {
    type: "end",
    ending: told.ending?.id ?? null,
    outcome: told.ending?.outcome ?? null,
    debrief: told,
  };
}
