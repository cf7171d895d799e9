import { type Play, play } from "../flow/compile.ts";
import type { Flow } from "../flow/flow.ts";
import { readingOf } from "../flow/signs.ts";
import { likeness } from "./alike.ts";
import { leastLeft } from "./least-left.ts";
import { type Message, possibleMessages } from "./possible-messages.ts";

/**
 * What a search for the shortest talk to an ending found: its messages, or how many it takes at least, or that no
 * talk of these messages leads there (no `atLeast`). `tried` counts the messages tried.
 */
export type ShortestTalk = {
  ending: string;
  tried: number;
  messages: readonly Message[] | undefined;
  atLeast: number | undefined;
};

/** The shortest talk to every ending, with at most so many messages tried for each. */
export const shortestTalks = (flow: Flow, atMost: number): ShortestTalk[] =>
  Object.keys(flow.endings).map((ending) => shortestTalk(flow, ending, atMost));

/** The talk after these messages, each as it stands; it stays where it ended. */
export const talkOf = (flow: Flow, messages: readonly Message[]): Play =>
  messages.reduce((now, message) => (now.standing.ending ? now : after(now, message)), play(flow, 1, "Sam"));

// Talks whose meters differ by less are followed once. Where that finds nothing, every difference counts.
const COARSE = 5;
const FINE = 1;

function shortestTalk(flow: Flow, ending: string, atMost: number): ShortestTalk {
  const coarse = search(flow, ending, atMost, COARSE);
  if (coarse.messages || coarse.atLeast !== undefined) return coarse;
  const fine = search(flow, ending, atMost - coarse.tried, FINE);
  return { ...fine, tried: coarse.tried + fine.tried };
}

type Step = { play: Play; talk: readonly Message[] };

// Talks are followed in the order of the fewest messages they can take in all (A*), the furthest first.
function search(flow: Flow, ending: string, atMost: number, grain: number): ShortestTalk {
  const messages = possibleMessages(flow);
  const alike = likeness(flow, ending, grain);
  const left = leastLeft(flow, ending);
  const seen = new Set<string>();
  const open = new Map<number, Step[]>();
  const keep = (step: Step) => {
    const key = alike(step.play.standing);
    const inAll = step.talk.length + left(step.play.standing);
    if (inAll === Infinity || seen.has(key)) return;
    seen.add(key);
    const others = open.get(inAll);
    if (others) others.push(step);
    else open.set(inAll, [step]);
  };
  keep({ play: play(flow, 1, "Sam"), talk: [] });
  let tried = 0;
  for (;;) {
    const inAll = Math.min(...open.keys());
    if (inAll === Infinity) return { ending, tried, messages: undefined, atLeast: undefined };
    const step = open.get(inAll)?.pop();
    if (!step) {
      open.delete(inAll);
      continue;
    }
    for (const message of messages) {
      if (tried === atMost) return { ending, tried, messages: undefined, atLeast: inAll };
      tried++;
      const next = { play: after(step.play, message), talk: [...step.talk, message] };
      const came = next.play.standing.ending;
      if (came === ending) {
        const talk = simplified(flow, ending, next.talk, messages);
        return { ending, tried, messages: talk, atLeast: talk.length };
      }
      if (!came) keep(next);
    }
  }
}

const after = (now: Play, { shows, asks }: Message) =>
  now.after({ type: "reply", reading: readingOf(shows, asks) });

// Each message may show more than the talk needs; the simplest that still ends it in the same way will do.
function simplified(
  flow: Flow,
  ending: string,
  talk: readonly Message[],
  messages: readonly Message[],
): readonly Message[] {
  return talk.reduce((so: readonly Message[], message, at) => {
    const simpler = messages.slice(0, messages.indexOf(message)).find((other) => {
      const { standing } = talkOf(flow, so.with(at, other));
      return standing.ending === ending && standing.talk.turns === talk.length;
    });
    return simpler ? so.with(at, simpler) : so;
  }, talk);
}
