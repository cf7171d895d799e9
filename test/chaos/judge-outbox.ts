import type { Kysely, Selectable } from "kysely";
import type { Tables } from "../../src/store/tables.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import type { Message } from "../slack-double/workspace.ts";
import { outboxIdOf } from "./act.ts";

type Row = Selectable<Tables["outbox"]>;

/** Nothing is left to hear or to send, and every message the app wrote down stands in Slack once, in order, where it says. */
export async function judgeOutbox(slack: SlackDouble, db: Kysely<Tables>): Promise<string[]> {
  const inbox = await db.selectFrom("inbox").selectAll().where("done_at", "is", null).execute();
  const rows = await db.selectFrom("outbox").selectAll().orderBy("seq").execute();
  const due = await db.selectFrom("due").select("kind").where("kind", "in", ["quiet", "debrief"]).execute();
  const shown = slack.workspace.messages.filter((one) => one.bot && !one.for);
  const left = rows.filter(({ state }) => state !== "sent" && state !== "failed");
  return [
    ...inbox.map(({ id }) => `${id} was never heard to its end.`),
    ...left.map(({ id, state, channel_id }) => `${id} is still ${state} in ${channel_id}.`),
    ...due.map(({ kind }) => `A ${kind} is still due.`),
    ...shown
      .filter((one) => !outboxIdOf(one))
      .map(({ text }) => `The app said without writing it down: "${text}"`),
    ...rows
      .filter(({ kind }) => kind === "post")
      .flatMap((row) => (isRemoved(row, rows) ? judgeRemoved(row, shown) : judgePost(row, shown))),
    ...judgeOrder(rows, shown),
  ];
}

const isRemoved = ({ id }: Row, rows: readonly Row[]) =>
  rows.some(({ kind, target_id, state }) => kind === "delete" && target_id === id && state === "sent");

// What was never known to stand there cannot be removed.
const judgeRemoved = ({ id, channel_id, slack_ts }: Row, shown: readonly Message[]): string[] =>
  slack_ts !== null && shown.some((one) => outboxIdOf(one) === id)
    ? [`${id} was removed, and stands in ${channel_id}.`]
    : [];

function judgePost(row: Row, shown: readonly Message[]): string[] {
  const copies = shown.filter((one) => outboxIdOf(one) === row.id);
  const isDirect = row.channel_id.startsWith("D");
  if (copies.length > 1) return [`${row.id} stands ${copies.length} times in ${row.channel_id}.`];
  // Of a message in a channel nobody can look whether it arrived; whoever it matters to was asked.
  if (row.state === "failed") return isDirect ? [`${row.id} in ${row.channel_id} was given up.`] : [];
  if (copies.length === 0) return [`${row.id} counts as sent, and is not in ${row.channel_id}.`];
  // Whoever was asked and saw it there could not say where it stands.
  if (row.slack_ts === null && !isDirect) return [];
  return copies[0]?.ts === row.slack_ts ? [] : [`${row.id} stands elsewhere than it is known to.`];
}

function judgeOrder(rows: readonly Row[], shown: readonly Message[]): string[] {
  const seqs = new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
  const channels = Map.groupBy(shown, ({ channel }) => channel);
  return [...channels].flatMap(([channel, messages]) => {
    const inOrder = messages
      .toSorted((a, b) => Number(a.ts) - Number(b.ts))
      .map((one) => seqs.get(outboxIdOf(one) ?? ""));
    const overtaken = inOrder.findIndex(
      (seq, index) => index > 0 && Number(seq) < Number(inOrder[index - 1]),
    );
    return overtaken < 0 ? [] : [`In ${channel} a message overtook another (${inOrder.join(" ")}).`];
  });
}
