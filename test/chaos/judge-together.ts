import type { Kysely } from "kysely";
import type { Challenge, Plan, Standing } from "../../src/challenge/challenge.ts";
import { joinedInWords, meterInWords } from "../../src/challenge/meter.ts";
import { tellResult } from "../../src/challenge/tell-summary.ts";
import { livingIn } from "../../src/slack/challenge/challenge-message.ts";
import { summaryIn } from "../../src/slack/challenge/show-board.ts";
import type { Tables } from "../../src/store/tables.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import { outboxIdOf } from "./act.ts";
import type { Journal } from "./journal.ts";
import { judgeListening } from "./judge-listening.ts";
import { judgeRelay } from "./judge-relay.ts";

type Db = Kysely<Tables>;

/** A challenge ended once, with what the counted things add up to; what was called off tells nothing; a game was played once. */
export async function judgeTogether(slack: SlackDouble, db: Db, journal: Journal): Promise<string[]> {
  const complaints: string[] = [];
  for (const { id, state, plan: kept } of await db.selectFrom("challenge").selectAll().execute()) {
    const plan = JSON.parse(kept) as Plan;
    const challenge = { id, state, plan } as Challenge;
    const [channel = ""] = plan.channels;
    const shown = (outboxId: string) =>
      slack.workspace.messages.filter((one) => outboxIdOf(one) === outboxId).map(({ text }) => text);
    const written = async (outboxId: string) =>
      db.selectFrom("outbox").selectAll().where("id", "=", outboxId).executeTakeFirst();

    const told = await written(summaryIn(challenge, channel));
    if (Boolean(told) !== (state === "ended"))
      complaints.push(`A challenge is ${state}, and what it came to was ${told ? "" : "not "}told.`);
    const [summary] = shown(summaryIn(challenge, channel));
    const standing = await standingOf(db, id, channel);
    const result = tellResult(challenge, [standing], channel);
    if (plan.kind === "together" && summary !== undefined && !summary.includes(result))
      complaints.push(`The summary should say "${result}" and says "${summary}".`);

    const living = await written(livingIn(challenge, channel));
    const [last = ""] = shown(livingIn(challenge, channel));
    const over = state === "ended" ? "It is over." : "It was called off.";
    const meter = plan.kind === "together" ? [meterInWords(challenge, standing)] : [];
    // Where nobody knows where it stands, it cannot be changed any more.
    if (state !== "running" && living?.slack_ts)
      for (const words of [over, ...meter, joinedInWords(standing.joined)])
        if (!last.includes(words)) complaints.push(`A challenge should say "${words}" and says "${last}".`);
    if (plan.kind === "relay")
      complaints.push(...(await judgeRelay(slack, db, journal, { challenge, channel })));
    if (plan.kind === "listening")
      complaints.push(...(await judgeListening(slack, db, journal, { challenge, channel })));
  }
  return complaints;
}

async function standingOf(db: Db, id: string, channel: string): Promise<Standing> {
  const counts = await db
    .selectFrom("challenge_count")
    .select("amount")
    .where("challenge_id", "=", id)
    .execute();
  const members = await db
    .selectFrom("challenge_member")
    .select("user_id")
    .where("challenge_id", "=", id)
    .execute();
  const total = counts.reduce((sum, { amount }) => sum + Number(amount), 0);
  return { channel, joined: members.length, total };
}

/** When a challenge was over: its message was changed for the last time then, or was to be. */
export async function closedAt(db: Db, { id, state }: { id: string; state: string }): Promise<number> {
  if (state === "running" || state === "planned") return Number.POSITIVE_INFINITY;
  const { at } = await db
    .selectFrom("outbox")
    .select(({ fn }) => fn.max<number>("written_at").as("at"))
    .where("kind", "=", "update")
    .where("target_id", "=", livingIn({ id }, "C1"))
    .executeTakeFirstOrThrow();
  return Number(at);
}
