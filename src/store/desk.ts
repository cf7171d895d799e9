import type { Kysely } from "kysely";
import { forgetAppeals, type KeptAppeal, keepAppeal, takeBackAppeal } from "./appeals.ts";
import { type AuditDesk, auditLog } from "./audit.ts";
import { type Celebrations, celebrations } from "./celebrations.ts";
import { type ChallengeMembers, challengeMembers } from "./challenge-members.ts";
import { type Challenges, challenges } from "./challenges.ts";
import { clearDue, type Due, setDue } from "./due.ts";
import { type FlowVersions, flowVersions } from "./flow-versions.ts";
import { noteHome, outdateHome } from "./homes.ts";
import { type Huddles, huddles } from "./huddles.ts";
import { type Installations, installations } from "./installations.ts";
import { type AllKudos, allKudos } from "./kudos.ts";
import { type LearnedOf, learned, learnFromTalk } from "./learn.ts";
import { type Listening, listening } from "./listening.ts";
import { type Draft, type Outgoing, type Place, writeOut } from "./outbox.ts";
import { type Own, ownDesk } from "./own-desk.ts";
import { type Paths, pathMembers } from "./path-members.ts";
import { type Relays, relays } from "./relays.ts";
import { type KeptRhythm, keepRhythm, rhythmOf } from "./rhythms.ts";
import { keepPractice, type Practice, pastPractices, practiceById, runningPractice } from "./sessions.ts";
import { type Shares, shares } from "./shares.ts";
import type { Tables } from "./tables.ts";
import { firstTap } from "./taps.ts";
import { type Digests, teamDigests } from "./team-digests.ts";
import { type TeamFigures, teamFigures } from "./team-figures.ts";
import { askedAbout, callBack, hasArrived, isGivenUp, makeRoom, sendAgain, standsAt } from "./under-way.ts";
import { type Waiting, waitingIn } from "./waiting.ts";
import { type SettingsDesk, workspaceSettings } from "./workspace-settings.ts";

/** What can be read and written within one transaction; all of it happens, or nothing. */
export type Desk = {
  running(team: string, user: string): Promise<Practice | undefined>;
  practice(team: string, id: string): Promise<Practice | undefined>;
  /** Somebody's practices that are over, the newest first, at most 20 or so many. */
  practicesOf(team: string, user: string, most?: number): Promise<Practice[]>;
  /** Writes a practice down; when it is over, the Home tab that shows it is shown again. */
  keep(practice: Practice): Promise<void>;
  /** Everything that is kept about somebody: what there is, and erasing it. */
  own: Own;
  /** Somebody has opened the Home tab, and from now on it is kept up to date. */
  homeOpened(team: string, user: string): Promise<void>;
  /** Something that somebody's Home tab shows has changed. */
  outdateHome(team: string, user: string): Promise<void>;
  /** Writes a message down for sending and returns its outbox id; with `updates` it changes that one. */
  send(team: string, channel: string, message: unknown, updates?: string, id?: string): Promise<string>;
  /** The same for a message in the thread of the one with that outbox id; where that never arrived, in the channel. */
  sendUnder(thread: string, team: string, channel: string, message: unknown, id?: string): Promise<string>;
  /** Says where the message with that outbox id stands in Slack, where that is not known yet. */
  standsAt(team: string, id: string, slackTs: string): Promise<void>;
  /** Whether the message with that outbox id was given up, so that nobody knows whether it stands in Slack. */
  isGivenUp(team: string, id: string): Promise<boolean>;
  /** Forgets a message that was given up, so that another can go out in its place; false where it may have arrived. */
  makeRoom(team: string, id: string): Promise<boolean>;
  /** Notes that something was asked for; false when it was a moment (or `within` ms) ago already, as with a second tap. */
  firstTap(team: string, name: string, within?: number): Promise<boolean>;
  /** Somebody's reminders to practise again, if they were ever offered. */
  rhythm(team: string, user: string): Promise<KeptRhythm | undefined>;
  keepRhythm(rhythm: KeptRhythm): Promise<void>;
  setDue(due: Due): Promise<void>;
  clearDue(due: Omit<Due, "at">): Promise<void>;
  /** Writes an appeal down once; says when it was there already, or which earlier one stands. */
  keepAppeal(appeal: KeptAppeal): ReturnType<typeof keepAppeal>;
  /** Deletes an appeal of this trainee; says whether it was still there. */
  takeBackAppeal(appeal: Omit<KeptAppeal, "appeal">): Promise<boolean>;
  /** Deletes all appeals of a practice. */
  forgetAppeals(team: string, practice: string): Promise<void>;
  /** Removes the message with that outbox id; where Slack does not let it be removed, this one stands there instead. */
  remove(team: string, channel: string, id: string, instead: unknown): Promise<void>;
  /** A message that nobody can look for, and that somebody is asked about; nothing once they have answered. */
  askedAbout(team: string, id: string): Promise<Outgoing | undefined>;
  /** It has arrived, as they say. */
  hasArrived(team: string, id: string): Promise<void>;
  /** It has not, as they say, and goes out once more. */
  sendAgain(message: Outgoing): Promise<void>;
  shares: Shares;
  /** Counts a practice that is over for its trainers, without whose it was. */
  learnFrom(practice: Practice): Promise<void>;
  /** What the trainers of a workspace may know of each flow and version. */
  learned(team: string): Promise<LearnedOf[]>;
  paths: Paths;
  /** The flows that trainers bring in Slack. */
  versions: FlowVersions;
  /** What teams do together, and who takes part. */
  challenges: Challenges & ChallengeMembers;
  /** What a lead sees of a team. */
  figures: TeamFigures;
  digests: Digests;
  /** The stories of listening games, and what people heard in them. */
  listening: Listening;
  kudos: AllKudos;
  /** What is celebrated of them: what practices showed, lines worth keeping, the board, and a lead's slip. */
  celebrations: Celebrations;
  /** The talks that teams have together, and their replays. */
  relays: Relays;
  huddles: Huddles;
  /** Where the app is installed. */
  installations: Installations;
  /** What has not reached Slack yet. */
  waiting(team: string): Promise<Waiting>;
  /** What the admins of a workspace decided. */
  settings: SettingsDesk;
  /** Who used a privilege, and what was done with a person's data. */
  audit: AuditDesk;
};

