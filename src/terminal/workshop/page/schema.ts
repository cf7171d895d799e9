import type { Text } from "@codemirror/state";
import { ask } from "./ask.ts";

/** A part of a JSON Schema, as far as it is read here. */
type Part = {
  description?: string;
  properties?: Record<string, Part>;
  additionalProperties?: Part | boolean;
  propertyNames?: Part;
  items?: Part;
  anyOf?: Part[];
  enum?: (string | number | boolean)[];
};

/** A name that may stand somewhere, and what it is for. */
type Name = { name: string; description: string | undefined };

let schema: Part | undefined;

/** Fetches what the names of a flow mean; until then nothing is completed or explained. */
export async function fetchSchema() {
  schema = await ask("schema", {});
}

/** The names that lead to a line of a flow: those of the lines above it that stand further left; "-" is a list. */
export function pathAt(doc: Text, number: number): string[] {
  const path: string[] = [];
  let { spaces: left, dash } = partsOf(doc.line(number).text);
  if (dash) path.unshift("-");
  for (let at = number - 1; at >= 1 && (left > 0 || path[0] === "-"); at--) {
    const above = partsOf(doc.line(at).text);
    if (above.isNote) continue;
    const nameAt = above.spaces + above.dash;
    // A list may stand right below its name.
    const isAbove = nameAt < left || (nameAt === left && path[0] === "-");
    if (above.name && isAbove) {
      path.unshift(above.name);
      left = nameAt;
    }
    if (above.dash && above.spaces < left) {
      path.unshift("-");
      left = above.spaces;
    }
  }
  return path;
}

// How far right a line begins, how wide its dash is, and the name on it.
function partsOf(text: string) {
  const [, spaces = "", dash = "", name] = /^( *)(- +|-$)?(?:([\w-]+):(?:\s|$))?/.exec(text) ?? [];
  return { spaces: spaces.length, dash: dash.length, name, isNote: /^\s*(#|$)/.test(text) };
}

/** Every form that what stands at a path can take. */
export function partsAt(path: readonly string[]): Part[] {
  return path
    .reduce<Part[]>((parts, step) => parts.flatMap((part) => below(part, step)), schema ? [schema] : [])
    .flatMap(forms);
}

const forms = (part: Part): Part[] => [part, ...(part.anyOf ?? []).flatMap(forms)];

function below(part: Part, step: string): Part[] {
  return forms(part).flatMap((form) => {
    if (step === "-") return form.items ? [form.items] : [];
    const found = form.properties?.[step] ?? form.additionalProperties;
    return typeof found === "object" ? [found] : [];
  });
}

/** The names that may stand at a path, with what each is for. */
export const namesAt = (path: readonly string[]): Name[] =>
  partsAt(path).flatMap(({ properties = {}, propertyNames }) => [
    ...Object.entries(properties).map(([name, { description }]) => ({ name, description })),
    ...(propertyNames?.enum ?? []).map((name) => ({ name: String(name), description: undefined })),
  ]);

/** The words that may stand at a path, such as the signs under `when`. */
export const wordsAt = (path: readonly string[]) =>
  partsAt(path).flatMap((part) => [
    ...(part.enum ?? []),
    ...(part.items ? forms(part.items).flatMap((one) => one.enum ?? []) : []),
  ]);

/** What the name on a line is for; nothing where the trainer chose it. */
export function explanationAt(doc: Text, number: number): Name | undefined {
  const [, name] = /^\s*(?:-\s+)?([\w-]+):(?:\s|$)/.exec(doc.line(number).text) ?? [];
  if (name === undefined) return undefined;
  const found = namesAt(pathAt(doc, number)).find((one) => one.name === name && one.description);
  return found && { name, description: found.description };
}
