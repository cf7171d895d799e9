import type { Json } from "./blocks.ts";

/** Slack's "no": an error whose answer carries the code, and what else Slack says with it. */
export type Refusal = Error & { answer: Json };

/** A refusal to throw. */
export function refusal(code: string, details: Json = {}): Refusal {
  const answer = { ok: false, error: code, ...details };
  return Object.assign(new Error(`Slack refuses: ${JSON.stringify(answer)}`), { answer });
}

/** Whether something thrown is Slack's "no", rather than a bug of the double. */
export function isRefusal(thrown: unknown): thrown is Refusal {
  return thrown instanceof Error && "answer" in thrown;
}

/** Goes on only if there are no problems, else answers with all of them under this code. */
export function refuseIf(problems: string[], code: string): void {
  if (problems.length > 0) throw refusal(code, { response_metadata: { messages: problems } });
}

/** Goes on only with the scope. */
export function needScope(scopes: string[], needed: string): void {
  if (!scopes.includes(needed)) throw refusal("missing_scope", { needed, provided: scopes.join(",") });
}

/** Throws for an act that Slack would not let a person do, or would not tell the app about. */
export function needInSlack(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(`In Slack this would not happen: ${otherwise}.`);
}
