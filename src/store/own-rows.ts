// What is ours alone to know, and of no use to anybody else.
const OURS = ["team_id", "held_by", "held_until"];
const INSTANT = /(?:^|_)(?:at|from|since|until|before)$/;
const JSON_TEXT = /^[[{]/;

/** A row in names that people can read: instants as dates (UTC), JSON opened, and nothing of how we keep it. */
export function toldRow(row: Record<string, unknown>): Record<string, unknown> {
  const told = Object.entries(row)
    .filter(([name]) => !OURS.includes(name))
    .map(([name, value]) => [name.replaceAll("_", " "), valueTold(name, value)]);
  return Object.fromEntries(told) as Record<string, unknown>;
}

function valueTold(name: string, value: unknown): unknown {
  if (value === null || value === "") return null;
  if (INSTANT.test(name) && /^\d+$/.test(String(value))) return new Date(Number(value)).toISOString();
  return typeof value === "string" && JSON_TEXT.test(value) ? opened(value) : value;
}

// What a person wrote may begin like JSON and be none.
function opened(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
