import { WITHOUT_HINTS_OFFERED } from "../programme/tell-progress.ts";
import { effort } from "../session/effort.ts";
import type { Session } from "../session/session.ts";
import { button, context, escaped, type Message, section } from "./message.ts";

/** Whether a practice is without hints, or whether that is offered. */
type Hints = { withoutHints?: boolean; offered?: boolean };

/** Opens a practice: what it is, that it is private, how to get help, how to stop. */
export function controlMessage({ flow, state, play }: Session, id: string, hints: Hints = {}): Message {
  const { persona, care } = flow;
  const lines = [
    `Practice: ${flow.title}. ${effort(flow)}.`,
    flow.about,
    `${persona.name} is not a real person. Write as you would at work. Nobody sees this but you.`,
    tellHow(hints),
    // A heavy practice has asked with these words just before.
    care.heavy ? undefined : care.before,
  ].filter((line) => line !== undefined);
  const [title, about, signpost, how, before] = lines.map(escaped);
  const { softer } = play.standing.talk;
  return {
    text: lines.map(escaped).join("\n"),
    blocks: [
      section(`*${title}*\n${about}`),
      section([signpost, before].filter(Boolean).join("\n")),
      {
        type: "actions",
        elements: [
          ...(hints.withoutHints ? [] : [button("Hint", "practice:hint", id)]),
          state === "paused"
            ? button("Resume", "practice:resume", id, "primary")
            : button("Pause", "practice:pause", id),
          ...(softer ? [] : [button("Softer", "practice:softer", id)]),
          button("Stop", "practice:stop", id),
        ],
      },
      context(how ?? ""),
    ],
  };
}

function tellHow({ withoutHints, offered }: Hints): string {
  if (withoutHints)
    return "Type pause, softer or stop at any time, or use the buttons. It is without hints; type hints to have them back.";
  const how = "Type hint, pause, softer or stop at any time, or use the buttons.";
  return offered ? `${how} ${WITHOUT_HINTS_OFFERED}` : how;
}

/** What is left of it when the practice is over: one line, and nothing to press. */
export function finishedControlMessage({ flow, state }: Session): Message {
  const how = state === "stopped" ? "stopped" : "finished";
  const text = `Practice ${how}: ${escaped(flow.title)}.`;
  return { text, blocks: [context(text)] };
}

/** Said when somebody starts a practice in the middle of another. */
export const alreadyRunning = (
  running: Session,
  id: string,
  wanted: { id: string; title: string },
): Message => {
  const text = `You are in the middle of a practice with ${escaped(running.flow.persona.name)}. Nothing of it is lost.`;
  const same = wanted.id === running.flow.id;
  const other = same ? "Stop it and begin again" : `Stop it and start “${wanted.title}”`;
  return {
    text: `${text} Just write to go on, or type stop first and then start another.`,
    blocks: [
      section(text),
      {
        type: "actions",
        elements: [
          button("Go on with this one", "practice:go-on", id, "primary"),
          button(
            other.length > 75 ? `${other.slice(0, 74)}…` : other,
            "practice:switch",
            JSON.stringify([id, wanted.id]),
          ),
        ],
      },
    ],
  };
};
