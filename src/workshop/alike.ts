import type { Standing } from "../flow/compile.ts";
import type { Flow, Need } from "../flow/flow.ts";
import { everyNeed } from "../flow/rules.ts";
import type { Sign } from "../flow/signs.ts";

/**
 * A name that two talks share when nothing on the way to an ending can tell them apart: the same mood and facts,
 * meters in the same grain of so many points, and the same signs heard as far as rules ask for them. With a
 * grain of 1 that is so; a coarser one takes small differences for none.
 */
export function likeness(flow: Flow, ending: string, grain: number): (standing: Standing) => string {
  const needs = [
    ...everyNeed({ ...flow, limits: [] }).flatMap((one) => one.needs),
    // A limit that only counts messages ends all talks of one length, so only those on their way to it differ.
    ...flow.limits
      .filter((limit) => limit.needs.length > 1 || limit.go === ending)
      .flatMap((one) => one.needs),
  ];
  const counted = countedSigns(needs);
  const turns = Math.max(0, ...needs.flatMap((need) => (need.kind === "turns" ? turnsThatCount(need) : [])));
  return ({ mood, talk }) =>
    [
      mood,
      ...Object.values(talk.meters).map((value) => Math.round(value / grain)),
      ...counted.map(([sign, most]) => Math.min(most, talk.shown[sign] ?? 0)),
      ...counted.map(([sign, most]) => Math.min(most, talk.inARow[sign] ?? 0)),
      Math.min(turns, talk.turns),
      ...[...talk.knows].sort(),
    ].join(" ");
}

const turnsThatCount = ({ amount: { from, to } }: Extract<Need, { kind: "turns" }>) =>
  to === Number.MAX_SAFE_INTEGER ? from : to + 1;

// Up to which number it matters how often each sign was shown.
function countedSigns(needs: readonly Need[]): [Sign, number][] {
  const most = new Map<Sign, number>([
    ["validation", 2],
    ["apology", 2],
  ]);
  for (const need of needs) {
    const signs = need.kind === "heard" ? need.signs : "sign" in need ? [need.sign] : [];
    const count = "count" in need ? need.count : 1;
    for (const sign of signs) most.set(sign, Math.max(most.get(sign) ?? 0, count));
  }
  return [...most];
}
