import type { Flow } from "../flow/flow.ts";
import type { Sign } from "../flow/signs.ts";
import { type Chance, oneOf, someOf } from "./chance.ts";
import type { Intent } from "./intend.ts";
import type { Sayings } from "./sayings.ts";

const UNDERSTOOD = [
  "{one} and {other}: no wonder you're {feeling}.",
  "So it's {one}, and on top of it {other}. Of course you're {feeling}.",
  "You have {one} in front of you and {other} as well. Anybody would be {feeling}.",
  "You feel {feeling}, and with {one} and {other} that makes sense.",
];
const EXPLORING = [
  "Can you tell me about this: {asked}?",
  "What can you tell me about the {asked}?",
  "To get this right I need to know one thing: {asked}?",
  "Tell me about {asked}.",
];
const ROUTINE = ["Can you give me the {asked}?", "{asked}, please?", "And {asked}?"];

// The corpus has no labels for these, and too few replies that show nothing else.
const MOVES_IN_WORDS: Partial<Record<Sign, readonly string[]>> = {
  apology: ["I'm sorry about that.", "Sorry."],
  limit: ["I can't do exactly what you're asking for.", "That is something I can't make happen."],
  timeframe: ["You'll hear from me by noon tomorrow.", "I'll write to you again by four today."],
  handover: ["I'm passing this to Joan, with everything you told me."],
  repair: ["I jumped ahead there. Let me start again.", "That was the wrong thing to say, I take it back."],
};

/**
 * A message in real words that was meant to show and ask this. What is said of this customer is made of their
 * stakes and feelings, and what is asked for of the fact's own words; the rest people wrote to other customers.
 */
export function putInWords(flow: Flow, intent: Intent, sayings: Sayings, chance: Chance): string {
  const isSpecific = intent.shows.includes("specific-validation") && flow.persona.stakes.length > 0;
  const asks = intent.asks.length > 0;
  const rest = intent.shows.filter(
    (sign) => !(isSpecific && sign === "specific-validation") && !(asks && sign.endsWith("question")),
  );
  const first = rest.filter((sign): boolean => sign === "repair");
  return [
    ...first.flatMap((sign) => oneOf(MOVES_IN_WORDS[sign] ?? [], chance) ?? []),
    ...(isSpecific ? [understanding(flow, chance)] : []),
    ...elsewhere(
      rest.filter((sign) => !first.includes(sign)),
      intent,
      sayings,
      chance,
    ),
    ...(asks ? [question(flow, intent, chance)] : []),
  ].join(" ");
}

function understanding({ persona, feedback }: Flow, chance: Chance): string {
  const own = (["validation", "specific-validation"] as const).flatMap((sign) => feedback[sign]?.try ?? []);
  const [one = "this", other = "everything else"] = someOf(persona.stakes, 2, chance);
  const feeling = oneOf(persona.feelings, chance) ?? "upset";
  const said = oneOf([...UNDERSTOOD, ...own], chance) ?? "";
  return sentence(said.replace("{one}", one).replace("{other}", other).replace("{feeling}", feeling));
}

function question(flow: Flow, { asks, shows }: Intent, chance: Chance): string {
  const frames = shows.includes("routine-question") ? ROUTINE : EXPLORING;
  const words = asks.flatMap(
    (id) => oneOf(flow.facts.find((fact) => fact.id === id)?.asked ?? [], chance) ?? [],
  );
  const questions = words.map((asked) => sentence((oneOf(frames, chance) ?? "").replace("{asked}", asked)));
  return questions.join(" ");
}

// A reply that shows all of it if somebody wrote one, or else one for each part.
function elsewhere(signs: readonly Sign[], intent: Intent, sayings: Sayings, chance: Chance): string[] {
  if (signs.length === 0) return intent.shows.length === 0 ? [oneOf(sayings([]), chance) ?? "Hello."] : [];
  const whole = oneOf(sayings(signs), chance);
  if (whole !== undefined) return [whole];
  const moves = signs.filter((sign) => MOVES_IN_WORDS[sign]);
  const skills = signs.filter((sign) => !MOVES_IN_WORDS[sign]);
  if (moves.length > 0 && skills.length > 0)
    return [...elsewhere(skills, intent, sayings, chance), ...elsewhere(moves, intent, sayings, chance)];
  if (signs.length > 1) return signs.flatMap((sign) => elsewhere([sign], intent, sayings, chance));
  return [
    oneOf(
      signs.flatMap((sign) => MOVES_IN_WORDS[sign] ?? []),
      chance,
    ) ?? "",
  ].filter((said) => said !== "");
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
