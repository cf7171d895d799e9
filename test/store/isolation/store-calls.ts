import type { Store } from "../../../src/store/store.ts";
import { ASKED, FILLED } from "./objects.ts";

type Call = (store: Store, team: string) => Promise<unknown>;

const due = (team: string) => ({ team, kind: "idle" as const, subject: "playing-U1", at: FILLED });
const worked = async (work: (done: (what: string) => void) => Promise<void>) => {
  const done: string[] = [];
  await work((what) => void done.push(what));
  return done;
};

/**
 * Each function of the store that works for one workspace, called with the ids that all workspaces share. A new function
 * of the store has to come in here, or below.
 */
export const STORE_CALLS: Record<string, Call> = {
  note: (store, team) => store.note({ team, id: "done", body: {} }),
  once: (store, team) => worked((done) => store.once({ team, id: "E" }, async () => done("once"))),
  onDue: (store, team) => worked((done) => store.onDue(due(team), async () => done("due"))),
  practice: (store, team) => store.practice(team, "playing-U1"),
  ownData: (store, team) => store.ownData({ team, user: "U1", channel: "D-waiting" }),
  "acquaintances.of": (store, team) => store.acquaintances.of({ team, user: "U1" }),
  "acquaintances.note": (store, team) =>
    store.acquaintances.note({
      ...{ team, user: "U1", channel: "D9", name: "Al", called: "al", zone: "UTC", askedAt: ASKED },
    }),
  "presence.noteEverybody": (store, team) => store.presence.noteEverybody(team),
  "presence.toAskAbout": (store, team) => store.presence.toAskAbout(team, ASKED, 5),
  "presence.noteAnswer": (store, team) => store.presence.noteAnswer(team, "U1", true),
  together: (store, team) => store.together(team, (desk) => desk.practice(team, "over-U1")),
  amend: (store, team) => store.amend({ team, id: "sending" }, { text: "Amended" }),
  next: (store, team) => store.next({ team, channel: "D-waiting" }),
  holdBack: (store, team) => store.holdBack({ team, kind: "delete" }, ASKED + 1),
  sent: (store, team) => store.sent({ team, id: "sending" }, "9.9"),
  putBack: (store, team) => store.putBack({ team, id: "sending" }, ASKED),
  unsure: (store, team) => store.unsure({ team, id: "sending" }, ASKED),
  unanswered: (store, team) => store.unanswered({ team, id: "sending" }, ASKED),
  setAside: (store, team) =>
    worked((done) => store.setAside({ team, id: "sending" }, async () => done("set aside"))),
  giveUp: (store, team) =>
    worked((done) => store.giveUp({ team, id: "waiting" }, async () => done("given up"))),
  settings: (store, team) => store.settings(team),
  installation: (store, team) => store.installation(team),
  purge: async (store, team) => {
    await store.together(team, (desk) => desk.installations.remove(team));
    return store.purge(team);
  },
};

/** The functions that look at all workspaces, because the clock and the outbox are one for all of them. */
export const FOR_ALL = [
  "appeals",
  "undone",
  "dueNow",
  "placesToServe",
  "whenDone",
  "takeAlong",
  "forgetOld",
  "backlog",
  "answers",
  "installed",
  "close",
] as const satisfies (keyof Store)[];
