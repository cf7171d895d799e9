import type { Flow } from "../../src/flow/flow.ts";
import { type Chance, chanceFrom, oneByWeight, oneOf, someOf } from "../../src/workshop/chance.ts";
import type { Fault } from "../slack-double/faults.ts";
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
  | { kind: "fault"; method: string; fault: Fault }
  /** An instance dies at so many steps from now, or after so many ms where the clock is real; perhaps it is started again. */
  | { kind: "death"; instance: number; steps: number; ms: number; back: boolean }
  /** Everything dies while the next post is on its way, which arrives so many ms later; then everything is started again. */
  | { kind: "power cut"; late: number }
  | { kind: "instance comes" }
  | { kind: "instance goes"; instance: number }
  /** Every connection to the database is cut; every WebSocket of Slack's. */
  | { kind: "database cut"; ms: number }
  | { kind: "sockets cut" }
  | { kind: "database restarts" };

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

/** What the ground can bear. */
export type Limits = {
  /** About how many things each trainee does. */
  length: number;
  /** Whether there can be several instances; whether the database can be restarted. */
  several: boolean;
  restarts: boolean;
  /** Whether the clock and Slack's connections are real, so that calls may hang and sockets be cut. */
  real: boolean;
};

/** Draws a run. */
export function planOf(seed: number, flows: readonly Flow[], limits: Limits): Plan {
  const chance = chanceFrom(seed);
  const people = ["U1", "U2", "U3", "U4"].slice(0, 2 + Math.floor(chance() * 3));
  const played = someOf(flows, 3, chance);
  const together = togetherOf(people[0] ?? "U1", played[0]?.id ?? "", limits.real, chance);
  const scripts = people.map((person) => {
    const all = scriptOf(played, limits.length, together !== undefined && chance() < 0.8, chance);
    const own = all.slice(0, limits.length + 4);
    const acts = together ? withTeam(own, person, together, played[0], chance) : own;
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
    happenings.push(
      ...[wrong(limits, chance), wrong(limits, chance)].filter(({ kind }) => kind !== "again"),
      {
        kind: "time",
        ms: UNTIL_OVER,
      },
    );
  const instances = limits.several ? 1 + Math.floor(chance() * 3) : 1;
  return { seed, people, together, flows: played.map(({ id }) => id), instances, happenings };
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

const METHODS = [
  "chat.postMessage",
  "chat.postMessage",
  "chat.postMessage",
  "chat.update",
  "conversations.history",
  "files.getUploadURLExternal",
  "files.completeUploadExternal",
  "upload",
];
const FAULTS: Fault[] = [
  { kind: "lost" },
  { kind: "lost" },
  { kind: "limited", retryAfter: 3 },
  { kind: "limited", retryAfter: 40 },
  { kind: "broken" },
  { kind: "broken", status: 503 },
  { kind: "refused", error: "internal_error" },
];

function wrong({ several, restarts, real }: Limits, chance: Chance): Happening {
  const kinds = [
    { often: 8, kind: "fault" },
    // A start in a process of its own takes a while.
    { often: real ? 3 : 6, kind: "death" },
    { often: real ? 1 : 2, kind: "power cut" },
    { often: 3, kind: "again" },
    { often: several ? 2 : 0, kind: "instance comes" },
    { often: 1, kind: "instance goes" },
    { often: several ? 2 : 0, kind: "database cut" },
    { often: real ? 2 : 0, kind: "sockets cut" },
    { often: restarts ? 1 : 0, kind: "database restarts" },
  ] as const;
  const instance = Math.floor(chance() * 8);
  switch (oneByWeight(kinds, chance)?.kind) {
    case "death": {
      const steps = 1 + Math.floor(chance() * 60);
      return { kind: "death", instance, steps, ms: Math.floor(chance() * 150), back: chance() < 0.8 };
    }
    case "power cut":
      // Slack is waited for ten seconds, so nothing arrives later than that.
      return { kind: "power cut", late: Math.floor(chance() * 10_000) };
    case "again":
      return { kind: "again", which: Math.floor(chance() * 1_000) };
    case "instance comes":
      return { kind: "instance comes" };
    case "instance goes":
      return { kind: "instance goes", instance };
    case "database cut":
      return { kind: "database cut", ms: Math.floor(chance() * 30) };
    case "sockets cut":
      return { kind: "sockets cut" };
    case "database restarts":
      return { kind: "database restarts" };
    default: {
      const method = oneOf(METHODS, chance) ?? "chat.postMessage";
      const hangs: Fault[] = real && chance() < 0.15 ? [{ kind: "hang" }] : [];
      return { kind: "fault", method, fault: hangs[0] ?? oneOf(FAULTS, chance) ?? { kind: "lost" } };
    }
  }
}
