import type { Problem } from "./problem.ts";
import { clipped, quotingRemedy } from "./quote.ts";

/** Why what was meant as a text is none to YAML, and how to write it so that it is; nothing where it is empty. */
export function textProblem(
  value: unknown,
  text: string,
  range: [number, number] | undefined,
): Pick<Problem, "code" | "message" | "remedy"> | undefined {
  const [from, to] = range ?? [0, 0];
  const words = text.slice(from, to);
  if (words === "") return undefined;
  const remedy = quotingRemedy(text, from, to);
  if (Array.isArray(value))
    return words.startsWith("[")
      ? { code: "text/brackets-make-list", message: "YAML takes [ at the beginning for a list.", remedy }
      : { code: "text/dash-makes-list", message: "A second dash makes YAML read a list in a list.", remedy };
  if (typeof value === "object" && value !== null)
    return words.startsWith("{")
      ? {
          code: "text/braces-make-map",
          message: "YAML takes { at the beginning for names and values.",
          remedy,
        }
      : {
          code: "text/colon-makes-pair",
          message: "The colon makes YAML read a name and a value instead of a text.",
          remedy,
        };
  if (typeof value === "string") return undefined;
  const kind =
    { number: "a number", boolean: "a yes or no" }[typeof value as "number" | "boolean"] ?? "nothing";
  return {
    code: "text/not-a-text",
    message: `YAML reads ${clipped(words)} as ${kind}, not as a text.`,
    remedy,
  };
}
