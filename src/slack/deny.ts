import type { WebClient } from "@slack/web-api";
import type { Deed } from "../store/audit.ts";
import type { Desk } from "../store/desk.ts";
import { meet } from "./meet.ts";
import { note } from "./message.ts";
import { once, type Surroundings } from "./surroundings.ts";

const AGAIN = 60_000;

/** Writes down that somebody was not let; the same attempt within a minute is one. */
export async function deny(desk: Desk, deed: Omit<Deed, "denied">): Promise<void> {
  const attempt = `denied/${deed.did}/${deed.by}/${deed.about.join("/")}`.slice(0, 200);
  if (await desk.firstTap(deed.team, attempt, AGAIN)) await desk.audit.write({ ...deed, denied: true });
}

/** The same, and tells them so in their direct message, in place of a dialogue. */
export async function denyInWords(
  around: Surroundings,
  { client, context, user }: { client: WebClient; context: object; user: string },
  deed: Pick<Deed, "did" | "about">,
  words: string,
): Promise<void> {
  const { channel } = await meet(around, client, context, user);
  await once(around, context, async (desk, team) => {
    await deny(desk, { ...deed, team, by: user });
    await desk.send(team, channel, note(words));
  });
}

/** The same where nothing else is written down for what was asked. */
export const denyAt = (
  around: Surroundings,
  context: object,
  deed: Omit<Deed, "team" | "denied">,
): Promise<void> => once(around, context, (desk, team) => deny(desk, { ...deed, team }));
