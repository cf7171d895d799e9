import type { Standing } from "../flow/compile.ts";
import type { Flow } from "../flow/flow.ts";
import type { Sign } from "../flow/signs.ts";
import { type Chance, oneByWeight, someOf } from "./chance.ts";
import type { Habit, MadeUpTrainee } from "./made-up-trainee.ts";
import { type Brief, momentOf } from "./moment.ts";

/** What the next message is meant to show and ask for; or that none is written for a while. */
export type Intent = { shows: readonly Sign[]; asks: readonly string[]; waits: boolean };

/** What a made-up trainee means to do next in a talk. */
export function intend(
  trainee: MadeUpTrainee,
  flow: Flow,
  brief: Brief,
  standing: Standing,
  chance: Chance,
): Intent {
  const { slips, does } = trainee;
  const habits =
    slips && chance() < slips.likely ? slips.into : (does[momentOf(flow, brief, standing)] ?? does.otherwise);
  const habit = oneByWeight(habits, chance);
  return {
    shows: habit?.shows ?? [],
    asks: habit ? factsFor(habit, flow, brief, standing, chance) : [],
    waits: (habit?.waits ?? false) && flow.idle !== undefined,
  };
}

// Nobody asks on purpose for what they were told, but who asks for just anything may not have read it.
function factsFor(
  { asks = 0, of }: Habit,
  { facts }: Flow,
  { needed }: Brief,
  { talk }: Standing,
  chance: Chance,
): string[] {
  if (asks === 0) return [];
  const all = facts.map(({ id }) => id);
  const untold = all.filter((id) => !talk.knows.includes(id));
  const missing = untold.filter((id) => needed.includes(id));
  const wanted = of === "any" ? all : of === "needed" && missing.length > 0 ? missing : untold;
  return someOf(wanted, asks, chance);
}
