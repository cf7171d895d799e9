import { shortened } from "../feedback/shortened.ts";
import type { Flow } from "../flow/flow.ts";
import { careTogether } from "./care-together.ts";
import { colleaguesIn, type NotNow, type Relay, waitingTurn } from "./relay.ts";

/** Said in the thread before the customer speaks: what this is, how it goes, and what may be hard about it. */
export function tellIntroduction(flow: Flow): string[] {
  const { persona, about } = flow;
  const care = careTogether(flow);
  return [
    about.trim(),
    `${persona.name} is not a real person. Each message is answered by another colleague who has joined; the button is under the newest line, and nobody has to. Write as you would at work.`,
    ...(care ? [care] : []),
  ];
}

/** How far a relay is: which turn, how many have answered, and how the customer feels, in their own words. */
export function tellSoFar(relay: Relay): string[] {
  const { flow, play, turns } = relay.session;
  const { name } = flow.persona;
  const mood = flow.moods[play.standing.mood];
  const care = flow.care.heavy ? careTogether(flow) : undefined;
  const answered = turns.length === 0 ? "Nobody has answered yet." : answeredBy(relay);
  const feels = mood ? `${mood.emoji} What ${name} feels now: “${mood.feels}”` : "";
  return [
    ...(care ? [care] : []),
    `It is turn ${waitingTurn(relay)}. ${answered}`,
    ...(feels ? [feels] : []),
  ];
}

function answeredBy(relay: Relay): string {
  const people = colleaguesIn(relay);
  return people === 1 ? "One colleague has answered so far." : `${people} colleagues have answered so far.`;
}

/** Said to somebody who can't answer just now, kindly and with what they can do. */
export const NOT_NOW: Record<NotNow, string> = {
  "not begun": "It has not begun yet. You can join already, and the customer comes when it starts.",
  "nobody came": "The customer could not come. Whoever launched this has been told.",
  over: "This talk is over, so nobody reads an answer any more. You can practise with the same customer on your own.",
  "not joined": "Only those who have joined answer here. You can join with the button and then take a turn.",
  "answered last":
    "The last answer was yours, so this turn is for somebody else. The one after it can be yours again.",
  "another was first": "A colleague answered this turn a moment before you.",
};

/** The line before the one that waits, so that nobody has to scroll up for it. */
export function lastAnswer({ session }: Relay): string | undefined {
  const reply = session.turns.at(-1)?.reply;
  return reply && shortened(reply, 300);
}
