import { type Kysely, sql } from "kysely";
import type { Due } from "./due.ts";
import type { Told } from "./own-rows.ts";
import type { Tables } from "./tables.ts";
import { instantTold } from "./told-value.ts";

type Db = Kysely<Tables>;
type Whose = { team: string; user: string };

// What falls due for one person; the rest is a team's, a share's or the workspace's.
const PLANNED: Partial<Record<Due["kind"], string>> = {
  quiet: "your last words are answered, once you seem to have finished",
  idle: "the customer says something after a silence",
  debrief: "the debrief comes, also without your own view",
  path: "the next step of your path is told",
  home: "your Home tab is shown anew",
  reminder: "a reminder to practise comes",
  "my-data": "this very file is given to you",
  erasure: "the app's own messages to you are removed",
  "team-digest": "the weekly digest of a team comes",
};

/** The due dates of somebody: named by them, or by a practice of theirs. */
export const dueOfPerson = (db: Db, { team, user }: Whose) =>
  db
    .selectFrom("due")
    .selectAll()
    .where("team_id", "=", team)
    .where((eb) =>
      eb.or([
        eb("subject", "=", user),
        eb("subject", "like", `${user}/%`),
        eb(
          "subject",
          "in",
          eb
            .selectFrom("session")
            .select("session.id")
            .where("session.team_id", "=", team)
            .where("session.user_id", "=", user),
        ),
      ]),
    );

/** What is planned for somebody, and when. */
export async function ownPlans(db: Db, whose: Whose): Promise<Told[]> {
  const rows = await dueOfPerson(db, whose).orderBy("at").execute();
  return rows.map(({ kind, subject, at }) => {
    const of = subject.startsWith(whose.user) ? "" : subject;
    return {
      what: PLANNED[kind as Due["kind"]] ?? kind,
      ...(of ? { practice: of } : {}),
      when: instantTold(at),
    };
  });
}

/** Whether a tap names somebody, between its slashes. */
export const namesPerson = (user: string) => sql<boolean>`'/' || name || '/' like ${`%/${user}/%`}`;

/** What somebody pressed or asked for in the last day, which is noted so that a second tap does nothing. */
export async function ownTaps(db: Db, { team, user }: Whose): Promise<Told[]> {
  const taps = db.selectFrom("tap").select(["name", "at"]).where("team_id", "=", team);
  const rows = await taps.where(namesPerson(user)).orderBy("at").execute();
  return rows.map(({ name, at }) => ({
    what: name
      .split("/")
      .filter((word) => word !== user)
      .join(", "),
    when: instantTold(at),
  }));
}

const KINDS = { post: "a new message", update: "a change of a message", delete: "the removal of a message" };

/** What is on its way to somebody in their direct message with the app, in its order. */
export async function ownMessages(
  db: Db,
  { team, channel }: { team: string; channel: string },
): Promise<Told[]> {
  const rows = await db
    .selectFrom("outbox")
    .select(["kind", "message", "written_at"])
    .where("team_id", "=", team)
    .where("channel_id", "=", channel)
    .where("state", "in", ["waiting", "sending", "asked"])
    .orderBy("seq")
    .execute();
  return rows.map(({ kind, message, written_at }) => {
    const { text } = JSON.parse(message) as { text?: string };
    return { what: KINDS[kind], written: instantTold(written_at), ...(text ? { text } : {}) };
  });
}
