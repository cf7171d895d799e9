import { randomInt } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Logger } from "pino";
import type { Flow, SharedParts } from "../flow/flow.ts";
import type { LearningPath } from "../flow/path.ts";
import type { Watching } from "../operations/watch-store.ts";
import type { Desk } from "../store/desk.ts";
import type { Store } from "../store/store.ts";
import { challengeAlarms } from "./challenge/run-challenge.ts";
import { boardAlarms } from "./challenge/show-board.ts";
import { listeningAlarms } from "./challenge/show-lines.ts";
import { weeklyDigests } from "./challenge/weekly-digest.ts";
import { checkToken } from "./check-token.ts";
import { onlyWorkspace } from "./clients.ts";
import { type Alarms, type Clockwork, createClockwork } from "./clockwork.ts";
import { isConnected } from "./connected.ts";
import { createApp } from "./create-app.ts";
import { expireShare } from "./end-share.ts";
import { handAnswersOver } from "./hand-answers-over.ts";
import { hearOnce } from "./hear-once.ts";
import { keepHome } from "./keep-home.ts";
import { libraryOn } from "./library.ts";
import { listen } from "./listen.ts";
import { askedMemberships } from "./memberships.ts";
import { noticeLimit } from "./notice-limit.ts";
import { openToSlack } from "./open-to-slack.ts";
import { keepingAlarms } from "./own-data/own-data.ts";
import { reachSlack } from "./reach-slack.ts";
import { remindWhereTheyAre } from "./remind-where-they-are.ts";
import { type NamedElsewhere, NOBODY_NAMED, rolesFrom } from "./roles.ts";
import { createSender } from "./send-outbox.ts";
import type { Connection } from "./settings.ts";
import type { Directory } from "./share-modal.ts";
import { goOnPath } from "./show-paths.ts";
import { offeredIn } from "./surroundings.ts";
import { type ToTell, trainersTeller } from "./tell-trainers.ts";
import { unacknowledged } from "./unacknowledged.ts";
import type { Upload } from "./upload-picture.ts";
import { watchDelivery, watchHearing } from "./watch-app.ts";
import { leaveWorkspace, purges } from "./workspaces/leave-workspace.ts";
import { manyWorkspaces } from "./workspaces/many-workspaces.ts";
import { tokenDates } from "./workspaces/token-dates.ts";
import { warnInstaller } from "./workspaces/warn-installer.ts";

export type Ingredients = {
  connection: Connection;
  apiUrl: string | undefined;
  store: Store;
  /** The flows of the folder as they are now. */
  flows: () => readonly Flow[];
  /** The paths as they are now; none unless given. */
  paths?: () => readonly LearningPath[];
  /** The parts that flows of the folder share, as they are now; none unless told. */
  shared?: () => readonly SharedParts[];
  /** Whom the environment names for what; nobody unless told. */
  whoIsWho?: NamedElsewhere | undefined;
  command: string;
  log: Logger;
  /** ms since 1970. */
  now?: () => number;
  seed?: () => number;
  /** How a picture comes to be seen; as a file in Slack unless told otherwise. */
  upload?: Upload | undefined;
  /** Whom one can share with; Slack's own lists of people and channels unless told otherwise. */
  directory?: Directory | undefined;
  /** Who looks on; nobody unless told. */
  watching?: Watching | undefined;
};

/** The practice partner in Slack, ready to start. */
export type Tightrope = {
  /**
   * Finishes what a crash interrupted, connects, and keeps going; gives the port in HTTP mode. Where Slack is only out
   * of reach, it waits until it is not.
   * @throws when Slack does not accept a token.
   */
  start(): Promise<number | undefined>;
  /** Hears nothing more, finishes what is under way, and lets go of Slack; the store stays open. */
  stop(): Promise<void>;
  /** Tells the trainers about files of the folder that were saved and can't be played, and that can again. */
  tellTrainers(saved: ToTell): Promise<void>;
  /** Whether Slack can reach it. */
  connected(): boolean;
  clockwork: Clockwork;
};

