import { ask } from "./ask.js";

let schema;

/** Fetches what the names of a flow mean; until then nothing is completed or explained. */
export async function fetchSchema() {
  schema = await ask("schema");
}

/** The names that lead to a line of a flow: each the name of a line above it that is indented less; "-" is a list. */
export function pathAt(doc, number) {
  const path = [];
  let indent = indentOf(doc.line(number).text);
  if (/^\s*-(\s|$)/.test(doc.line(number).text)) path.unshift("-");
  for (let at = number - 1; at >= 1 && indent > 0; at--) {
    const { text } = doc.line(at);
    if (/^\s*(#|$)/.test(text)) continue;
    const [, spaces, dash, name] = /^(\s*)(-\s+)?([\w-]+):(?:\s|$)/.exec(text) ?? [];
    if (name === undefined) continue;
    const nameAt = spaces.length + (dash?.length ?? 0);
    if (nameAt < indent) {
      path.unshift(name);
      indent = nameAt;
    }
    if (dash && spaces.length < indent) {
      path.unshift("-");
      indent = spaces.length;
    }
  }
  return path;
}

const indentOf = (text) => /^\s*(-\s+)?/.exec(text)[0].length;

/** Every form that what stands at a path can take. */
export function partsAt(path) {
  return path
    .reduce((parts, step) => parts.flatMap((part) => below(part, step)), schema ? [schema] : [])
    .flatMap(forms);
}

const forms = (part) => [part, ...(part.anyOf ?? []).flatMap(forms)];

function below(part, step) {
  return forms(part).flatMap((form) => {
    if (step === "-") return form.items ? [form.items] : [];
    const found = form.properties?.[step] ?? form.additionalProperties;
    return typeof found === "object" ? [found] : [];
  });
}

/** The names that may stand at a path, with what each is for. */
export const namesAt = (path) =>
  partsAt(path).flatMap(({ properties = {}, propertyNames }) => [
    ...Object.entries(properties).map(([name, { description }]) => ({ name, description })),
    ...(propertyNames?.enum ?? []).map((name) => ({ name, description: undefined })),
  ]);

/** The words that may stand at a path, such as the signs under `when`. */
export const wordsAt = (path) =>
  partsAt(path).flatMap((part) => [
    ...(part.enum ?? []),
    ...(part.items ? forms(part.items).flatMap((one) => one.enum ?? []) : []),
  ]);

/** What the name on a line is for; nothing where the trainer chose it. */
export function explanationAt(doc, number) {
  const [, name] = /^\s*(?:-\s+)?([\w-]+):(?:\s|$)/.exec(doc.line(number).text) ?? [];
  if (name === undefined) return undefined;
  const found = namesAt(pathAt(doc, number)).find((one) => one.name === name && one.description);
  return found && { name, description: found.description };
}
