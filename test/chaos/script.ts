import type { Flow } from "../../src/flow/flow.ts";
import { type Chance, oneOf } from "../../src/workshop/chance.ts";

/** Something a trainee does; what cannot be done at that moment (a button that is not there) is left out. */
export type Act =
  | { does: "starts"; flow: string }
  | { does: "writes"; line: string }
  | { does: "types"; word: string }
  /** Presses the newest button whose action id begins like this. */
  | { does: "presses"; button: string }
  /** Changes, or takes back, the line they wrote last. */
  | { does: "edits"; line: string }
  | { does: "deletes" }
  /** Sees the reading of a line differently: presses the button, and sends the form off. */
  | { does: "appeals" }
  | { does: "sends the form" }
  | TeamAct;

/** What somebody does in the channel of their team. */
export type TeamAct =
  /** Sends off the page of a relay: joins, or says this line. */
  | { does: "sends the turn"; line: string }
  /** Sends off the page of a listening game. */
  | { does: "says what they heard"; line: string; question: string }
  /** Decides whether a line of theirs may be shown, and takes back one that is. */
  | { does: "decides"; how: "named" | "unnamed" | "no" }
  | { does: "takes their line back" }
  | { does: "asks for the challenge" }
  | { does: "closes the challenge"; how: "ended" | "called-off" };

const STEERING = ["hint", "softer", "no hints", "pause", "resume", "progress", "practice", "help"];

/** Draws what one trainee does from beginning to end: practices with what the flow's own tests say, and a message taken again. */
export function scriptOf(flows: readonly Flow[], length: number, joins: boolean, chance: Chance): Act[] {
  const acts: Act[] = joins ? [{ does: "presses", button: "challenge:join" }] : [];
  while (acts.length < length) acts.push(...practice(flows, chance));
  return acts;
}

function practice(flows: readonly Flow[], chance: Chance): Act[] {
  const flow = oneOf(flows, chance);
  if (!flow) return [];
  const begins: Act[] = [{ does: "starts", flow: flow.id }];
  if (flow.care.heavy) begins.push({ does: "presses", button: "care:begin" });
  const talk = linesFor(flow, chance).flatMap((line): Act[] => [
    ...(chance() < 0.15 ? [{ does: "types", word: oneOf(STEERING, chance) ?? "hint" } as const] : []),
    { does: "writes", line },
    ...(chance() < 0.12 ? [{ does: "edits", line: `${line} I mean it.` } as const] : []),
    ...(chance() < 0.06 ? [{ does: "deletes" } as const] : []),
    ...(chance() < 0.05 ? [{ does: "types", word: "resume" } as const] : []),
  ]);
  const closes: Act[] =
    chance() < 0.6 ? [{ does: "types", word: "stop" }] : [{ does: "presses", button: "practice:stop" }];
  const looksBack: Act[] = [
    ...(chance() < 0.5 ? [{ does: "presses", button: "debrief:show" } as const] : []),
    ...(chance() < 0.3 ? [{ does: "appeals" } as const, { does: "sends the form" } as const] : []),
  ];
  const again: Act[] =
    chance() < 0.6
      ? [
          { does: "presses", button: "retry:" },
          ...linesFor(flow, chance)
            .slice(0, 2)
            .map((line): Act => ({ does: "writes", line })),
          { does: "types", word: "stop" },
        ]
      : [];
  return [...begins, ...talk, ...closes, ...looksBack, ...again];
}

/** What the flow's own tests say in real words, one line each. */
export function linesFor(flow: Flow, chance: Chance): string[] {
  const talks = flow.tests
    .map(({ talk }) =>
      talk.flatMap(({ say }) => (say === undefined ? [] : [say.replace(/\s+/g, " ").trim()])),
    )
    .filter((lines) => lines.length > 1);
  return oneOf(talks, chance) ?? ["Hello, how can I help?", "Tell me what happened, please."];
}
