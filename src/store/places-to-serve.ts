import type { Kysely } from "kysely";
import { isNotHeldBack } from "./hold.ts";
import { freeFor, type Holder } from "./holder.ts";
import { type Place, UNSENT } from "./outbox.ts";
import type { Tables } from "./tables.ts";

const MOST_PLACES = 200;

/** Channels in which something may be sent or settled that was ready by an instant (ms since 1970), the oldest first. */
export async function placesToServe(
  db: Kysely<Tables>,
  holder: Holder,
  by: number,
  now: number,
): Promise<Place[]> {
  const rows = await db
    .selectFrom("outbox as first")
    .select(["first.team_id as team", "first.channel_id as channel"])
    .where("first.state", "in", UNSENT)
    .where("first.not_before", "<=", by)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("outbox as earlier")
            .select("earlier.id")
            .whereRef("earlier.team_id", "=", "first.team_id")
            .whereRef("earlier.channel_id", "=", "first.channel_id")
            .where("earlier.state", "in", UNSENT)
            .whereRef("earlier.seq", "<", "first.seq"),
        ),
      ),
    )
    .where((eb) => eb.or([eb("first.state", "=", "waiting"), freeFor(holder, now, "first")]))
    .where(isNotHeldBack("first", now))
    .orderBy("first.written_at")
    .limit(MOST_PLACES)
    .execute();
  return rows;
}
