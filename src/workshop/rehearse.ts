import type { Standing } from "../flow/compile.ts";
import type { Flow } from "../flow/flow.ts";
import { fits } from "../flow/react.ts";
import { moveOn, openScene, type Scene } from "../flow/scene.ts";
import { readingOf, type Sign, signsOf } from "../flow/signs.ts";
import { chanceFrom } from "./chance.ts";
import { type Intent, intend } from "./intend.ts";
import type { MadeUpTrainee } from "./made-up-trainee.ts";
import { briefOf } from "./moment.ts";
import { putInWords } from "./put-in-words.ts";
import type { Sayings } from "./sayings.ts";

/** One talk of a made-up trainee: how it ended, after how many messages, and which of the trainer's rules answered. */
export type Rehearsal = {
  ending: string | undefined;
  turns: number;
  /** The lines of the rules, in the order in which they answered. */
  fired: number[];
  /** How many messages showed at least what they were meant to show. */
  asMeant: number;
};

// A talk ends by its own limit; this holds only for somebody who waits and waits.
const MOST_MOVES = 60;

/** Plays one talk: in real words that the reader reads when there are sayings, and in bare skills without. */
export function rehearse(
  flow: Flow,
  trainee: MadeUpTrainee,
  seed: number,
  sayings: Sayings | undefined,
): Rehearsal {
  const chance = chanceFrom(seed);
  const brief = briefOf(flow);
  const fired: number[] = [];
  let asMeant = 0;
  let scene = openScene(flow, seed);
  for (let move = 0; move < MOST_MOVES && !scene.play.standing.ending; move++) {
    const before = scene.play.standing;
    const intent = intend(trainee, flow, brief, before, chance);
    scene = moveOn(flow, scene, {
      show: [...intent.shows],
      asks: [...intent.asks],
      say: sayings && putInWords(flow, intent, sayings, chance),
      idle: intent.waits,
    });
    if (intent.waits) continue;
    fired.push(...ruleThatAnswered(flow, before, scene));
    if (showsAll(meantBy(intent), scene)) asMeant++;
  }
  const { ending, talk } = scene.play.standing;
  return { ending, turns: talk.turns, fired, asMeant };
}

// A limit that ends the talk in the same breath leaves its own line behind, so the rules are asked again.
function ruleThatAnswered(flow: Flow, { mood, talk }: Standing, { reading }: Scene): number[] {
  const rules = [...(flow.moods[mood]?.rules ?? []), ...flow.anywhere];
  const rule = reading && rules.find((one) => fits(flow, mood, one, talk, reading));
  return rule ? [rule.line] : [];
}

const meantBy = ({ shows, asks }: Intent) => signsOf(readingOf(shows, asks));

const showsAll = (meant: readonly Sign[], { play }: Scene) =>
  meant.every((sign) => play.standing.talk.last.signs.includes(sign));
