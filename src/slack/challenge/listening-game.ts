import { randomUUID } from "node:crypto";
import { askedIn } from "../../challenge/asked.ts";
import type { Challenge } from "../../challenge/challenge.ts";
import { hearBack } from "../../challenge/hear-back.ts";
import { quotableIn } from "../../challenge/quotable.ts";
import { type Story, storyOf } from "../../challenge/story.ts";
import { answersInWords, answersTo, CARE, type ReadAnswer, tellHeard } from "../../challenge/tell-heard.ts";
import { tellOwnAnswer } from "../../challenge/tell-own-answer.ts";
import { titleOf } from "../../challenge/tell-plan.ts";
import { hashOf } from "../../flow/variants.ts";
import type { Desk } from "../../store/desk.ts";
import type { HeardAnswer } from "../../store/listening.ts";
import { escaped, note } from "../message.ts";
import { personaLine } from "../persona-line.ts";
import { livingIn } from "./challenge-message.ts";
import type { Game } from "./games.ts";
import { heardMessage, mayItBeShown, sayButton, storyTold } from "./listening-message.ts";

const HOUR = 3_600_000;
/** How long after the end the lines are shown that their authors agreed to, and everything else is erased. */
export const CLOSED_AFTER = 20 * HOUR;
// A few are read, many are skipped.
const MOST_QUOTED = 5;
const NO_STORY =
  "That customer is not here any more, so there is no story to tell. You can call the challenge off with the command and the word challenge, and launch it again with another one.";

/** A persona tells its story, everybody writes what they heard, and at the end it shows how much came through. */
export const listeningGame: Game = {
  begin: async (desk, challenge, { library }) => {
    const { team, id, plan, leadChannel } = challenge;
    const flow = (await library(desk, team)).find((one) => one.id === plan.flows[0]);
    if (!flow) return desk.send(team, leadChannel, note(NO_STORY));
    const story = storyOf(flow, hashOf(id));
    await desk.listening.keepStory(challenge, story);
    // Also where it is called off, nothing of it is kept.
    await desk.setDue({ team, kind: "listening-close", subject: id, at: plan.endsAt + CLOSED_AFTER });
    for (const channel of plan.channels) {
      await sayUnder(desk, challenge, channel, story, story.tells, "told");
      const thread = livingIn(challenge, channel);
      await desk.sendUnder(thread, team, channel, storyTold(challenge, story), `${thread}/story`);
    }
    return undefined;
  },
  soFar: async (desk, challenge) => {
    if (!(await desk.listening.story(challenge))) return [];
    const answers = await desk.listening.answers(challenge);
    return ["The story is in the thread of this message.", answersInWords(answers.length)];
  },
  presses: ({ id }) => [sayButton(id)],
  end: async (desk, challenge, { now }) => {
    const { team, id } = challenge;
    const story = await desk.listening.story(challenge);
    if (!story) return;
    const answers = (await desk.listening.answers(challenge)).map((answer) => ({
      answer,
      read: { heard: hearBack(story, answer.heard), asked: askedIn(story, answer.question) },
    }));
    await tellChannels(desk, challenge, story, answers);
    for (const one of answers) await tellAuthor(desk, challenge, story, one);
    await askAuthors(desk, challenge, story, answers);
    await desk.setDue({ team, kind: "listening-close", subject: id, at: now() + CLOSED_AFTER });
  },
} satisfies Game;

type Answered = { answer: HeardAnswer; read: ReadAnswer };

async function tellChannels(desk: Desk, challenge: Challenge, story: Story, answers: readonly Answered[]) {
  const { team, id, plan, lead } = challenge;
  const head = `${escaped(titleOf(plan, [story.title]))}: it is over`;
  const read = answers.map((one) => one.read);
  const thanks = `Thank you, everybody who listened, and <@${lead}> for having us together.`;
  const more = answersTo(
    story,
    read.map(({ asked }) => asked),
  );
  for (const channel of plan.channels) {
    const told = heardMessage(head, tellHeard(story, read), thanks);
    await desk.send(team, channel, told, undefined, `challenge/${id}/${channel}/end`);
    await sayUnder(desk, challenge, channel, story, more, "answer");
  }
}

// Each goes by the name of its challenge, so that its lead can be asked whether it arrived, where nobody else can look.
async function sayUnder(
  desk: Desk,
  challenge: Challenge,
  channel: string,
  story: Story,
  lines: readonly string[],
  as: "told" | "answer",
): Promise<void> {
  const thread = livingIn(challenge, channel);
  for (const [index, line] of lines.entries())
    await desk.sendUnder(
      thread,
      challenge.team,
      channel,
      personaLine(story, line),
      `${thread}/${as}-${index}`,
    );
}

async function tellAuthor(desk: Desk, challenge: Challenge, story: Story, { answer, read }: Answered) {
  const title = escaped(titleOf(challenge.plan, [story.title]));
  const told = heardMessage(
    `What your answer said back: “${title}”`,
    tellOwnAnswer(story, read),
    `Only you see this. ${CARE}`,
  );
  await desk.send(challenge.team, answer.channel, told);
}

async function askAuthors(desk: Desk, challenge: Challenge, story: Story, answers: readonly Answered[]) {
  const { team, id, plan } = challenge;
  const worthShowing = answers
    .flatMap(({ answer }) => {
      const line = quotableIn(story, answer.heard);
      return line ? [{ answer, line }] : [];
    })
    // An order that follows from nothing that anybody did.
    .toSorted((a, b) => hashOf(`${id}/${a.answer.user}`) - hashOf(`${id}/${b.answer.user}`));
  for (const { answer, line } of worthShowing.slice(0, MOST_QUOTED)) {
    const { user, channel } = answer;
    const quote = {
      team,
      id: randomUUID(),
      challenge: id,
      user,
      channel,
      line,
      state: "asked" as const,
    };
    await desk.listening.askToQuote(quote);
    const member = await desk.challenges.member(challenge, user);
    const where = member?.channel ?? plan.channels[0] ?? "";
    await desk.send(team, channel, mayItBeShown(quote, story, where, member?.alias));
  }
}
