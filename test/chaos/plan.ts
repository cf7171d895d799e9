import type { Flow } from "../../src/flow/flow.ts";
import { type Chance, chanceFrom, oneOf, someOf } from "../../src/workshop/chance.ts";
import {
  decisions,
  LISTENERS,
  takingBack,
  UNTIL_SHOWN,
  UNTIL_SHOWN_IF_ALL_SAID,
} from "./listening-script.ts";
import { type Limits, type Mishap, mishap } from "./mishaps.ts";
import { type Act, scriptOf } from "./script.ts";
import { type Together, togetherOf, UNTIL_OVER, withTeam } from "./together.ts";

/** What can happen, to people and to machines; times in ms. */
export type Happening =
  /** Somebody does something; Slack brings it in so many copies, and so much later. */
  | { kind: "act"; person: string; act: Act; copies: number; late: number }
  /** Two people, or one twice, and the second arrives first. */
  | { kind: "swapped"; acts: readonly { person: string; act: Act }[] }
  | { kind: "time"; ms: number }
  /** Something that was delivered long ago comes once more. */
  | { kind: "again"; which: number }
  | Mishap;

/** A run of the campaign: who plays what, and what happens to them; it follows from the seed alone. */
export type Plan = {
  seed: number;
  people: string[];
  /** What the team does together; nothing where it does nothing. */
  together: Together | undefined;
  /** The flows that are played, by id. */
  flows: string[];
  /** How many instances there are at first, where there can be several. */
  instances: number;
  happenings: Happening[];
};

/** Draws a run. */
export function planOf(seed: number, flows: readonly Flow[], limits: Limits): Plan {
  const chance = chanceFrom(seed);
  const playing = ["U1", "U2", "U3", "U4"].slice(0, 2 + Math.floor(chance() * 3));
  const played = someOf(flows, 3, chance);
  const together = togetherOf(playing[0] ?? "U1", played[0]?.id ?? "", limits.real, chance);
  const told = flows.find(({ id }) => id === together?.flow);
  const people = [...playing, ...(together?.kind === "listening" ? LISTENERS : [])];
  const scripts = people.map((person) => {
    const joins = together !== undefined && chance() < 0.8;
    const all = playing.includes(person) ? scriptOf(played, limits.length, joins, chance) : [];
    const own = all.slice(0, limits.length + 4);
    const acts = together ? withTeam(own, person, together, told, chance) : own;
    return acts.map((act) => ({ person, act }));
  });
  const happenings: Happening[] = [];
  while (scripts.some((script) => script.length > 0)) {
    const going = scripts.filter((script) => script.length > 0);
    const script = oneOf(going, chance);
    const next = script?.shift();
    if (next) happenings.push(...brought(next, () => oneOf(going, chance)?.shift(), chance));
    happenings.push(...meanwhile(limits, chance));
  }
  if (together?.ends === "by the clock")
    happenings.push(mishap(limits, chance), mishap(limits, chance), { kind: "time", ms: UNTIL_OVER });
  if (together?.kind === "listening" && together.ends !== "not")
    happenings.push(...afterTheGame(people, limits, chance));
  const instances = limits.several ? 1 + Math.floor(chance() * 3) : 1;
  const known = new Set([...played.map(({ id }) => id), ...(told ? [told.id] : [])]);
  return { seed, people, together, flows: [...known], instances, happenings };
}

type Doing = { person: string; act: Act };

function brought(one: Doing, another: () => Doing | undefined, chance: Chance): Happening[] {
  const how = chance();
  if (how < 0.12) {
    const other = another();
    if (other) return [{ kind: "swapped", acts: [one, other] }];
  }
  const copies = how < 0.3 ? 2 : how < 0.35 ? 3 : 1;
  const late = how > 0.9 ? Math.floor(chance() * 8_000) : 0;
  return [{ kind: "act", ...one, copies, late }];
}

// Most lines get their answer; some come while the trainee is still typing.
function meanwhile(limits: Limits, chance: Chance): Happening[] {
  const happened: Happening[] = [];
  const pause = chance();
  if (pause < 0.55) happened.push({ kind: "time", ms: 2_000 + Math.floor(chance() * 4_000) });
  else if (pause < 0.7) happened.push({ kind: "time", ms: Math.floor(chance() * 1_900) });
  else if (pause < 0.75) happened.push({ kind: "time", ms: 60_000 + Math.floor(chance() * 500_000) });
  if (chance() < 0.45) happened.push(wrong(limits, chance));
  return happened;
}

const wrong = (limits: Limits, chance: Chance): Happening =>
  chance() < 0.1 ? { kind: "again", which: Math.floor(chance() * 1_000) } : mishap(limits, chance);

// They decide about their lines, which are shown a while later, and some take theirs back. What was delivered before the
// game does not come again so much later.
function afterTheGame(people: readonly string[], limits: Limits, chance: Chance): Happening[] {
  const doing = (acts: readonly Doing[]) =>
    acts.flatMap((one) => [
      ...brought(one, () => undefined, chance),
      ...(chance() < 0.6 ? [{ kind: "time" as const, ms: Math.floor(chance() * 5_000) }] : []),
      ...(chance() < 0.3 ? [mishap(limits, chance)] : []),
    ]);
  return [
    { kind: "time", ms: 30_000 },
    ...doing(decisions(people, chance)),
    { kind: "time", ms: limits.real ? UNTIL_SHOWN_IF_ALL_SAID : UNTIL_SHOWN },
    { kind: "time", ms: 30_000 },
    ...doing(takingBack(people, chance)),
  ];
}
