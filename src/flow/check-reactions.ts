import type { Report } from "./check.ts";
import { isUnsaid } from "./check-meters.ts";
import type { Change, Flow } from "./flow.ts";
import { implies, type Sign } from "./signs.ts";

// What helps almost everybody. Stock phrases, routine questions, apologies and early fixes may well annoy.
const KIND: readonly Sign[] = [
  "validation",
  "specific-validation",
  "question",
  "exploring-question",
  "de-escalation",
  "concrete-de-escalation",
  "repair",
];

/** Reactions that move the meters the wrong way: unkind messages that help, and kind ones that only hurt. */
export function checkReactions(flow: Flow, report: Report): void {
  for (const [sign, change] of Object.entries(flow.reactions) as [Sign, Change][]) {
    if (implies(sign, "escalating")) checkUnkind(flow, sign, change, report);
    else if (KIND.includes(sign) && onlyHurts(flow, change) && !turnsRound(flow, sign))
      report(
        "warning",
        "reaction/wrong-way",
        ["reactions", sign],
        hurtsWithWider(flow, sign)
          ? `A message that shows "${sign}" would only make it worse for the customer here.`
          : `A message that shows "${sign}" would do the customer less good here than a general one.`,
        remedyFor(flow, change),
      );
  }
}

function checkUnkind(flow: Flow, sign: Sign, change: Change, report: Report): void {
  for (const [meter, by] of Object.entries(change))
    if (goodOf(flow, meter, by) > 0)
      report(
        "warning",
        "reaction/wrong-way",
        ["reactions", sign, meter],
        `A message that shows "${sign}" would do the customer good here.`,
        `Write a number that makes it worse, such as  ${signed(-by)}`,
      );
}

// Above 0 where a meter moves to the better, below 0 where it moves to the worse.
function goodOf(flow: Flow, name: string, by: number): number {
  const meter = flow.meters[name];
  if (!meter || isUnsaid(name, meter)) return 0;
  return meter.better === "low" ? -by : by;
}

function onlyHurts(flow: Flow, change: Change): boolean {
  const moves = Object.entries(change).filter(([, by]) => by !== 0);
  return moves.length > 0 && moves.every(([meter, by]) => goodOf(flow, meter, by) < 0);
}

// Who dislikes questions in general may like a good one.
const turnsRound = (flow: Flow, sign: Sign) =>
  KIND.some((narrow) => {
    const isNarrower = narrow !== sign && flow.reactions[narrow] && implies(narrow, sign);
    return isNarrower && !hurtsWithWider(flow, narrow);
  });

// A specific sign counts on top of its general one.
function hurtsWithWider(flow: Flow, sign: Sign): boolean {
  const all = KIND.filter((wide) => implies(sign, wide)).map((wide) => flow.reactions[wide] ?? {});
  return onlyHurts(flow, all.reduce(sum));
}

const sum = (one: Change, other: Change): Change =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((meter) => [
      meter,
      (one[meter] ?? 0) + (other[meter] ?? 0),
    ]),
  );

const signed = (by: number) => (by < 0 ? `${by}` : `+${by}`);

function remedyFor(flow: Flow, change: Change): string {
  const moves = Object.entries(change).filter(([, by]) => by !== 0);
  const turned = moves.map(([meter, by]) => `${meter}: ${signed(-by)}`).join(", ");
  const [only] = moves.length === 1 ? moves : [];
  const meter = only && flow.meters[only[0]];
  const orSay =
    meter?.better === "high" && only?.[0] !== "trust"
      ? `or, if less of it is better, under meters:  ${only?.[0]}: { start: ${meter.start}, better: low }`
      : "or, if it annoys in one mood only, let a rule of that mood say so with  feel:";
  return `Write  { ${turned} }  ${orSay}`;
}
