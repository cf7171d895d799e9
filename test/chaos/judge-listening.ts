import type { Kysely } from "kysely";
import { askedIn } from "../../src/challenge/asked.ts";
import type { Challenge } from "../../src/challenge/challenge.ts";
import { hearBack } from "../../src/challenge/hear-back.ts";
import { type Story, storyOf } from "../../src/challenge/story.ts";
import { answersInWords, answersTo, type ReadAnswer, tellHeard } from "../../src/challenge/tell-heard.ts";
import { tellOwnAnswer } from "../../src/challenge/tell-own-answer.ts";
import { hashOf } from "../../src/flow/variants.ts";
import { livingIn } from "../../src/slack/challenge/challenge-message.ts";
import { answerKept, cameTooLate } from "../../src/slack/challenge/listening-message.ts";
import { summaryIn } from "../../src/slack/challenge/show-board.ts";
import { escaped } from "../../src/slack/message.ts";
import type { Tables } from "../../src/store/tables.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import { outboxIdOf } from "./act.ts";
import type { Heard, Journal } from "./journal.ts";
import { judgeShownLines } from "./judge-shown-lines.ts";

type Where = { challenge: Challenge; channel: string };

/** What somebody's answer was when nothing could be changed any more. */
export type Final = { person: string; heard: string; question: string; read: ReadAnswer };

const SAID_BACK = "What your answer said back";

/**
 * In a listening game every answer that somebody sent off was taken or given back, the last of each counts once, and the
 * story, what was heard, what everybody is told of their own answer and the lines that are shown follow from those alone.
 */
export async function judgeListening(
  slack: SlackDouble,
  db: Kysely<Tables>,
  journal: Journal,
  { challenge, channel }: Where,
): Promise<string[]> {
  const { id, state, plan } = challenge;
  const story = storyOf(projectFlow(plan.flows[0] ?? ""), hashOf(id));
  const finals = finalsOf(slack, journal, challenge, story);
  const reads = finals.map(({ read }) => read);
  const said = (outboxId: string) => slack.workspace.messages.find((one) => outboxIdOf(one) === outboxId);
  const told = tellHeard(story, reads).map(escaped).join("\n\n");
  const summary = said(summaryIn(challenge, channel))?.text ?? told;
  const living = said(livingIn(challenge, channel))?.text ?? "";
  const soFar = answersInWords(finals.length);
  const { due, rows } = await keptOf(db, challenge);
  const isErased = due === undefined;
  const kept = rows.map(({ user_id, heard, question }) => [user_id, heard, question].join("\n"));
  const toKeep = isErased
    ? []
    : finals.map(({ person, heard, question }) => [person, heard, question].join("\n"));
  const personas = slack.workspace.messages.filter((one) => one.channel === channel && one.username);
  const more =
    state === "ended"
      ? answersTo(
          story,
          reads.map(({ asked }) => asked),
        )
      : [];
  return [
    ...journal.heard.flatMap((one) => judgeAnswer(slack, challenge, story, one)),
    ...(kept.toSorted().join("\n\n") === toKeep.toSorted().join("\n\n")
      ? []
      : [`A listening game should keep ${toKeep.join(" / ")} and keeps ${kept.join(" / ")}.`]),
    ...(due !== undefined && due < slack.clock.now() - 60_000 ? ["A listening game was to be closed."] : []),
    ...(summary.includes(told)
      ? []
      : [`The end of a listening game should say "${told}" and says "${summary}".`]),
    ...(state === "running" && !living.includes(soFar)
      ? [`A listening game should say "${soFar}" and says "${living}".`]
      : []),
    ...judgeStory(
      personas.map(({ text }) => text),
      [...story.tells, ...more].map(escaped),
      journal.again.size > 0,
    ),
    ...journal.heard
      .map(({ person }) => person)
      .filter((person, index, all) => all.indexOf(person) === index)
      .flatMap((person) => judgeOwn(slack, story, person, state === "ended" ? finals : [])),
    ...(await judgeShownLines(slack, db, journal, { challenge, channel, story, finals, isErased })),
  ];
}

// The last answer of each that was taken, told from what they were given back of it.
function finalsOf(slack: SlackDouble, { heard }: Journal, challenge: Challenge, story: Story): Final[] {
  const last = new Map<string, Final>();
  for (const person of new Set(heard.map((one) => one.person)))
    for (const { text } of slack.dm(person)) {
      const taken = heard.find(
        (one) => one.person === person && takenAs(challenge, story, one).includes(text),
      );
      if (!taken) continue;
      const { question } = taken;
      const read = { heard: hearBack(story, taken.heard), asked: askedIn(story, question) };
      last.set(person, { person, heard: taken.heard, question, read });
    }
  return [...last.values()].toSorted((a, b) => (a.person < b.person ? -1 : 1));
}

const takenAs = (challenge: Challenge, story: Story, one: Heard): string[] =>
  [true, false].map((isFirst) => answerKept(challenge, story, one, isFirst).text);

function judgeAnswer(slack: SlackDouble, challenge: Challenge, story: Story, one: Heard): string[] {
  const { person, heard, sent, acknowledged } = one;
  const answers = [...takenAs(challenge, story, one), cameTooLate(one).text];
  const times = slack.dm(person).filter(({ text }) => answers.includes(text)).length;
  return [
    ...(times > sent
      ? [`${person}: "${heard}" was sent off ${sent} times and answered ${times} times.`]
      : []),
    ...(acknowledged && times === 0 ? [`${person}: "${heard}" was acknowledged and never answered.`] : []),
  ];
}

function judgeStory(told: readonly string[], toTell: readonly string[], isAgain: boolean): string[] {
  // What somebody had sent once more stands after what was written since.
  const [found, expected] = isAgain ? [told.toSorted(), toTell.toSorted()] : [told, toTell];
  return found.join("\n") === expected.join("\n")
    ? []
    : [`In a listening game "${toTell.join(" / ")}" was to be told, and this was: "${told.join(" / ")}".`];
}

function judgeOwn(slack: SlackDouble, story: Story, person: string, finals: readonly Final[]): string[] {
  const told = slack.dm(person).filter(({ bot, text }) => bot && text.startsWith(SAID_BACK));
  const mine = finals.find((one) => one.person === person);
  const expected = mine ? tellOwnAnswer(story, mine.read).map(escaped).join("\n\n") : "";
  return told.length === (mine ? 1 : 0) && told.every(({ text }) => text.includes(expected))
    ? []
    : [`${person} should be told "${expected}" once, and was told ${told.length} times.`];
}

async function keptOf(db: Kysely<Tables>, { id }: Challenge) {
  const all = db.selectFrom("listening_answer").select(["user_id", "heard", "question"]);
  const due = await db
    .selectFrom("due")
    .select("at")
    .where("kind", "=", "listening-close")
    .where("subject", "=", id)
    .executeTakeFirst();
  const rows = await all.where("challenge_id", "=", id).execute();
  return { rows, due: due && Number(due.at) };
}
