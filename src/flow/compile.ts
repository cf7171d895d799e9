import { assign, createActor, type MachineSnapshot, setup } from "xstate";
import type { Reading } from "../skills/reading.ts";
import type { Flow, Rule } from "./flow.ts";
import { fits, react } from "./react.ts";
import { feel, holds, openTalk, saying, type Talk } from "./talk.ts";

/** What can happen to a talk: one message is one event, whatever it shows. */
export type TalkEvent = { type: "reply"; reading: Reading } | { type: "idle" } | { type: "soften" };

/** Where a talk stands: in a mood or at an ending, with everything it remembers. */
export type Standing = { mood: string; ending: string | undefined; talk: Talk };

/** A flow as a machine that can be begun and moved on, without side effects. */
export type FlowMachine = ReturnType<typeof compile>;

/** Makes an XState machine of a flow. Its states are the moods and endings, and its guards are the rules. */
export function compile(flow: Flow) {
  // XState also begins a talk without input, and throws it away.
  const unheard = openTalk(flow, 0, "");
  const machine = setup({
    types: {} as { context: Talk; events: TalkEvent; input: { seed: number; trainee: string } },
    guards: {
      fits: ({ context, event }, { mood, rule }: { mood: string; rule: Rule }) =>
        event.type === "reply" && fits(flow, mood, rule, context, event.reading),
      reached: ({ context }, { needs }: Pick<Rule, "needs">) => context.turns > 0 && holds(needs, context),
    },
    actions: {
      react: assign(({ context, event }, { mood, rule }: { mood: string; rule: Rule | undefined }) =>
        event.type === "reply" ? react(flow, mood, rule, context, event.reading) : context,
      ),
      close: assign(({ context }, { line, go, because }: Flow["limits"][number]) => {
        const closed = saying(flow, context, [{ pool: `ending/${go}`, lines: flow.endings[go]?.says ?? [] }]);
        return { ...closed, last: { ...closed.last, line, because } };
      }),
      nudge: assign(({ context }) => {
        const nudged = saying(flow, feel(flow, context, flow.idle?.feel ?? {}), [
          { pool: "idle", lines: flow.idle?.says ?? [] },
        ]);
        const { says } = nudged.last;
        return {
          ...nudged,
          last: { says, signs: [], revealed: [], line: flow.idle?.line ?? 1, because: undefined },
        };
      }),
      soften: assign({ softer: true }),
    },
  }).createMachine({
    id: flow.id,
    version: String(flow.version),
    context: ({ input }) => (input ? openTalk(flow, input.seed, input.trainee) : unheard),
    initial: "talking",
    states: {
      talking: {
        initial: flow.start,
        always: flow.limits.map((limit) => ({
          guard: { type: "reached" as const, params: { needs: limit.needs } },
          target: limit.go,
          actions: { type: "close" as const, params: limit },
        })),
        on: { idle: { actions: "nudge" }, soften: { actions: "soften" } },
        states: moodStates(flow),
      },
      ...Object.fromEntries(Object.keys(flow.endings).map((name) => [name, { type: "final" as const }])),
    },
  });
  return machine;
}

// A mood's own rules from the top, then the rules for anywhere, then its lines: nothing stays unanswered.
function moodStates(flow: Flow) {
  const target = (go: string | undefined) =>
    go === undefined ? {} : { target: flow.endings[go] ? `#${flow.id}.${go}` : go };
  const states = Object.entries(flow.moods).map(([mood, { rules }]) => [
    mood,
    {
      on: {
        reply: [
          ...[...rules, ...flow.anywhere].map((rule) => ({
            guard: { type: "fits" as const, params: { mood, rule } },
            actions: { type: "react" as const, params: { mood, rule } },
            ...target(rule.go),
          })),
          { actions: { type: "react" as const, params: { mood, rule: undefined } } },
        ],
      },
    },
  ]);
  return Object.fromEntries(states);
}

type Snapshot = MachineSnapshot<Talk, TalkEvent, never, never, never, never, never, never>;

const standing = (snapshot: Snapshot): Standing => {
  const value = snapshot.value as string | { talking: string };
  return typeof value === "string"
    ? { mood: value, ending: value, talk: snapshot.context }
    : { mood: value.talking, ending: undefined, talk: snapshot.context };
};

/** A talk that can be moved on: what stands now, and what an event makes of it. */
export type Play = { standing: Standing; after(event: TalkEvent): Play };

/** Begins a talk. The same seed, trainee and events always give the same talk. */
export function play(flow: Flow, seed: number, trainee: string): Play {
  const { machine, scope } = machineOf(flow);
  const first = machine.getInitialSnapshot(scope, { seed, trainee });
  const at = (snapshot: typeof first): Play => ({
    standing: standing(snapshot as unknown as Snapshot),
    after: (event) => at(machine.transition(snapshot, event, scope)),
  });
  return at(first);
}

type Ready = { machine: FlowMachine; scope: Scope };
type Scope = Parameters<FlowMachine["transition"]>[2];

const machines = new WeakMap<Flow, Ready>();
function machineOf(flow: Flow): Ready {
  const known = machines.get(flow) ?? makeReady(compile(flow));
  machines.set(flow, known);
  return known;
}

// XState's own `transition` makes an actor for each event, which costs as much as the event. These machines start no
// children and send nothing, so that one, in which nothing ever happens, serves all talks of a flow.
function makeReady(machine: FlowMachine): Ready {
  const self = createActor(machine, { input: { seed: 0, trainee: "" } });
  const nothing = () => {};
  const scope = {
    self,
    system: self.system,
    id: "",
    sessionId: "",
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: nothing,
  };
  return { machine, scope: scope as unknown as Scope };
}
