import type { Kysely } from "kysely";
import type { Tables } from "../../src/store/tables.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import type { Journal } from "./journal.ts";
import { judgeChanges } from "./judge-changes.ts";
import { judgeAppeals, judgeChallenges, judgeLearnt, judgePractices } from "./judge-counters.ts";
import { judgeOutbox } from "./judge-outbox.ts";
import { judgeTogether } from "./judge-together.ts";
import { judgeLines, judgeWords } from "./judge-words.ts";
import { replayed } from "./stored.ts";

/** Everything that is not as it must be after a run, in words; nothing when nothing was lost, doubled or swapped. */
export async function judge(
  slack: SlackDouble,
  db: Kysely<Tables>,
  people: readonly string[],
  journal: Journal,
): Promise<string[]> {
  const practices = await replayed(db);
  return [
    ...judgeWords(slack, people, journal, practices),
    ...judgeLines(slack, people, practices),
    ...judgePractices(practices),
    ...(await judgeOutbox(slack, db)),
    ...judgeChanges(slack),
    ...(await judgeChallenges(db, practices)),
    ...(await judgeTogether(slack, db, journal)),
    ...(await judgeAppeals(db, journal)),
    ...(await judgeLearnt(db, practices)),
  ];
}
