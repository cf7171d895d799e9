import type { z } from "zod";
import { flowShape } from "./shape.ts";
import type { Path } from "./yaml-source.ts";

/**
 * The names that may stand in a file of a shape at a path, such as `when` and `says` in a rule of a flow; none where
 * they are free.
 */
export function namesAt(path: Path, shape: z.core.$ZodType = flowShape): string[] {
  return [...new Set(partsAt(shape, path).flatMap(namesOf))];
}

/** Whether a list may stand in a flow at a path. */
export const mayBeList = (path: Path): boolean =>
  partsAt(flowShape, path).some((part) => defOf(part).type === "array");

/** Every name that the language itself has, wherever it stands. */
export const everyName = (): readonly string[] => {
  known ??= [...new Set(allNames(flowShape))];
  return known;
};

// Asked for at line after line of a file.
let known: readonly string[] | undefined;

const defOf = (shape: z.core.$ZodType) => (shape as z.core.$ZodTypes)._zod.def;

// What a part is made of: its alternatives, or what it is before it was given another form.
function layersOf(shape: z.core.$ZodType): z.core.$ZodType[] {
  const def = defOf(shape);
  if (def.type === "union") return def.options.flatMap(layersOf);
  if (def.type === "pipe") return layersOf(def.in);
  if (def.type === "optional" || def.type === "default") return layersOf(def.innerType);
  return [shape];
}

function partsAt(shape: z.core.$ZodType, [first, ...rest]: Path): z.core.$ZodType[] {
  const layers = layersOf(shape);
  if (first === undefined) return layers;
  return layers.flatMap((layer) => {
    const def = defOf(layer);
    if (def.type === "array") return partsAt(def.element, rest);
    if (def.type === "record") return partsAt(def.valueType, rest);
    const part = def.type === "object" ? (def.shape[first] ?? def.catchall) : undefined;
    return part ? partsAt(part, rest) : [];
  });
}

function namesOf(shape: z.core.$ZodType): string[] {
  const def = defOf(shape);
  if (def.type === "object") return Object.keys(def.shape);
  return def.type === "record" ? layersOf(def.keyType).flatMap(enumNames) : [];
}

function enumNames(shape: z.core.$ZodType): string[] {
  const def = defOf(shape);
  return def.type === "enum" ? Object.keys(def.entries) : [];
}

function allNames(shape: z.core.$ZodType): string[] {
  return layersOf(shape).flatMap((layer) => {
    const def = defOf(layer);
    if (def.type === "array") return allNames(def.element);
    if (def.type === "record") return allNames(def.valueType);
    if (def.type !== "object") return [];
    return Object.entries(def.shape).flatMap(([name, part]) => [name, ...allNames(part)]);
  });
}
