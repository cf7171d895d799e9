import type { Report } from "./check.ts";
import { everySaying } from "./every-saying.ts";
import type { Flow } from "./flow.ts";
import { clipped } from "./quote.ts";
import type { Path } from "./yaml-source.ts";

const PLACEHOLDERS = ["trainee", "persona"];
const LONG = 600;
// Slack shows at most so many characters in one paragraph.
const LONGEST = 3_000;
const MARKUP = /(?<![\p{L}\p{N}])([*_~`])(?=\S)[^*_~`\n]+(?<=\S)\1(?![\p{L}\p{N}])|^>|```/u;

/** What the persona says: too long, too few, twice the same, or not what Slack would show. */
export function checkTexts(flow: Flow, report: Report): void {
  const first = new Map<string, Path>();
  for (const { lines, path } of everySaying(flow)) {
    lines.forEach((line, index) => {
      const place = [...path, index];
      for (const text of [line.say, line.softer ?? ""]) checkText(text, place, report);
      if (line.softer !== undefined && line.softer === line.say)
        report(
          "warning",
          "lines/softer-same",
          place,
          "The softer wording is the same as the harsh one.",
          "Make it milder, or leave out  softer:  if the line is mild enough.",
        );
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
}

function checkText(text: string, place: Path, report: Report): void {
  for (const [, name] of text.matchAll(/\{([^}]*)\}/g))
    if (!PLACEHOLDERS.includes(name ?? ""))
      report(
        "error",
        "text/placeholder",
        place,
        `{${clipped(name)}} is not known here.`,
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
  const markup = MARKUP.exec(text)?.[0];
  if (markup)
    report(
      "hint",
      "text/markup",
      place,
      `Slack takes  ${clipped(markup)}  for bold, slanted, struck or quoted text.`,
      "Write it without these signs; a gesture reads well as words: I sigh.",
    );
  if (text.length > LONGEST)
    report(
      "error",
      "text/too-long",
      place,
      `This line has ${text.length} characters, and Slack shows ${LONGEST} at most.`,
      "Split it into several lines.",
    );
  else if (text.length > LONG)
    report(
      "warning",
      "text/long",
      place,
      `This line has ${text.length} characters; people rarely write that much at once.`,
      "Split it into several lines.",
    );
}
