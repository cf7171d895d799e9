import { compile } from "./compile.ts";
import type { Flow, Need, Rule } from "./flow.ts";

/** What can happen to a message in one mood: the rule that fits, and the mood or ending it leads to; nothing where it stays. */
export type Way = { rule: Rule; to: string | undefined };

/** A limit as the machine has it: when it is reached, in whatever mood, the talk is at this ending. */
export type Limit = { needs: Need[]; to: string };

/** Every way that the machine of a flow knows, in the order in which it tries them. */
export type Ways = {
  begins: string;
  moods: Record<string, Way[]>;
  limits: Limit[];
  endings: string[];
};

/** Reads the ways out of the compiled machine itself, and not out of the file: what it says is what happens. */
export function waysOf(flow: Flow): Ways {
  const { talking, ...endings } = compile(flow).root.states;
  const moods = Object.entries(talking?.states ?? {}).map(([mood, state]): [string, Way[]] => [
    mood,
    (state.transitions.get("reply") ?? []).flatMap((transition) => {
      const { rule } = paramsOf<{ rule: Rule }>(transition);
      return rule ? { rule, to: placeOf(transition, mood) } : [];
    }),
  ]);
  return {
    begins: talking?.initial.target?.[0]?.key ?? "",
    moods: Object.fromEntries(moods),
    limits: (talking?.always ?? []).flatMap((transition) => {
      const to = placeOf(transition, "");
      return to === undefined ? [] : { needs: paramsOf<{ needs: Need[] }>(transition).needs ?? [], to };
    }),
    endings: Object.values(endings).flatMap((state) => (state.type === "final" ? state.key : [])),
  };
}

// The machine keeps what a guard is given as it stands; the last transition of a mood has no guard.
const paramsOf = <Params>({ guard }: { guard?: unknown }) =>
  ((guard as { params?: Params } | undefined)?.params ?? {}) as Partial<Params>;

const placeOf = ({ target }: { target?: readonly { key: string }[] | undefined }, mood: string) => {
  const key = target?.[0]?.key;
  return key === mood ? undefined : key;
};
