import { storyOf } from "../../src/challenge/story.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { CLOSED_AFTER } from "../../src/slack/challenge/listening-game.ts";
import { type Chance, oneOf } from "../../src/workshop/chance.ts";
import type { Act } from "./script.ts";

/** Those of a team who only listen: so many that what was heard is told in numbers. */
export const LISTENERS = ["U5", "U6", "U7"];

/** The flow whose story is told. */
export const STORY = "say-it-back";

const MINUTE = 60_000;
/** After so many ms the lines are shown that may be, and everything else is erased; sooner where all have decided. */
export const UNTIL_SHOWN = CLOSED_AFTER + MINUTE;
export const UNTIL_SHOWN_IF_ALL_SAID = 11 * MINUTE;

/** Somebody says what they heard in a story, some a second time: they press the button, and send the page off. */
export function listening(flow: Flow | undefined, chance: Chance): Act[][] {
  const turn = (): Act[] => [
    { does: "presses", button: "listening:say" },
    { does: "says what they heard", ...heardIn(flow, chance) },
  ];
  return chance() < 0.4 ? [turn(), turn()] : [turn()];
}

function heardIn(flow: Flow | undefined, chance: Chance): { line: string; question: string } {
  const kind = "That sounds really hard, and I understand how you feel.";
  if (!flow) return { line: kind, question: "What happened then?" };
  const { facts, feelings, askable } = storyOf(flow, 1);
  const words = (all: typeof facts) => {
    const one = oneOf(all, chance);
    return oneOf(one ? [...one.words, one.what] : [], chance) ?? "that";
  };
  const felt = oneOf(oneOf(feelings, chance)?.words ?? [], chance) ?? "alone";
  const [thing, other] = [words(facts), words(facts)];
  const line = oneOf(
    [
      `You felt ${felt} because of ${thing}, and that must have been hard.`,
      `You told me about ${thing}. You were ${felt} when it came to ${other}.`,
      `So there was ${thing}, and then ${other}.`,
      kind,
    ],
    chance,
  );
  const asked = oneOf(oneOf(askable, chance)?.asked ?? [], chance);
  return { line: line ?? kind, question: asked ? `What about ${asked}?` : "What happened then?" };
}

const HOW = ["named", "named", "unnamed", "no"] as const;

/** Whoever is asked whether a line of theirs may be shown says so, and some think again. */
export const decisions = (people: readonly string[], chance: Chance): { person: string; act: Act }[] =>
  [...people, ...people].flatMap((person, index) =>
    chance() < (index < people.length ? 0.95 : 0.2)
      ? [{ person, act: { does: "decides", how: oneOf(HOW, chance) ?? "no" } }]
      : [],
  );

/** Some take back a line that is shown. */
export const takingBack = (people: readonly string[], chance: Chance): { person: string; act: Act }[] =>
  people.flatMap((person) => (chance() < 0.4 ? [{ person, act: { does: "takes their line back" } }] : []));
