import type { Report } from "./check.ts";
import type { Flow } from "./flow.ts";
import { everyRule } from "./rules.ts";
import { implies, type Sign } from "./signs.ts";

// Feelings of which less is better, beside the six that the language knows by itself.
const BETTER_LOW = [
  ..."annoyance anxiety boredom confusion despair disappointment distrust doubt embarrassment exhaustion".split(
    " ",
  ),
  ..."grief guilt hurt impatience irritation loneliness mistrust pain panic pressure rage resentment".split(
    " ",
  ),
  ..."sadness suspicion tension tiredness uncertainty upset urgency".split(" "),
];

/** Meters that stand still, and meters that would be read or moved the wrong way round. */
export function checkMeters(flow: Flow, report: Report): void {
  const changes = [
    ...Object.values(flow.reactions).map((change) => change ?? {}),
    ...everyRule(flow).map(({ rule }) => rule.feel),
    flow.idle?.feel ?? {},
  ];
  for (const [name, { start, better }] of Object.entries(flow.meters)) {
    if (!changes.some((change) => (change[name] ?? 0) !== 0))
      report(
        "warning",
        "meter/never-moves",
        ["meters", name],
        `Nothing in this flow moves "${name}".`,
        `Let a reaction or a rule move it, such as  validation: { ${name}: +5 }, or remove it.`,
        "key",
      );
    if (better === "high" && BETTER_LOW.includes(name))
      report(
        "warning",
        "meter/better-unsaid",
        ["meters", name],
        `The more "${name}" there is, the better Tightrope takes it to be.`,
        `Write  { start: ${start}, better: low }`,
      );
  }
  for (const [sign, change] of Object.entries(flow.reactions))
    for (const [meter, by] of Object.entries(change ?? {})) {
      const isBetter = flow.meters[meter]?.better === "low" ? by < 0 : by > 0;
      if (isBetter && flow.meters[meter] && implies(sign as Sign, "escalating"))
        report(
          "warning",
          "reaction/wrong-way",
          ["reactions", sign, meter],
          `A message that shows "${sign}" would do the customer good here.`,
          `Write a number that makes it worse, such as  ${by < 0 ? "+" : "-"}${Math.abs(by)}`,
        );
    }
}
