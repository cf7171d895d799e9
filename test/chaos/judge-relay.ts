import type { Kysely } from "kysely";
import type { Challenge } from "../../src/challenge/challenge.ts";
import { begin, restore, type Session, type SessionRecord } from "../../src/session/session.ts";
import { livingIn } from "../../src/slack/challenge/challenge-message.ts";
import { introductionMessage, teamDebriefMessage } from "../../src/slack/challenge/relay-message.ts";
import { escaped } from "../../src/slack/message.ts";
import type { Tables } from "../../src/store/tables.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import { outboxIdOf } from "./act.ts";
import type { Journal } from "./journal.ts";

type Where = { challenge: Challenge; channel: string };
/** A message of a relay: its outbox id, and what it says. */
type Line = { id: string; text: string };

/**
 * Everything that was said in a relay, by its stored events, was written down once and in that order, and stands in Slack
 * as it was said; every turn that somebody sent off was taken once, or given back.
 */
export async function judgeRelay(
  slack: SlackDouble,
  db: Kysely<Tables>,
  { turns, again }: Journal,
  { challenge, channel }: Where,
): Promise<string[]> {
  const row = await db
    .selectFrom("relay")
    .selectAll()
    .where("challenge_id", "=", challenge.id)
    .executeTakeFirst();
  if (!row) return ["The customer of a relay never came."];
  const record = JSON.parse(row.record) as SessionRecord;
  const session = restore(projectFlow(record.flow), record);
  const living = livingIn(challenge, channel);
  const authors = await db.selectFrom("relay_turn").select("user_id").orderBy("turn").execute();
  const ended = teamDebriefMessage(
    { session, authors: authors.map(({ user_id }) => user_id ?? undefined) } as never,
    "/practice",
  );
  const said = [
    { id: `${living}/introduction`, text: introductionMessage(session.flow).text },
    ...linesOf(session, living),
    ...(challenge.state === "ended" ? [{ id: `${living}/end`, text: ended.text }] : []),
  ];
  const rows = await db
    .selectFrom("outbox")
    .select(["id", "seq"])
    .where("kind", "=", "post")
    .where("id", "like", `${living}/%`)
    .orderBy("seq")
    .execute();
  // What somebody had sent once more stands after what was written since.
  const inOrder = (ids: readonly string[]) => ids.filter((id) => !again.has(id)).join(" ");
  const [expected, written] = [said.map(({ id }) => id), rows.map(({ id }) => id)];
  return [
    ...(expected.toSorted().join(" ") === written.toSorted().join(" ") &&
    inOrder(expected) === inOrder(written)
      ? []
      : [`In a relay ${expected.join(" ")} were to be said, and these were: ${written.join(" ")}.`]),
    ...said.flatMap(({ id, text }) =>
      slack.workspace.messages
        .filter((one) => outboxIdOf(one) === id && one.text !== text)
        .map((one) => `In a relay "${text}" was said as "${one.text}".`),
    ),
    ...judgeTurns(slack, session, turns),
  ];
}

function linesOf({ flow, record, turns }: Session, living: string): Line[] {
  const spoken = (lines: readonly string[], turn: number): Line[] =>
    lines.map((line, index) => ({ id: `${living}/said-${turn}-${index}`, text: escaped(line) }));
  const opened = begin(flow, record.seed, record.trainee);
  return [
    ...spoken(opened.unanswered, 1),
    ...turns.flatMap(({ n, reply, says }) => [
      { id: `${living}/answer-${n}`, text: escaped(reply) },
      ...spoken(says, n + 1),
    ]),
  ];
}

function judgeTurns(slack: SlackDouble, session: Session, turns: Journal["turns"]): string[] {
  const taken = session.turns.map(({ reply }) => reply);
  const known = turns.map(({ line }) => line);
  return [
    ...taken.filter((reply) => !known.includes(reply)).map((reply) => `In a relay nobody wrote "${reply}".`),
    ...turns.flatMap(({ person, line, acknowledged }) => {
      const times = taken.filter((reply) => reply === line).length;
      const back = slack
        .dm(person)
        .filter(({ bot, text }) => bot && text.endsWith(`\n\n${escaped(line)}`)).length;
      return [
        ...(times > 1 ? [`${person}: "${line}" was taken ${times} times in a relay.`] : []),
        ...(acknowledged && times + back === 0
          ? [`${person}: "${line}" was acknowledged in a relay, and neither taken nor given back.`]
          : []),
      ];
    }),
  ];
}
