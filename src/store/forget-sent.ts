import { type Kysely, sql } from "kysely";
import { inSoManyWords } from "./in-so-many-words.ts";
import type { Tables } from "./tables.ts";

// Planned four months ahead, two months long, and a while to take a slip back.
const LONGEST_CHALLENGE = 240 * 86_400_000;

/**
 * Forgets messages long sent; those that an update may still change are kept by a generous age, those of challenges
 * as long as one can last, and those of shares until they are removed. Those of kudos stay: what somebody agreed to
 * show can be taken back at any time; of them only where they stand is kept.
 */
export async function forgetSent(db: Kysely<Tables>, before: number) {
  await db
    .deleteFrom("outbox")
    .where("state", "in", inSoManyWords("sent", "failed", "asked"))
    .where("written_at", "<", before)
    .where("id", "not like", "kudos/%")
    .where(({ or, eb }) =>
      or([eb("id", "not like", "challenge%"), eb("written_at", "<", before - LONGEST_CHALLENGE)]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("outbox as later")
            .select("later.id")
            .whereRef("later.team_id", "=", "outbox.team_id")
            .whereRef("later.target_id", "=", "outbox.id")
            .where("later.state", "in", inSoManyWords("waiting", "sending")),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("share")
            .select("share.id")
            .whereRef("share.team_id", "=", "outbox.team_id")
            .where(sql<boolean>`'share/' || share.id = outbox.id`)
            .where("share.ended_at", "is", null),
        ),
      ),
    )
    .execute();
}
