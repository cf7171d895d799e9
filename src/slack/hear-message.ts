import type { Flow } from "../flow/flow.ts";
import { asksForPaths } from "../programme/tell-place.ts";
import { asksForProgress } from "../programme/tell-progress.ts";
import { controlWordOf } from "../session/control-word.ts";
import { inShort } from "../session/in-short.ts";
import type { Desk } from "../store/desk.ts";
import type { Offered } from "../store/own-place.ts";
import type { Practice } from "../store/sessions.ts";
import type { DirectMessage } from "./direct-message.ts";
import { flowListMessage } from "./flow-list.ts";
import { asksForHelp, helpMessage } from "./help-message.ts";
import { asksForReminders, showRhythm } from "./keep-rhythm.ts";
import { asksForFlows, showFlows } from "./list-flows.ts";
import { type Message, note } from "./message.ts";
import { answerAboutOwn, asksAboutOwn } from "./own-data/own-data.ts";
import { showPaths } from "./show-paths.ts";
import { showProgress } from "./show-progress.ts";
import { steerPractice } from "./steer-practice.ts";

/** What the app needs to know to answer in a direct message. */
export type House = {
  /** What there is to walk and to practise with; most messages do not ask for it. */
  offered(): Promise<Offered>;
  team: string;
  /** The flows of the folder alone. */
  folder: readonly Flow[];
  /** Whether who writes is a trainer; asked only where the answer depends on it. */
  trainer: boolean;
  command: string;
  now: number;
  /** When it came: before now, where an interruption came between. */
  receivedAt: number;
};

/** Answers whatever somebody does in the direct message with the app. */
export async function hearMessage(desk: Desk, message: DirectMessage, house: House): Promise<void> {
  const practice = await desk.running(house.team, message.user);
  const say = (answer: Message) => desk.send(house.team, message.channel, answer);
  switch (message.kind) {
    case "written":
      if (practice) await hearWithin(desk, practice, message, house);
      else if (!(await answerOwn(desk, message, house)))
        await say(await answerOutside(message, house, await justEnded(desk, message, house)));
      return;
    case "in-thread":
      await say({ ...note(threadAnswer(practice)), thread_ts: message.thread });
      return;
    case "edited":
      if (practice) await hearEdit(desk, practice, message);
      return;
    case "deleted":
      if (practice) await hearDeletion(desk, practice, message);
      return;
  }
}

type Written = Extract<DirectMessage, { kind: "written" }>;

async function hearWithin(desk: Desk, practice: Practice, message: Written, house: House): Promise<void> {
  const { team, id, channel, session } = practice;
  const { name } = session.flow.persona;
  const say = (text: string) => desk.send(team, channel, note(text));
  const word = controlWordOf(message.text);
  if (word) {
    await steerPractice(desk, practice, word, house.now);
    return;
  }
  if (await answerOwn(desk, message, house)) return;
  if (isAsking(message.text)) {
    await say(`You are in the middle of a practice with ${name}. Write to go on, or type stop to end it.`);
    return;
  }
  if (session.state === "paused") {
    await say(`The practice is paused, so ${name} hasn't seen that. Type resume, then send it again.`);
    return;
  }
  if (message.files.length > 0)
    await say(
      message.text.trim()
        ? `${name} can't see pictures or files here; your words were passed on.`
        : `${name} can't see pictures or files here. Put it into words instead.`,
    );
  if (message.text.trim() === "") return;
  const pending = [...practice.pending, { id: message.ts, text: message.text }];
  await desk.keep({ ...practice, pending });
  await desk.setDue({ team, kind: "quiet", subject: id, at: house.receivedAt + session.flow.quietMs });
}

// What somebody asks about their own practising is answered at any time. Says whether it was that.
async function answerOwn(desk: Desk, { user, channel, text }: Written, house: House): Promise<boolean> {
  const person = { team: house.team, user, channel };
  const asked = house.trainer ? asksForFlows(text) : undefined;
  const withOffered = async () => ({ ...house, ...(await house.offered()) });
  if (asksForProgress(text)) await showProgress(desk, person, await withOffered());
  else if (asked) await showFlows(desk, person, { ...(await withOffered()), ...asked });
  else if (asksForPaths(text)) await showPaths(desk, person, await withOffered());
  else if (asksForReminders(text)) await showRhythm(desk, person);
  else if (asksAboutOwn(text)) await answerAboutOwn(desk, person, text, house.now);
  else return false;
  return true;
}

async function hearEdit(
  desk: Desk,
  practice: Practice,
  message: Extract<DirectMessage, { kind: "edited" }>,
): Promise<void> {
  const { team, channel, pending, session } = practice;
  if (pending.some(({ id }) => id === message.ts)) {
    const changed = pending.map((one) => (one.id === message.ts ? { ...one, text: message.text } : one));
    await desk.keep({ ...practice, pending: changed });
    return;
  }
  if (isOlder(message, practice)) return;
  const { name } = session.flow.persona;
  await desk.send(
    team,
    channel,
    note(
      `${name} has already read the first wording. Send the new one as a message of its own, as you would at work.`,
    ),
  );
}

async function hearDeletion(desk: Desk, practice: Practice, message: DirectMessage): Promise<void> {
  const { team, id, channel, session } = practice;
  const pending = practice.pending.filter((one) => one.id !== message.ts);
  if (pending.length < practice.pending.length) {
    await desk.keep({ ...practice, pending });
    if (pending.length === 0) await desk.clearDue({ team, kind: "quiet", subject: id });
    return;
  }
  if (isOlder(message, practice)) return;
  await desk.send(
    team,
    channel,
    note(
      `${session.flow.persona.name} has already read that. Go on from here: putting something right in the talk is a skill too.`,
    ),
  );
}

// What was written before this practice is nobody's business in it.
const isOlder = ({ ts }: DirectMessage, { startedAt }: Practice) => Number(ts) * 1_000 < startedAt;

const isAsking = (text: string) =>
  /^(?:(?:let'?s |i want to |can we )?(?:practi[cs]e|start)|start (?:a )?practice|practi[cs]e [a-z0-9-]+)$/.test(
    inShort(text),
  );

/** Whether a trainer is answered otherwise than an agent. */
export const isForTrainers = (message: DirectMessage): boolean =>
  message.kind === "written" && (asksForFlows(message.text) !== undefined || asksForHelp(message.text));

// A practice that is over and whose debrief still waits for two answers.
async function justEnded(desk: Desk, { user }: Written, { team }: House): Promise<Practice | undefined> {
  const [last] = await desk.practicesOf(team, user, 1);
  return last?.debriefedAt === undefined && !last?.wordless ? last : undefined;
}

async function answerOutside(
  { text }: Written,
  { offered, trainer, command }: House,
  ended: Practice | undefined,
): Promise<Message> {
  if (isAsking(text)) return flowListMessage((await offered()).flows, command);
  if (asksForHelp(text)) return helpMessage(command, trainer);
  if (controlWordOf(text))
    return note("No practice is running, so there is nothing to do. Type practice to start one.");
  if (ended)
    return note(
      `The practice with ${ended.session.flow.persona.name} is over, so nobody read that. Press Show my debrief above to see how it went.`,
    );
  return note(
    `No practice is running, so nobody is reading along. Type practice to choose a customer, or help to see what I can do.`,
  );
}

const threadAnswer = (practice: Practice | undefined) =>
  practice
    ? `${practice.session.flow.persona.name} doesn't read threads. Write it in the main conversation instead.`
    : "Nobody is practising here right now. Type practice in the main conversation to start.";
