import type { Kysely } from "kysely";
import { AUDIT_DAYS, forgetAudit } from "./audit.ts";
import { workspacesWithFlows } from "./flow-sources.ts";
import { forgetDrafts } from "./flow-versions.ts";
import { forgetSent } from "./forget-sent.ts";
import { forgetEnvelopes } from "./inbox.ts";
import type { Opened } from "./opened.ts";
import { setDaily } from "./set-daily.ts";
import type { Tables } from "./tables.ts";
import { forgetTaps } from "./taps.ts";
import { forgetLongWaiting } from "./team-figures.ts";

const DAY = 86_400_000;

/** Forgets what nothing can come back to any more, and sees that the rest goes in time; `now` is in ms since 1970. */
export async function forgetOld(db: Kysely<Tables>, inTurn: Opened["inTurn"], now: number): Promise<void> {
  await forgetEnvelopes(db, now - 2 * DAY);
  await forgetTaps(db, now - DAY);
  await forgetSent(db, now - 30 * DAY);
  await forgetLongWaiting(db, now - 60 * DAY);
  await forgetAudit(db, now - AUDIT_DAYS * DAY);
  await setDaily(db, now);
  // A practice that is just beginning goes back to a text, too, so this has its turn among the others' work.
  for (const team of await workspacesWithFlows(db))
    await inTurn(team, (trx) => forgetDrafts(trx, team, now - 30 * DAY));
}
