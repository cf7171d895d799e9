import type { Kysely } from "kysely";
import { begin } from "../../../src/session/session.ts";
import { takeTurn } from "../../../src/session/take-turn.ts";
import { acquaintances } from "../../../src/store/acquaintances.ts";
import { deskOn } from "../../../src/store/desk.ts";
import { holdBack } from "../../../src/store/hold.ts";
import { markDone, noteEnvelope } from "../../../src/store/inbox.ts";
import { presence } from "../../../src/store/presence.ts";
import type { Tables } from "../../../src/store/tables.ts";
import { takeNext } from "../../../src/store/take-next.ts";
import { giveUp, markSent, setAside, unsure } from "../../../src/store/under-way.ts";
import { noteWorkspace } from "../../../src/store/workspaces.ts";
import {
  appeal,
  challenge,
  digest,
  ended,
  FILLED,
  flowOf,
  heard,
  huddle,
  installation,
  kudos,
  line,
  over,
  PEOPLE,
  peerAnswer,
  playing,
  quote,
  share,
  story,
} from "./objects.ts";

/** Who holds what in these workspaces. */
export const HOLDER = { by: "instance", gone: [] };
/** What nobody looks at here. */
export const LEFT = { messages: [], dues: [] };

/** Writes something of every kind down for a workspace. */
export async function fill(db: Kysely<Tables>, team: string): Promise<void> {
  const desk = deskOn(db, () => FILLED, LEFT);
  const one = { team, id: "C" };
  await noteWorkspace(db, team, 0);
  await noteEnvelope(db, { team, id: "E", body: { text: `Envelope of ${team}` } }, HOLDER, FILLED);
  await noteEnvelope(db, { team, id: "done", body: {} }, HOLDER, FILLED);
  await markDone(db, { team, id: "done" }, FILLED);
  await desk.homeOpened(team, "U1");
  await desk.homeOpened(team, "U2");
  await desk.keep(playing(team));
  for (const user of PEOPLE) {
    await desk.keep(over(team, user));
    await desk.learnFrom(over(team, user));
  }
  await desk.keep(ended(team));
  await desk.keepAppeal(appeal(team));
  await desk.keepRhythm({
    ...{ team, user: "U1", channel: "DU1", state: "on", from: 1, step: 0 },
    zone: `Zone/of ${team}`,
  });
  await desk.paths.keep(
    { team, user: "U1" },
    { path: "P", title: `Path of ${team}`, joinedAt: FILLED, leftAt: undefined, finishedAt: undefined },
  );
  await desk.setDue({ team, kind: "idle", subject: "playing-U1", at: FILLED });
  await desk.firstTap(team, "tap");

  for (const id of ["draft", "awaiting", "published"])
    await desk.versions.addDraft({ team, id, by: "U1", channel: "DU1", madeAt: FILLED }, flowOf(team));
  await desk.versions.ask({ team, id: "awaiting" }, `Note of ${team}`);
  await desk.versions.publish({ team, id: "published" }, { note: `Note of ${team}`, at: FILLED });

  await desk.challenges.add(challenge(team));
  await desk.challenges.add(challenge(team, "past"));
  await desk.challenges.keep({ ...challenge(team, "past"), state: "ended" });
  for (const user of PEOPLE) await desk.challenges.join(one, user, "C-C");
  await desk.challenges.appear(one, "U1", { alias: `Alias of ${team}`, onBoard: true });
  await desk.challenges.count(one, { source: "over-U1", user: "U1", channel: "C-C", amount: 1, at: FILLED });
  const showing = { user: "U1", channel: "C-C", flow: `flow-of-${team}`, rated: {}, isFirst: true };
  await desk.celebrations.showed(one, "over-U1", showing);
  await desk.celebrations.mended(one, "over-U1/1", "C-C");
  await desk.celebrations.agree(one, line(team));
  await desk.celebrations.putBoard(one, { channel: "C-C", message: "sent", shown: `Board of ${team}` });
  await desk.celebrations.keepBoardLine(one, "C-C", { user: "U1", called: `Alias of ${team}`, words: "" });
  await desk.celebrations.keepSlip(one, { channel: "C-C", message: "sent" });
  for (const [index, user] of PEOPLE.entries())
    await desk.figures.contribute(
      { team, channel: "C-C", skill: "validation" },
      { user, challenge: "C", flow: `flow-${index % 2}`, clear: true, at: FILLED },
    );
  await desk.figures.noteParticipation(challenge(team, "past"), [{ channel: "C-C", joined: 5, total: 1 }]);
  await desk.digests.keep(digest(team));
  await desk.listening.keepStory(one, story(team));
  for (const user of ["U1", "U2"]) await desk.listening.keepAnswer(one, heard(team, user));
  await desk.listening.askToQuote(quote(team));
  for (const from of PEOPLE)
    for (const to of ["U1", "U2"]) if (from !== to) await desk.kudos.give(kudos(team, from, to));
  const session = takeTurn(begin(flowOf(team), 1, "all of you"), `Reply of ${team}`);
  await desk.relays.keep({ team, challenge: "C", channel: "C-C", session, authors: ["U1"], newest: "sent" });
  await desk.huddles.add(huddle(team));
  await desk.huddles.vote(huddle(team), "U2", 1);
  await desk.shares.add(share(team));
  await desk.shares.addAnswer(peerAnswer(team));
  await desk.installations.keep(installation(team));
  await desk.audit.write({ team, by: "U1", did: "team-looked-at", about: [`Channel of ${team}`] });
  await desk.settings.change(team, "U1", { leads: { people: [`Lead of ${team}`], groups: [] } });
  await acquaintances(db, db).note({
    ...{ team, user: "U1", channel: `D-${team}`, name: `Name in ${team}` },
    ...{ called: `Shown in ${team}`, zone: "UTC", askedAt: FILLED },
  });
  await presence(db, () => FILLED).noteEverybody(team);
  await desk.homeOpened(team, "U8");

  await presence(db, () => FILLED).noteEverybody(team);
  // Somebody who has come since.
  await desk.homeOpened(team, "U7");
  await holdBack(db, { team, kind: "delete" }, FILLED);
  for (const id of ["sent", "failed", "sending", "asked", "waiting"])
    await desk.send(team, `D-${id}`, { text: `Message of ${team}` }, undefined, id);
  for (const id of ["sent", "failed", "sending", "asked"])
    await takeNext(db, { team, channel: `D-${id}` }, HOLDER, FILLED);
  await markSent(db, { team, id: "sent" }, `of ${team}`, FILLED);
  await giveUp(db, { team, id: "failed" }, HOLDER);
  await unsure(db, { team, id: "sending" }, HOLDER, FILLED);
  await setAside(db, { team, id: "asked" }, HOLDER);
}
