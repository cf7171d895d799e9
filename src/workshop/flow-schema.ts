import { z } from "zod";
import { pathShape } from "../flow/path.ts";
import { flowShape } from "../flow/shape.ts";
import { EXPLAINED, EXPLAINED_IN_PATHS, explainedAs } from "./explained-names.ts";

/** A JSON Schema, or a part of one. */
export type Schema = { [key: string]: unknown };

/** The JSON Schema of a flow file, from the very shape that checks it; editors complete and explain names by it. */
export const flowSchema = (): Schema =>
  schemaOf(
    flowShape,
    "A difficult customer, as a trainer writes it",
    (place) => EXPLAINED[explainedAs(place)],
  );

/** The JSON Schema of a path file. */
export const pathSchema = (): Schema =>
  schemaOf(pathShape, "A path through several flows", (place) => EXPLAINED_IN_PATHS[place]);

type Explain = (place: string) => string | undefined;

function schemaOf(shape: z.ZodType, title: string, explain: Explain): Schema {
  const { $schema, ...schema } = z.toJSONSchema(shape, { target: "draft-7", io: "input" });
  return { $schema, title, ...explained(schema, "", explain) };
}

/** Every name that has a fixed meaning, by its place in the file. */
export function namesIn(schema: Schema, path = ""): string[] {
  const properties = partsOf(schema.properties);
  return [
    ...Object.entries(properties).flatMap(([name, part]) => [
      path + name,
      ...namesIn(part, `${path}${name}.`),
    ]),
    ...inner(schema).flatMap(({ part, path: below }) => namesIn(part, path + below)),
  ];
}

function explained(schema: Schema, path: string, explain: Explain): Schema {
  const properties = Object.entries(partsOf(schema.properties)).map(([name, part]) => [
    name,
    { description: explain(path + name), ...explained(part, `${path}${name}.`, explain) },
  ]);
  const each = (part: unknown, below: string) =>
    isPart(part) ? { ...explained(part, path + below, explain) } : part;
  return {
    ...schema,
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(schema.items ? { items: each(schema.items, "") } : {}),
    ...(schema.additionalProperties ? { additionalProperties: each(schema.additionalProperties, "*.") } : {}),
    ...(Array.isArray(schema.anyOf) ? { anyOf: schema.anyOf.map((part) => each(part, "")) } : {}),
  };
}

// What a part is made of: the items of a list, the values under chosen names, its several forms.
function inner({ items, additionalProperties, anyOf }: Schema): { part: Schema; path: string }[] {
  const forms = Array.isArray(anyOf) ? anyOf : [];
  return [
    ...[items, ...forms].filter(isPart).map((part) => ({ part, path: "" })),
    ...[additionalProperties].filter(isPart).map((part) => ({ part, path: "*." })),
  ];
}

const isPart = (part: unknown): part is Schema => typeof part === "object" && part !== null;
const partsOf = (properties: unknown) => (properties ?? {}) as Record<string, Schema>;
