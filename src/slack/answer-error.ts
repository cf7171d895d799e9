import { randomUUID } from "node:crypto";
import { AuthorizationError } from "@slack/bolt";
import { WebAPIHTTPError, WebAPIRequestError } from "@slack/web-api";
import type { Logger } from "pino";
import type { ClientOf } from "./clients.ts";
import { isPassing, patienceOf } from "./is-final.ts";
import { NOT_OURS, NotOurs } from "./own-values.ts";
import { TokenLate } from "./workspaces/exchange-token.ts";

/** How long an error asks us to wait before trying again, in ms; nothing when trying again is no use. */
export function passesIn(error: Error): number | undefined {
  // Bolt wraps what kept us from having a token.
  if (error instanceof AuthorizationError) return passesIn(error.original);
  if (error instanceof TokenLate) return 0;
  if (patienceOf(error) > 0) return patienceOf(error);
  if (error instanceof WebAPIRequestError || isPassing(error)) return 0;
  return error instanceof WebAPIHTTPError && error.statusCode >= 500 ? 0 : undefined;
}

type Person = {
  user_id?: unknown;
  user?: { id?: unknown };
  event?: { user?: unknown; message?: { user?: unknown } };
};

/** Our own bugs end here, once: a line in the log, and a reference for the person where they are. */
export async function answerError(
  clientOf: ClientOf,
  log: Logger,
  error: Error,
  { team, body }: { team: string; body: object },
): Promise<void> {
  const reference = randomUUID().slice(0, 8);
  const { name, message, stack } = error;
  const ourBug = !(error instanceof NotOurs);
  if (ourBug) log.error({ reference, err: { name, message, stack } }, "a listener failed");
  else log.warn({ reference, reason: message }, "a value of ours came back otherwise, and was left out");
  const { user_id, user, event } = body as Person;
  const person = user_id ?? user?.id ?? event?.user ?? event?.message?.user;
  if (typeof person !== "string") return;
  try {
    const client = await clientOf(team);
    const opened = await client.conversations.open({ users: person });
    await client.chat.postMessage({
      channel: opened.channel?.id ?? person,
      text: ourBug ? wentWrong(reference) : NOT_OURS,
    });
  } catch (failed) {
    const reason = failed instanceof Error ? failed.message : String(failed);
    log.error({ reference, err: reason }, "could not tell the person");
  }
}

const wentWrong = (reference: string) =>
  `Something went wrong on our side, and that was not taken in. Everything before it is safe; please try again. If it happens again, give whoever runs Tightrope this reference: ${reference}`;
