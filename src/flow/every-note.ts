import type { Flow } from "./flow.ts";
import { everyRule } from "./rules.ts";
import type { Path } from "./yaml-source.ts";

/** A text that the trainee reads beside the talk; `judges` where it speaks of what they wrote. */
export type Note = { text: string; path: Path; judges: boolean };

/** Every text of a flow that is not spoken by its customer, with its path in the file. */
export function everyNote(flow: Flow): Note[] {
  const notes = (path: Path, texts: readonly (string | undefined)[], judges = false): Note[] =>
    texts.flatMap((text) => (text === undefined ? [] : [{ text, path, judges }]));
  return [
    ...notes(["title"], [flow.title]),
    ...notes(["about"], [flow.about]),
    ...notes(["care", "before"], [flow.care.before]),
    ...notes(["care", "after"], [flow.care.after]),
    ...notes(["persona", "backstory"], [flow.persona.backstory]),
    ...Object.entries(flow.moods).flatMap(([name, mood]) => [
      ...notes(["moods", name, "feels"], [mood.feels]),
      ...mood.hints.flatMap((hint, index) => notes(["moods", name, "hint", index], [hint])),
    ]),
    ...(["facts", "feelings"] as const).flatMap((part) =>
      (flow.story?.[part] ?? []).flatMap(({ id, what }) => notes(["story", part, id, "what"], [what])),
    ),
    ...everyRule(flow).flatMap(({ rule, path }) => notes([...path, "because"], [rule.because], true)),
    ...flow.limits.flatMap(({ because }, index) => notes(["limits", index, "because"], [because], true)),
    ...Object.entries(flow.endings).flatMap(([name, { debrief }]) =>
      notes(["endings", name, "debrief"], [debrief], true),
    ),
    ...Object.entries(flow.feedback).flatMap(([sign, said]) => [
      ...notes(["feedback", sign, "well-done"], [said.wellDone], true),
      ...notes(["feedback", sign, "missed"], [said.missed], true),
      ...said.try.flatMap((line, index) => notes(["feedback", sign, "try", index], [line])),
    ]),
  ];
}