const isOver = ({ session }: Practice) => session.state === "ended" || session.state === "stopped";

/** What a transaction has left to be done, in its channels and at its instants: so that nobody has to look for it. */
export type LeftToDo = { messages: (Place & { id: string })[]; dues: Due[] };

/** The desk on a transaction; `now` gives ms since 1970. */
export const deskOn = (trx: Kysely<Tables>, now: () => number, left: LeftToDo): Desk => ({
  running: (team, user) => runningPractice(trx, team, user),
  practice: (team, id) => practiceById(trx, team, id),
  practicesOf: (team, user, most) => pastPractices(trx, team, user, most),
  keep: async (practice) => {
    await keepPractice(trx, practice, now());
    if (isOver(practice)) await outdateHome(trx, practice.team, practice.user, now());
  },
  own: ownDesk(trx, now),
  homeOpened: (team, user) => noteHome(trx, team, user),
  outdateHome: (team, user) => outdateHome(trx, team, user, now()),
  send: (team, channel, message, updates, id) =>
    writing(trx, { team, channel, message, ...(updates ? { updates } : {}) }, now, left, id),
  sendUnder: (under, team, channel, message, id) =>
    writing(trx, { team, channel, message, under }, now, left, id),
  standsAt: (team, id, slackTs) => standsAt(trx, { team, id }, slackTs, now()),
  isGivenUp: (team, id) => isGivenUp(trx, { team, id }),
  makeRoom: (team, id) => makeRoom(trx, { team, id }),
  firstTap: (team, name, within) => firstTap(trx, team, name, now(), within),
  rhythm: (team, user) => rhythmOf(trx, team, user),
  keepRhythm: (rhythm) => keepRhythm(trx, rhythm),
  setDue: async (due) => {
    await setDue(trx, due);
    left.dues.push(due);
  },
  clearDue: (due) => clearDue(trx, due),
  keepAppeal: (appeal) => keepAppeal(trx, appeal, now()),
  takeBackAppeal: (appeal) => takeBackAppeal(trx, appeal),
  forgetAppeals: (team, practice) => forgetAppeals(trx, team, practice),
  remove: async (team, channel, deletes, message) => {
    await callBack(trx, { team, id: deletes });
    await writing(trx, { team, channel, message, deletes }, now, left);
  },
  askedAbout: (team, id) => askedAbout(trx, { team, id }),
  hasArrived: (team, id) => hasArrived(trx, { team, id }, now()),
  sendAgain: async (message) => {
    await sendAgain(trx, message, now());
    left.messages.push(message);
  },
  shares: shares(trx),
  learnFrom: (practice) => learnFromTalk(trx, practice),
  learned: (team) => learned(trx, team),
  paths: pathMembers(trx, now),
  versions: flowVersions(trx),
  challenges: { ...challenges(trx), ...challengeMembers(trx, now) },
  figures: teamFigures(trx, now),
  digests: teamDigests(trx),
  listening: listening(trx),
  kudos: allKudos(trx, now),
  celebrations: celebrations(trx, now),
  relays: relays(trx),
  huddles: huddles(trx),
  installations: installations(trx, now),
  waiting: (team) => waitingIn(trx, team),
  settings: workspaceSettings(trx, now),
  audit: auditLog(trx, now),
});

async function writing(
  trx: Kysely<Tables>,
  draft: Draft,
  now: () => number,
  left: LeftToDo,
  id?: string,
): Promise<string> {
  const written = await writeOut(trx, draft, now(), id);
  left.messages.push({ team: draft.team, channel: draft.channel, id: written });
  return written;
}
