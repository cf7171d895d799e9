import type { Told } from "../answers.ts";
import type { Asked, Question } from "../questions.ts";

const STORED = "tightrope-workshop-key";

// The key stays with this tab, and out of the address that one may copy or show.
const given = /[#&]key=([\w-]+)/.exec(location.hash)?.[1];
if (given) {
  sessionStorage.setItem(STORED, given);
  history.replaceState(null, "", "/");
}
const key = sessionStorage.getItem(STORED) ?? "";

/** Why not, and at which fields something is missing. */
type Refusal = { message: string; blanks?: Record<string, string> };

/** The workshop did not do what was asked; `told` is what it said about it. */
export class Refused extends Error {
  readonly status: number;
  readonly told: Refusal;
  constructor(status: number, told: Refusal) {
    super(told.message);
    this.status = status;
    this.told = told;
  }
}

/** Asks the workshop for something. Throws {Refused} with what it says, also when it cannot be reached. */
export async function ask<Name extends Question>(
  name: Name,
  body: Asked<Name>,
  signal?: AbortSignal,
): Promise<Told[Name]> {
  const response = await fetch(`/api/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Workshop-Key": key },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  }).catch(() => undefined);
  if (!response)
    throw new Refused(0, { message: "The workshop is closed. Open it again with: npm run workshop" });
  const told = await response.json();
  if (!response.ok) throw new Refused(response.status, told);
  return told;
}
