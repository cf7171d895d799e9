import type { Report } from "./check.ts";
import type { Flow, Meter } from "./flow.ts";
import { everyRule } from "./rules.ts";

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

/** Whether a meter counts as better the more of it there is, although its name says otherwise. */
export const isUnsaid = (name: string, { better }: Meter): boolean =>
  better === "high" && BETTER_LOW.includes(name);

/** Meters that stand still, and meters that would be read the wrong way round. */
export function checkMeters(flow: Flow, report: Report): void {
  const changes = [
    ...Object.values(flow.reactions).map((change) => change ?? {}),
    ...everyRule(flow).map(({ rule }) => rule.feel),
    flow.idle?.feel ?? {},
  ];
  for (const [name, meter] of Object.entries(flow.meters)) {
    if (!changes.some((change) => (change[name] ?? 0) !== 0))
      report(
        "warning",
        "meter/never-moves",
        ["meters", name],
        `Nothing in this flow moves "${name}".`,
        `Let a reaction or a rule move it, such as  validation: { ${name}: +5 }, or remove it.`,
        "key",
      );
    if (isUnsaid(name, meter))
      report(
        "warning",
        "meter/better-unsaid",
        ["meters", name],
        `The more "${name}" there is, the better Tightrope takes it to be.`,
        `Write  { start: ${meter.start}, better: low }`,
      );
  }
}
