import { debrief } from "../feedback/debrief.ts";
import { WORTH_ASKING } from "../feedback/own-view.ts";
import { currentOf } from "../programme/membership.ts";
import type { Desk } from "../store/desk.ts";
import type { Practice } from "../store/sessions.ts";
import { contributePractice } from "./challenge/contribute-practice.ts";
import { countPractice } from "./challenge/count-practice.ts";
import { offerSlip } from "./challenge/own-slip.ts";
import { finishedControlMessage } from "./control-message.ts";
import { debriefMessage } from "./debrief-message.ts";
import { isPublished, shelvesOf } from "./library.ts";
import { pictured } from "./picture-message.ts";
import { offerRhythm } from "./remind.ts";
import { answeredMessage, youFirstMessage } from "./you-first-message.ts";

// Whoever does not answer the two questions gets the debrief all the same.
const UNANSWERED = 15 * 60_000;

/** Closes a practice that ended or was stopped: nothing is left to press, and the debrief comes. */
export async function finishPractice(desk: Desk, practice: Practice, now: number): Promise<Practice> {
  const { team, id, channel, control, session } = practice;
  const finished = { ...practice, pending: [] };
  await desk.keep(finished);
  await desk.clearDue({ team, kind: "idle", subject: id });
  await desk.clearDue({ team, kind: "quiet", subject: id });
  await desk.send(team, channel, finishedControlMessage(session), control);
  if (!isAskedFirst(finished)) return giveDebrief(desk, finished, now);
  await desk.send(team, channel, youFirstMessage(session, id), undefined, questionsOf(id));
  await desk.setDue({ team, kind: "debrief", subject: id, at: now + UNANSWERED });
  return finished;
}

// Whoever stopped wants to be done; a retry was about one message; of one message nothing can be picked; and whoever
// tries a flow out looks at the flow.
const isAskedFirst = ({ session, retry, trial }: Practice) =>
  session.state === "ended" &&
  retry === undefined &&
  trial === undefined &&
  session.turns.length >= WORTH_ASKING;

const questionsOf = (practice: string) => `${practice}:you-first`;

/** Gives the debrief of a finished practice, once. */
export async function giveDebrief(desk: Desk, practice: Practice, now: number): Promise<Practice> {
  if (practice.debriefedAt !== undefined) return practice;
  const { team, id, channel, session, retry, ownView } = practice;
  const first = retry && (await desk.practice(team, retry.of));
  const retried = retry && first ? { first: first.session, turn: retry.turn } : undefined;
  await desk.clearDue({ team, kind: "debrief", subject: id });
  if (isAskedFirst(practice)) await desk.send(team, channel, answeredMessage(session), questionsOf(id));
  const told = debrief(session, { ownView, retried });
  const message = debriefMessage(told, id, await trialOf(desk, practice));
  await desk.send(team, channel, pictured(message, told, session.flow.meters));
  const given = { ...practice, debriefedAt: now };
  await desk.keep(given);
  await desk.learnFrom(given);
  await countPractice(desk, given, { session, retried }, now);
  await contributePractice(desk, given);
  await offerSlip(desk, given);
  if (await movesOn(desk, given)) await desk.setDue({ team, kind: "path", subject: id, at: now });
  await offerRhythm(desk, given);
  return given;
}

async function trialOf(desk: Desk, { team, trial, session: { flow } }: Practice) {
  if (trial === undefined) return undefined;
  const live = (await shelvesOf(desk, team, [])).find((shelf) => shelf.flow.id === flow.id);
  return { draft: trial, isNew: !isPublished(flow, live) };
}

// Whoever stopped wants to be done; their path waits in Home.
const movesOn = async (desk: Desk, { team, user, session, retry, trial }: Practice) =>
  session.state === "ended" &&
  !retry &&
  !trial &&
  currentOf(await desk.paths.of({ team, user })) !== undefined;
