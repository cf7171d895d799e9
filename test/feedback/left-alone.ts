import { begin, happen, type Session } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { projectFlow } from "../flows-of-the-project.ts";

/** Four messages to Dana that hardly help, and then nobody writes until she has had enough. */
export function leftAlone(): Session {
  const lines = ["Hello.", "Hm.", "One moment.", "I'll have a look."];
  let session = lines.reduce(takeTurn, begin(projectFlow("late-delivery"), 7, "Sam"));
  for (let silences = 0; session.state === "playing" && silences < 50; silences++)
    session = happen(session, { type: "idle" });
  return session;
}
