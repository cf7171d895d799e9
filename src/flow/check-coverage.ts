import type { Report } from "./check.ts";
import { type Flow, SKILL_NAMES } from "./flow.ts";
import { everyNeed, everyRule } from "./rules.ts";
import { implies, type Sign } from "./signs.ts";

/**
 * What a flow asks for without answering it: skills that move nothing, missing feedback, facts that nothing needs, and
 * moods that change without a word of why.
 */
export function checkCoverage(flow: Flow, report: Report): void {
  const answered = [
    ...Object.entries(flow.reactions).flatMap(([sign, change]) =>
      Object.keys(change ?? {}).length > 0 ? [sign as Sign] : [],
    ),
    ...everyRule(flow).flatMap(({ rule }) => rule.when),
  ];
  for (const skill of SKILL_NAMES) {
    if (!answered.some((sign) => implies(sign, skill)))
      report(
        "warning",
        "skill/never-reacted",
        ["moods"],
        `Nothing in this flow reacts to ${skill}, although it is looked at after the talk.`,
        `Add  ${skill}:  under reactions, or a rule with  when: ${skill}.`,
        "key",
      );
    if (!flow.feedback[skill]?.missed || !flow.feedback[skill]?.try.length)
      report(
        "warning",
        "feedback/missing",
        ["feedback"],
        `The feedback has no  missed:  and  try:  for ${skill}.`,
        "Add what this customer missed and one strong example line.",
        "key",
      );
  }
  const needed = new Set(
    everyNeed(flow).flatMap(({ needs }) =>
      needs.flatMap((need) => (need.kind === "knows" ? need.facts : [])),
    ),
  );
  const facts = flow.facts.map(({ id }) => id);
  // A rule that needs a fact by a name that points nowhere means one of these.
  if (facts[0] !== undefined && needed.size === 0)
    report(
      "hint",
      "fact/nothing-needs-it",
      ["facts", facts[0]],
      `No rule asks whether anything is known, so asking for it changes nothing: ${facts.join(", ")}.`,
      `Let a rule need it, such as  need: { knows: ${facts[0]} }`,
      "key",
    );
  checkReasons(flow, report);
}

// One hint for all of them: whoever has left out one has often left out many.
function checkReasons(flow: Flow, report: Report): void {
  const silent = everyRule(flow).filter(
    ({ rule, mood }) =>
      rule.go !== undefined &&
      rule.go !== mood &&
      Object.hasOwn(flow.moods, rule.go) &&
      rule.because === undefined,
  );
  const [first, ...others] = silent;
  if (!first) return;
  const lines = others.map(({ rule }) => rule.line);
  const more =
    lines.length > 0
      ? ` The same goes for ${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}.`
      : "";
  report(
    "hint",
    "rule/no-because",
    [...first.path, "go"],
    `The mood changes here, and after the talk nothing says why.${more}`,
    "Add  because:  with what the message did, such as  The fix came before she felt heard.",
    "key",
  );
}
