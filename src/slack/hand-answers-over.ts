import { SKILL_TITLES } from "../feedback/tell.ts";
import type { Desk } from "../store/desk.ts";
import type { Due } from "../store/due.ts";
import type { PeerAnswer } from "../store/peer-answers.ts";
import type { Share } from "../store/shares.ts";
import { context, escaped, type Message, section } from "./message.ts";

/** The first answer has waited long enough: all that came so far go to the trainee together. */
export async function handAnswersOver(desk: Desk, { team, subject }: Due, now: number): Promise<void> {
  const share = await desk.shares.byId(team, subject);
  if (share) await handAnswers(desk, share, now);
}

/** Gives the trainee every answer that still waits, in one message; nobody else is shown them. */
export async function handAnswers(desk: Desk, share: Share, now: number): Promise<void> {
  const answers = await desk.shares.handOver(share, now);
  for (let first = 0; first < answers.length; first += IN_ONE_MESSAGE)
    await desk.send(
      share.team,
      share.home,
      answersMessage(share, answers.slice(first, first + IN_ONE_MESSAGE)),
    );
}

// Slack takes 40000 characters of text in a message, escapes counted.
const IN_ONE_MESSAGE = 10;

function answersMessage({ title }: Share, answers: PeerAnswer[]): Message {
  const count = answers.length === 1 ? "One answer" : `${answers.length} answers`;
  const head = `${count} to what you shared of “${escaped(title)}”`;
  const rule = "Only you see this. What you take from it is up to you.";
  const told = answers.map(answerInWords);
  return {
    text: [head, ...told, rule].join("\n\n"),
    blocks: [section(`*${head}*`), ...told.map(section), context(rule)],
  };
}

const answerInWords = ({ by, skill, quote, noticed }: PeerAnswer) =>
  `<@${by}>, on ${SKILL_TITLES[skill].toLowerCase()}, about “${escaped(quote)}”:\n${escaped(noticed)}`;
