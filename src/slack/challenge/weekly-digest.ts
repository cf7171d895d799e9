import type { WebClient } from "@slack/web-api";
import type { Logger } from "pino";
import { nextDigestAt } from "../../challenge/digest-time.ts";
import { whenIn } from "../../challenge/times.ts";
import type { Due } from "../../store/due.ts";
import type { Store } from "../../store/store.ts";
import type { ClientOf } from "../clients.ts";
import { type Errands, errandsOf } from "../errand.ts";
import { isFinal, lacksScope } from "../is-final.ts";
import type { Library } from "../library.ts";
import type { Roles } from "../roles.ts";
import { teamMessage } from "./team-message.ts";

type Ingredients = {
  store: Store;
  library: Library;
  roles: Roles;
  log: Logger;
  now: () => number;
};

const LOOK_AGAIN = 10 * 60_000;
const NEW = "Your weekly digest: something new went in since the last one.";

/** What a lead is told who wants a weekly digest. */
export const tellFrom = (channel: string, at: number, zone: string): string =>
  `The weekly digest of <#${channel}> is on. It comes on Mondays at nine, the next time on ${whenIn(zone, at)}, and only where something new went in.`;

/**
 * Tells leads once a week how a team is doing, where something new went in. Weeks lie between two digests, so who may lead and the time zone are asked for again
 * each time.
 */
export function weeklyDigests(clientOf: ClientOf, ingredients: Ingredients): Errands {
  const { store, library, roles, log, now } = ingredients;

  const settle = async (due: Due) => {
    const [user = "", channel = ""] = due.subject.split("/");
    const client = await clientOf(due.team);
    const found = await personOf(client, user);
    const may = found !== undefined && (await roles.mayLead(due.team, user));
    await store.onDue(due, async (desk) => {
      const key = { team: due.team, user, channel };
      const digest = await desk.digests.find(key);
      if (!digest) return;
      if (!may) return desk.digests.drop(key);
      const zone = found.zone ?? digest.zone;
      const told = await desk.figures.shownIn(due.team, channel);
      await desk.digests.keep({ ...digest, zone, told });
      await desk.setDue({ ...due, at: nextDigestAt(now(), zone) });
      if (told <= digest.told) return;
      const view = await desk.figures.view(due.team, channel);
      const flows = await library(desk, due.team);
      const message = teamMessage({ channel, view, flows, isWeekly: true, zone }, [NEW]);
      await desk.audit.write({ team: due.team, by: user, did: "team-looked-at", about: [channel, "digest"] });
      await desk.send(due.team, digest.dm, message);
    });
  };

  return errandsOf(settle, {
    now,
    lookAgain: LOOK_AGAIN,
    failed: (error) => log.warn({ reason: String(error) }, "a weekly digest is put off"),
  });
}

// Nothing for who is gone for good.
async function personOf(client: WebClient, user: string): Promise<{ zone: string | undefined } | undefined> {
  try {
    const { user: found } = await client.users.info({ user });
    return found?.deleted ? undefined : { zone: found?.tz };
  } catch (error) {
    // The scope for it is one that a workspace may keep from us.
    if (lacksScope(error)) return { zone: undefined };
    if (isFinal(error)) return undefined;
    throw error;
  }
}
