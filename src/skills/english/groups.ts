import { LISTS } from "./lists.ts";

// In order of weight: a word of several lists goes by the first.
const GROUPED = [
  ...["feeling", "feelnoun", "awful", "bang", "fix", "act", "vague", "hour", "day", "span", "number"],
  ...["family", "others", "policy", "swear", "identifier", "crew", "thing"],
];

/** The list that stands for a word where its kind matters more than the word, as `@name`. */
export const GROUPS: ReadonlyMap<string, string> = new Map(
  GROUPED.toReversed().flatMap((name) =>
    (LISTS[name] ?? []).map((word): [string, string] => [word, `@${name}`]),
  ),
);
