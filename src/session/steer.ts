import { type ControlWord, tellControlWords } from "./control-word.ts";
import { takeHint } from "./hint.ts";
import { happen, type Session } from "./session.ts";

/** A session as it is steered, and whether its trainee wants no hints in it. */
export type Steered = { session: Session; withoutHints: boolean };

/** What a word steers, and what is said to it. Whoever says "stop" is answered with a debrief instead. */
export function steer(
  { session, withoutHints }: Steered,
  word: Exclude<ControlWord, "stop">,
): Steered & { says: string } {
  const { name } = session.flow.persona;
  const says = (text: string, after: Partial<Steered> = {}) => ({
    session,
    withoutHints,
    ...after,
    says: text,
  });
  switch (word) {
    case "hint": {
      if (withoutHints) return says("This practice is without hints. Type hints to have them back.");
      if (session.state === "paused") return says("The practice is paused. Type resume first, then hint.");
      const taken = takeHint(session);
      return says(`Hint: ${taken.hint}`, { session: taken.session });
    }
    case "hints":
      return says(`${withoutHints ? "Hints are back." : "Hints are on."} Type hint whenever you want one.`, {
        withoutHints: false,
      });
    case "no hints":
      return says("This practice goes on without hints. Type hints to have them back.", {
        withoutHints: true,
      });
    case "pause":
      return session.state === "paused"
        ? says("It is paused already. Type resume when you are ready.")
        : says("Paused. Take your time. Type resume when you are ready, or stop to see your debrief.", {
            session: happen(session, { type: "pause" }),
          });
    case "resume": {
      if (session.state !== "paused") return says(`Nothing is paused. ${name} is waiting for your answer.`);
      const going = happen(session, { type: "resume" });
      return says(tellLastWords(going), { session: going });
    }
    case "softer":
      return session.play.standing.talk.softer
        ? says(`${name} is already as soft as this practice goes. You can pause or stop at any time.`)
        : says(`${name} will be milder from now on. You can pause or stop at any time.`, {
            session: happen(session, { type: "soften" }),
          });
    case "help":
      return says(`${tellControlWords(withoutHints)} Everything else is said to ${name}.`);
  }
}

/** Takes a trainee back to where they were: paused, or in front of what the customer said last. */
export function tellLastWords({ flow, state, said }: Session): string {
  const words = `${flow.persona.name}'s last words were: “${said.at(-1)}”`;
  return state === "paused" ? `It is paused. Type resume when you are ready. ${words}` : `Go on. ${words}`;
}
