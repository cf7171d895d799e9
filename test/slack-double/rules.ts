import { isObject, type Json } from "./blocks.ts";

/** Says what is wrong with a value, each complaint with the JSON pointer of its place, as Slack does. */
export type Rule = (value: unknown, at: string) => string[];

/** One complaint in Slack's manner. */
export function complaint(what: string, at: string): string {
  return `[ERROR] ${what} [json-pointer:${at}]`;
}

/** Anything goes. */
export const anything: Rule = () => [];

/** True or false. */
export const flag: Rule = (value, at) =>
  typeof value === "boolean" ? [] : [complaint("must be a boolean", at)];

/** A text of 1 to `max` characters, or from `min` on. */
export function string(max: number, min = 1): Rule {
  return (value, at) => {
    if (typeof value !== "string") return [complaint("must be a string", at)];
    if (value.length > max) return [complaint(`must be less than ${max + 1} characters`, at)];
    return value.length < min ? [complaint(`must be more than ${min - 1} characters`, at)] : [];
  };
}

/** One of these very words. */
export function word(...allowed: string[]): Rule {
  return (value, at) =>
    allowed.includes(String(value)) ? [] : [complaint(`must be one of ${allowed.join(", ")}`, at)];
}

/** A list of `min` to `max` items that each keep the rule. */
export function list(item: Rule, max: number, min = 1): Rule {
  return (value, at) => {
    if (!Array.isArray(value)) return [complaint("must be an array", at)];
    const found = value.flatMap((one, index) => item(one, `${at}/${index}`));
    if (value.length > max) found.push(complaint(`no more than ${max} items allowed`, at));
    if (value.length < min) found.push(complaint(`no less than ${min} items allowed`, at));
    return found;
  };
}

/** An object with these fields, and no others. */
export function fields(required: Record<string, Rule>, optional: Record<string, Rule> = {}): Rule {
  return (value, at) => {
    if (!isObject(value)) return [complaint("must be an object", at)];
    const missing = Object.keys(required).filter((key) => value[key] === undefined);
    return [
      ...missing.map((key) => complaint(`missing required field: ${key}`, at)),
      ...Object.entries(value).flatMap(([key, one]) => {
        if (one === undefined || key === "type") return [];
        const rule = required[key] ?? optional[key];
        return rule ? rule(one, `${at}/${key}`) : [complaint(`invalid additional property: ${key}`, at)];
      }),
    ];
  };
}

/** An object whose `type` picks the rule it must keep. */
export function typed(rules: Record<string, Rule>): Rule {
  return (value, at) => {
    if (!isObject(value)) return [complaint("must be an object", at)];
    const rule = Object.hasOwn(rules, String(value.type)) ? rules[String(value.type)] : undefined;
    return rule ? rule(value, at) : [complaint(`unsupported type: ${value.type}`, `${at}/type`)];
  };
}

/** Keeps a rule, and then one more on the whole of it. */
export function also(rule: Rule, check: (value: Json) => string | undefined): Rule {
  return (value, at) => {
    const found = rule(value, at);
    const more = isObject(value) ? check(value) : undefined;
    return more ? [...found, complaint(more, at)] : found;
  };
}

/** What stands more than once in a list. */
export function repeated(names: unknown[]): string[] {
  const known = names.filter((name) => typeof name === "string");
  return [...new Set(known.filter((name, index) => known.indexOf(name) !== index))];
}
