import { readerContext } from "../flow/reader-context.ts";
import { IN_OTHER_LANGUAGE, read } from "../skills/read.ts";
import type { Context } from "../skills/reading.ts";
import { isOtherLanguage } from "./other-language.ts";
import { happen, type Session } from "./session.ts";

/** What the reader is told about this customer and this talk before it reads the next message. */
function contextOf(session: Session): Context {
  const { flow, said, unanswered, turns } = session;
  const told = said.slice(0, said.length - unanswered.length);
  return readerContext(
    flow,
    told,
    turns.map((turn) => turn.reply),
  );
}

/** The session after the trainee's next message was read and answered; only English is read. */
export function takeTurn(session: Session, text: string): Session {
  const customerSaid = session.unanswered.join("\n") || (session.said.at(-1) ?? "");
  const reading = isOtherLanguage(text, session.flow)
    ? IN_OTHER_LANGUAGE
    : read(text, customerSaid, contextOf(session));
  return happen(session, { type: "reply", text, reading });
}
