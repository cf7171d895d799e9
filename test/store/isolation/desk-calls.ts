import type { Desk } from "../../../src/store/desk.ts";
import {
  appeal,
  challenge,
  digest,
  ended,
  FILLED,
  flowOf,
  hashOf,
  heard,
  huddle,
  installation,
  kudos,
  line,
  over,
  peerAnswer,
  playing,
  quote,
  share,
  story,
} from "./objects.ts";

type Call = (desk: Desk, team: string) => Promise<unknown>;

const one = (team: string) => ({ team, id: "C" });
const walker = (team: string) => ({ team, user: "U1" });
const words = (team: string) => ({ text: `New of ${team}` });

/**
 * Each function of the desk, called for a workspace with the ids that all workspaces share. A new function of the desk
 * has to come in here as well.
 */
export const DESK_CALLS: Record<string, Call> = {
  running: (desk, team) => desk.running(team, "U1"),
  practice: (desk, team) => desk.practice(team, "playing-U1"),
  practicesOf: (desk, team) => desk.practicesOf(team, "U1"),
  keep: (desk, team) => desk.keep({ ...playing(team), pending: [] }),
  "own.practices": (desk, team) => desk.own.practices(walker(team)),
  "own.elsewhere": (desk, team) => desk.own.elsewhere(walker(team)),
  "own.erase": (desk, team) => desk.own.erase({ ...walker(team), channel: "D-waiting" }),
  "own.letGo": (desk, team) => desk.own.letGo(team, { messages: FILLED + 1, readings: FILLED + 1 }),
  "own.eraseRest": (desk, team) => desk.own.eraseRest(walker(team)),
  "own.removable": (desk, team) => desk.own.removable({ team, channel: "D-sent" }, FILLED, 5),
  outdateHome: (desk, team) => desk.outdateHome(team, "U1"),
  waiting: (desk, team) => desk.waiting(team),
  homeOpened: (desk, team) => desk.homeOpened(team, "U3"),
  send: (desk, team) => desk.send(team, "D-sent", words(team), "sent", "new"),
  askedAbout: (desk, team) => desk.askedAbout(team, "asked"),
  hasArrived: (desk, team) => desk.hasArrived(team, "asked"),
  sendAgain: async (desk, team) => {
    const asked = await desk.askedAbout(team, "asked");
    if (asked) await desk.sendAgain(asked);
  },
  sendUnder: (desk, team) => desk.sendUnder("sent", team, "D-sent", words(team), "new"),
  standsAt: (desk, team) => desk.standsAt(team, "failed", "9.9"),
  isGivenUp: (desk, team) => desk.isGivenUp(team, "failed"),
  makeRoom: (desk, team) => desk.makeRoom(team, "failed"),
  firstTap: (desk, team) => desk.firstTap(team, "tap", Number.MAX_SAFE_INTEGER),
  rhythm: (desk, team) => desk.rhythm(team, "U1"),
  keepRhythm: (desk, team) =>
    desk.keepRhythm({ ...walker(team), channel: "DU1", state: "off", from: 2, step: 1, zone: "UTC" }),
  setDue: (desk, team) => desk.setDue({ team, kind: "idle", subject: "playing-U1", at: 1 }),
  clearDue: (desk, team) => desk.clearDue({ team, kind: "idle", subject: "playing-U1" }),
  keepAppeal: (desk, team) => desk.keepAppeal({ ...appeal(team), id: "again" }),
  takeBackAppeal: (desk, team) => desk.takeBackAppeal({ team, id: "A", user: "U1" }),
  forgetAppeals: (desk, team) => desk.forgetAppeals(team, "over-U1"),
  // The row that removes it has a name by chance.
  remove: async (desk, team) => void (await desk.remove(team, "D-waiting", "waiting", words(team))),
  learnFrom: (desk, team) => desk.learnFrom(over(team, "U9")),
  learned: (desk, team) => desk.learned(team),

  "shares.add": (desk, team) => desk.shares.add({ ...share(team), id: "S2" }),
  "shares.byId": (desk, team) => desk.shares.byId(team, "S"),
  "shares.givenBy": (desk, team) => desk.shares.givenBy(team, "U1"),
  "shares.end": (desk, team) => desk.shares.end({ team, id: "S" }, { at: 1, how: "taken back" }),
  "shares.addAnswer": (desk, team) => desk.shares.addAnswer({ ...peerAnswer(team), id: "SA2" }),
  "shares.hasAnswers": (desk, team) => desk.shares.hasAnswers({ team, id: "S" }),
  "shares.handOver": (desk, team) => desk.shares.handOver({ team, id: "S" }, 1),

  "paths.of": (desk, team) => desk.paths.of(walker(team)),
  "paths.keep": (desk, team) =>
    desk.paths.keep(walker(team), {
      ...{ path: "P", title: `Path of ${team}`, joinedAt: FILLED, leftAt: 1, finishedAt: undefined },
    }),
  "paths.practisedSince": (desk, team) => desk.paths.practisedSince({ team, user: "U2" }, 0),

  "versions.addDraft": (desk, team) =>
    desk.versions.addDraft({ team, id: "D2", by: "U1", channel: "DU1", madeAt: 1 }, flowOf(team)),
  "versions.byId": (desk, team) => desk.versions.byId(team, "published"),
  "versions.numbered": (desk, team) => desk.versions.numbered(team, "cold-soup"),
  "versions.newest": (desk, team) => desk.versions.newest(team),
  "versions.publish": (desk, team) => desk.versions.publish({ team, id: "draft" }, { note: "", at: 1 }),
  "versions.ask": (desk, team) => desk.versions.ask({ team, id: "draft" }, "Please look."),
  "versions.sendBack": (desk, team) => desk.versions.sendBack({ team, id: "awaiting" }),
  "versions.discard": (desk, team) => desk.versions.discard({ team, id: "draft" }),
  "versions.retire": (desk, team) => desk.versions.retire({ team, id: "published" }),
  "versions.flowOf": async (desk, team) => (await desk.versions.flowOf({ team, hash: hashOf(team) }))?.source,
  "versions.appeals": (desk, team) => desk.versions.appeals(team),

  "challenges.add": (desk, team) => desk.challenges.add({ ...challenge(team), id: "C2" }),
  "challenges.byId": (desk, team) => desk.challenges.byId(team, "C"),
  "challenges.openIn": (desk, team) => desk.challenges.openIn(team, "C-C"),
  "challenges.pastIn": (desk, team) => desk.challenges.pastIn(team, "C-past", 5),
  "challenges.keep": (desk, team) => desk.challenges.keep({ ...challenge(team), state: "ended" }),
  "challenges.count": (desk, team) =>
    desk.challenges.count(one(team), { source: "new", user: "U1", channel: "C-C", amount: 1, at: 1 }),
  "challenges.standings": (desk, team) => desk.challenges.standings(challenge(team)),
  "challenges.counted": (desk, team) => desk.challenges.counted(one(team)),
  "challenges.join": (desk, team) => desk.challenges.join(one(team), "U9", "C-C"),
  "challenges.leave": (desk, team) => desk.challenges.leave(one(team), "U1"),
  "challenges.appear": (desk, team) =>
    desk.challenges.appear(one(team), "U1", { alias: "Other", onBoard: false }),
  "challenges.member": (desk, team) => desk.challenges.member(one(team), "U1"),
  "challenges.members": (desk, team) => desk.challenges.members(one(team)),
  "challenges.joinedBy": (desk, team) => desk.challenges.joinedBy(team, "U1"),

  "figures.contribute": (desk, team) =>
    desk.figures.contribute(
      { team, channel: "C-C", skill: "validation" },
      { user: "U9", challenge: "C", flow: "flow-9", clear: true },
    ),
  "figures.withdraw": (desk, team) => desk.figures.withdraw(one(team), "U6"),
  "figures.noteParticipation": (desk, team) =>
    desk.figures.noteParticipation(challenge(team), [{ channel: "C-C", joined: 5, total: 1 }]),
  "figures.view": (desk, team) => desk.figures.view(team, "C-C"),
  "figures.shownIn": (desk, team) => desk.figures.shownIn(team, "C-C"),
  "figures.ledBy": (desk, team) => desk.figures.ledBy(team, "U1"),

  "digests.find": (desk, team) => desk.digests.find(digest(team)),
  "digests.keep": (desk, team) => desk.digests.keep({ ...digest(team), told: 7 }),
  "digests.drop": (desk, team) => desk.digests.drop(digest(team)),

  "listening.keepStory": (desk, team) => desk.listening.keepStory({ team, id: "C2" }, story(team)),
  "listening.story": (desk, team) => desk.listening.story(one(team)),
  "listening.keepAnswer": (desk, team) => desk.listening.keepAnswer(one(team), heard(team, "U3")),
  "listening.answerOf": (desk, team) => desk.listening.answerOf(one(team), "U1"),
  "listening.answers": (desk, team) => desk.listening.answers(one(team)),
  "listening.askToQuote": (desk, team) => desk.listening.askToQuote({ ...quote(team), id: "Q2", user: "U2" }),
  "listening.quote": (desk, team) => desk.listening.quote(team, "Q"),
  "listening.quotes": (desk, team) => desk.listening.quotes(one(team)),
  "listening.settleQuote": (desk, team) => desk.listening.settleQuote(quote(team), "shown"),
  "listening.erase": (desk, team) => desk.listening.erase(one(team)),

  "kudos.give": (desk, team) => desk.kudos.give({ ...kudos(team), id: "K2" }),
  "kudos.byId": (desk, team) => desk.kudos.byId(team, "K-U1-U2"),
  "kudos.givenSince": (desk, team) => desk.kudos.givenSince(team, "U1", 0),
  "kudos.received": (desk, team) => desk.kudos.received(team, "U2", 5),
  "kudos.show": (desk, team) => desk.kudos.show(kudos(team), { channel: "C-C", as: "sent" }),
  "kudos.takeBack": (desk, team) => desk.kudos.takeBack(kudos(team)),
  "kudos.amongMembers": (desk, team) => desk.kudos.amongMembers(one(team), 0, FILLED + 1),

  "celebrations.showed": (desk, team) =>
    desk.celebrations.showed(one(team), "ended-U2", {
      ...{ user: "U2", channel: "C-C", flow: ended(team).session.flow.id, rated: {}, isFirst: false },
    }),
  "celebrations.showings": (desk, team) => desk.celebrations.showings(one(team)),
  "celebrations.mended": (desk, team) => desk.celebrations.mended(one(team), "new", "C-C"),
  "celebrations.mendedIn": (desk, team) => desk.celebrations.mendedIn(one(team), "C-C"),
  "celebrations.practisedBefore": (desk, team) => desk.celebrations.practisedBefore(team, "U1", FILLED),
  "celebrations.agree": (desk, team) =>
    desk.celebrations.agree(one(team), { ...line(team), shownAs: "nobody" }),
  "celebrations.disagree": (desk, team) => desk.celebrations.disagree(one(team), "over-U1"),
  "celebrations.lines": (desk, team) => desk.celebrations.lines(one(team)),
  "celebrations.withdraw": (desk, team) => desk.celebrations.withdraw(one(team), "U1"),
  "celebrations.forgetShown": (desk, team) => desk.celebrations.forgetShown(one(team)),
  "celebrations.ledBy": (desk, team) => desk.celebrations.ledBy(team, "U1"),
  "celebrations.boardIn": (desk, team) => desk.celebrations.boardIn(one(team), "C-C"),
  "celebrations.putBoard": (desk, team) =>
    desk.celebrations.putBoard(one(team), { channel: "C-C", message: "other", shown: "other" }),
  "celebrations.dropBoard": (desk, team) => desk.celebrations.dropBoard(one(team), "C-C"),
  "celebrations.boardLines": (desk, team) => desk.celebrations.boardLines(one(team), "C-C"),
  "celebrations.keepBoardLine": (desk, team) =>
    desk.celebrations.keepBoardLine(one(team), "C-C", { user: "U2", called: "Bo", words: "" }),
  "celebrations.dropBoardLine": (desk, team) => desk.celebrations.dropBoardLine(one(team), "U1"),
  "celebrations.forgetBoard": (desk, team) => desk.celebrations.forgetBoard(one(team)),
  "celebrations.slip": (desk, team) => desk.celebrations.slip(one(team)),
  "celebrations.keepSlip": (desk, team) =>
    desk.celebrations.keepSlip(one(team), { channel: "C-C", message: "other" }),
  "celebrations.dropSlip": (desk, team) => desk.celebrations.dropSlip(one(team)),

  "relays.of": async (desk, team) => (await desk.relays.of(one(team)))?.session.record,
  "relays.keep": (desk, team) =>
    desk.relays.keep({
      ...{
        team,
        challenge: "C2",
        channel: "C-C",
        session: playing(team).session,
        authors: [],
        newest: "sent",
      },
    }),

  "huddles.add": (desk, team) => desk.huddles.add({ ...huddle(team), id: "H2" }),
  "huddles.byId": (desk, team) => desk.huddles.byId(team, "H"),
  "huddles.openIn": (desk, team) => desk.huddles.openIn(team, "C-C"),
  "huddles.replaying": (desk, team) => desk.huddles.replaying(team, { kind: "relay", id: "C" }),
  "huddles.keep": (desk, team) => desk.huddles.keep({ ...huddle(team), state: "over" }),
  "huddles.vote": (desk, team) => desk.huddles.vote(huddle(team), "U3", 2),
  "huddles.choices": (desk, team) => desk.huddles.choices(huddle(team)),

  "settings.of": (desk, team) => desk.settings.of(team),
  "settings.change": (desk, team) => desk.settings.change(team, "U2", { secondTrainer: true }),

  "audit.write": (desk, team) =>
    desk.audit.write({ team, by: "U1", did: "audit-read", about: [`About ${team}`] }),
  "audit.read": (desk, team) => desk.audit.read(team, 5),

  "installations.find": (desk, team) => desk.installations.find(team),
  "installations.keep": (desk, team) => desk.installations.keep({ ...installation(team), keyId: "newer" }),
  "installations.remove": (desk, team) => desk.installations.remove(team),
  "installations.hold": (desk, team) => desk.installations.hold(team, Number.MAX_SAFE_INTEGER),
};