/** What a crash interrupted is heard for so long (ms) before anything new is. */
const MOST_BEFORE_OPENING = 1_000;

/** Puts the Bolt app, the listeners, the outbox and the clock together. */
export function createTightrope(ingredients: Ingredients): Tightrope {
  const { connection, apiUrl, store, flows, command, log, now = Date.now, directory } = ingredients;
  const { shared = () => [], whoIsWho = NOBODY_NAMED, watching } = ingredients;
  const watch = watching?.watch;
  const library = libraryOn(flows);
  const seed = ingredients.seed ?? (() => randomInt(2 ** 31));
  const paths = ingredients.paths ?? (() => []);
  const many =
    connection.mode === "oauth" ? manyWorkspaces(connection, { store, apiUrl, log, now, watch }) : undefined;
  const app = createApp(connection, apiUrl, log, many, watch);
  const workspaces = many ?? onlyWorkspace(app.client);
  const { clientOf, teams } = workspaces;
  const hearing = hearOnce(app, clientOf, store, log);
  noticeLimit(app, log, watch);
  if (watch) watchHearing(app, watch);
  const unheard = unacknowledged(app);
  const roles = rolesFrom(whoIsWho, { store, memberships: askedMemberships(clientOf, now, log) });
  const homes = keepHome(clientOf, { store, library, paths, roles, command, log, now });
  const sender = createSender(
    clientOf,
    store,
    log,
    now,
    ingredients.upload,
    watching && watchDelivery(watching),
  );
  const reminders = remindWhereTheyAre(clientOf, { store, library, paths, log, now });
  const digests = weeklyDigests(clientOf, { store, library, roles, log, now });
  const purging = purges(store, workspaces, log, now);
  const tokens = tokenDates(
    store,
    {
      exchange: async (team) => many?.exchange(team),
      warn: async (team) => many && warnInstaller(many, team, { store, log }),
    },
    log,
    now,
  );
  const keeping = keepingAlarms(clientOf, { store, log, now });
  const offered = (desk: Desk, team: string) => offeredIn({ library, paths }, desk, team);
  const alarms: Alarms = {
    home: homes.showAgain,
    reminder: reminders.fallDue,
    path: (desk, due) =>
      offered(desk, due.team).then((found) => goOnPath(desk, due, { ...found, now: now() })),
    "share-end": (desk, due) => expireShare(desk, due, now()),
    "share-answers": (desk, due) => handAnswersOver(desk, due, now()),
    "team-digest": digests.fallDue,
    purge: purging.fallDue,
    token: tokens.fallDue,
    ...challengeAlarms({ library, command, now, seed }),
    ...listeningAlarms,
    ...boardAlarms({ now }),
    ...keeping.alarms,
  };
  const errands = [homes, reminders, digests, purging, tokens, ...keeping.errands];
  const clockwork: Clockwork = createClockwork(store, sender, log, now, {
    alarms,
    errands,
    hearAgain: hearing.again,
  });
  const around = {
    store,
    library,
    paths,
    folder: flows,
    shared,
    roles,
    command,
    now,
    seed,
    log,
    homes,
    directory,
  };
  listen(app, around);
  leaveWorkspace(app, around, workspaces);
  return {
    clockwork,
    connected: () => isConnected(app),
    tellTrainers: trainersTeller(clientOf, { teams, store, roles, log }),
    start: async () => {
      await many?.ready();
      await reachSlack(() => (many ? app.init() : checkToken(app, log)), { log });
      // First what was said before the interruption, then what is said now; whoever has to be patient with Slack is not
      // waited for.
      await hearing.again();
      await Promise.race([hearing.heard(), setTimeout(MOST_BEFORE_OPENING, undefined, { ref: false })]);
      const server = await openToSlack(app, connection, log);
      clockwork.start();
      const address = server && "address" in server ? server.address() : undefined;
      return typeof address === "object" ? address?.port : undefined;
    },
    stop: async () => {
      await unheard.settled();
      await app.stop();
      await hearing.settled();
      await clockwork.stop();
    },
  };
}
