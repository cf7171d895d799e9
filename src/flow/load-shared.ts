import type { Flow, SharedParts } from "./flow.ts";
import { inReadingOrder, type Problem } from "./problem.ts";
import { sharedShape } from "./shape.ts";
import { shapeProblems } from "./shape-problems.ts";
import { toFeedback } from "./to-flow.ts";
import { readYaml } from "./yaml-source.ts";

/** Shared parts, when they can be used, and every problem of their file in reading order. */
export type LoadedShared = { parts: SharedParts | undefined; problems: Problem[] };

const SHARED = ["shared", "reactions", "feedback"];

/** Reads a file with reactions and feedback that several flows share. */
export function loadShared(source: string, file: string): LoadedShared {
  const yaml = readYaml(source, file);
  if (yaml.problems.length > 0) return { parts: undefined, problems: inReadingOrder(yaml.problems) };
  const strange = Object.keys((yaml.data as object | null) ?? {}).filter((name) => !SHARED.includes(name));
  if (strange.length > 0 && !Array.isArray(yaml.data) && typeof yaml.data === "object")
    return {
      parts: undefined,
      problems: strange.map((name) => ({
        code: "uses/not-shareable",
        severity: "error",
        message: `"${name}" cannot be shared.`,
        remedy: "Only  reactions:  and  feedback:  are shared. Write it in the flows themselves.",
        file,
        ...yaml.placeOfKey([name]),
      })),
    };
  const shaped = sharedShape.safeParse(yaml.data);
  if (!shaped.success)
    return { parts: undefined, problems: inReadingOrder(shapeProblems(shaped.error.issues, yaml, file)) };
  const { shared: id, reactions, feedback } = shaped.data;
  return { parts: { id, file, source, reactions, feedback: toFeedback(feedback) }, problems: [] };
}

/** Meters that shared reactions name and that none of the flows which use them has, as slips of the pen leave them. */
export function strangeMeters(
  { id, file, source, reactions }: SharedParts,
  flows: readonly Flow[],
): Problem[] {
  const users = flows.filter(({ uses }) => uses.some((parts) => parts.id === id));
  const known = new Set(users.flatMap(({ meters }) => Object.keys(meters)));
  const yaml = readYaml(source, file);
  if (users.length === 0) return [];
  return Object.entries(reactions).flatMap(([sign, change]) =>
    Object.keys(change ?? {})
      .filter((meter) => !known.has(meter))
      .map((meter) => ({
        code: "uses/strange-meter",
        severity: "warning" as const,
        message: `No flow that uses these parts has a meter called "${meter}".`,
        remedy: `Those flows have: ${[...known].sort().join(", ")}.`,
        file,
        ...yaml.placeOfKey(["reactions", sign, meter]),
      })),
  );
}
