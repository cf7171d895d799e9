import type { Practice } from "../store/sessions.ts";
import type { Desk } from "../store/store.ts";
import { controlMessage } from "./control-message.ts";
import { note } from "./message.ts";

const WORDS = new Map([
  ["no hints", true],
  ["without hints", true],
  ["hints", false],
]);

/** Answers who switches hints off or on; says whether it was that. */
export async function hearHints(desk: Desk, practice: Practice, text: string): Promise<boolean> {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, "");
  const without = WORDS.get(plain);
  if (without === undefined) return false;
  await chooseHints(desk, practice, without);
  return true;
}

/** Answers who asks for a hint in a practice without hints. */
export async function sayWithoutHints(desk: Desk, practice: Practice): Promise<Practice> {
  const { team, channel } = practice;
  await desk.send(team, channel, note("This practice is without hints. Type hints to have them back."));
  return practice;
}

// For this practice only; the message with the buttons follows.
async function chooseHints(desk: Desk, practice: Practice, withoutHints: boolean): Promise<void> {
  const { team, id, channel, control, session } = practice;
  const chosen = { ...practice, withoutHints };
  const answer = withoutHints
    ? "This practice goes on without hints. Type hints to have them back."
    : "Hints are back. Type hint whenever you want one.";
  await desk.send(team, channel, note(answer));
  await desk.send(team, channel, controlMessage(session, id, chosen), control);
  await desk.keep(chosen);
}
