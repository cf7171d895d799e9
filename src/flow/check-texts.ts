import type { Report } from "./check.ts";
import type { Flow, Line } from "./flow.ts";
import { everyRule } from "./rules.ts";
import type { Path } from "./yaml-source.ts";

const PLACEHOLDERS = ["trainee", "persona"];
const LONGEST = 600;

/** What the persona says: too long, too few, twice the same, or not what Slack would show. */
export function checkTexts(flow: Flow, report: Report): void {
  const first = new Map<string, Path>();
  for (const { lines, path } of everySaying(flow)) {
    lines.forEach((line, index) => {
      const place = [...path, index];
      for (const text of [line.say, line.softer ?? ""]) checkText(text, place, report);
      const twin = first.get(line.say);
      if (twin)
        report(
          "warning",
          "lines/twice",
          place,
          "The same line stands elsewhere in this flow.",
          "Give it other words.",
        );
      first.set(line.say, place);
    });
  }
  for (const [name, mood] of Object.entries(flow.moods))
    if (mood.says.length < 2)
      report(
        "warning",
        "lines/few",
        ["moods", name, "says"],
        `"${name}" has one line only, so it would be repeated.`,
        "Write three or more.",
      );
  if (flow.care.heavy && !(flow.care.before && flow.care.after))
    report(
      "error",
      "care/missing",
      ["care"],
      "A heavy flow needs a word before and a word after.",
      "Add  before:  and  after:  under care.",
      "key",
    );
  for (const skill of ["validation", "question", "de-escalation"] as const)
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

function checkText(text: string, place: Path, report: Report): void {
  for (const [, name] of text.matchAll(/\{([^}]*)\}/g))
    if (!PLACEHOLDERS.includes(name ?? ""))
      report(
        "error",
        "text/placeholder",
        place,
        `{${name}} is not known here.`,
        `Write {trainee} or {persona}, or leave out the braces.`,
      );
  if (/<[!@#]|@(channel|here|everyone)\b/.test(text))
    report(
      "error",
      "text/mention",
      place,
      "Slack would take this for a mention and alert people.",
      "Write the name without @ and < >.",
    );
  if (text.length > LONGEST)
    report(
      "warning",
      "text/long",
      place,
      `This line has ${text.length} characters; people rarely write that much at once.`,
      "Split it into several lines.",
    );
}

/** Every pool of lines the persona speaks from, with its path in the file. */
function everySaying(flow: Flow): { lines: Line[]; path: Path }[] {
  return [
    { lines: flow.opens, path: ["opens"] },
    ...flow.facts.map((fact) => ({ lines: fact.reveals, path: ["facts", fact.id, "reveals"] })),
    ...flow.facts.map((fact) => ({ lines: fact.refuses, path: ["facts", fact.id, "refuses"] })),
    ...Object.entries(flow.moods).map(([name, mood]) => ({
      lines: mood.says,
      path: ["moods", name, "says"],
    })),
    ...everyRule(flow).map(({ rule, path }) => ({ lines: rule.says, path: [...path, "says"] })),
    ...(flow.idle ? [{ lines: flow.idle.says, path: ["idle", "says"] }] : []),
    ...Object.entries(flow.endings).map(([name, ending]) => ({
      lines: ending.says,
      path: ["endings", name, "says"],
    })),
  ];
}
