import type { Report } from "./check.ts";
import type { Flow } from "./flow.ts";
import { NEED_WORDS } from "./misfit.ts";

/** Names that stand for two things, and names that mean something already. */
export function checkNames(flow: Flow, report: Report): void {
  const moods = Object.keys(flow.moods);
  const endings = Object.keys(flow.endings);
  for (const name of moods.filter((mood) => endings.includes(mood)))
    report(
      "error",
      "name/mood-and-ending",
      ["endings", name],
      `"${name}" is a mood and an ending.`,
      "Give one of them another name.",
      "key",
    );
  const reserved = (kind: string, names: string[], taken: readonly string[]) => {
    for (const name of names.filter((one) => taken.includes(one)))
      report(
        "error",
        "name/reserved",
        [kind, name],
        `"${name}" has a meaning of its own and cannot be a name here.`,
        "Choose another name.",
        "key",
      );
  };
  reserved("moods", moods, ["talking", "constructor"]);
  reserved("endings", endings, ["talking", "constructor"]);
  reserved("meters", Object.keys(flow.meters), [...NEED_WORDS, "constructor"]);
}
