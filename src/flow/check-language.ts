import { hasReader, READ_LANGUAGES } from "../skills/languages.ts";
import type { Report } from "./check.ts";
import type { Flow } from "./flow.ts";

/** A flow is played only in a language whose replies can be read. */
export function checkLanguage(flow: Flow, report: Report): void {
  if (hasReader(flow.language)) return;
  report(
    "error",
    "language/no-reader",
    ["language"],
    `Replies in "${flow.language}" cannot be read yet.`,
    `Write the flow in one of: ${READ_LANGUAGES.join(", ")}. Another language needs word lists, rules and a corpus of its own.`,
  );
}
