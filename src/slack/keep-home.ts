import type { KnownBlock } from "@slack/types";
import type { Logger } from "pino";
import type { LearningPath } from "../flow/path.ts";
import type { Desk } from "../store/desk.ts";
import type { Due } from "../store/due.ts";
import { oneByOne } from "../store/one-by-one.ts";
import { ownProgress } from "../store/own-progress.ts";
import type { Store } from "../store/store.ts";
import { adminInShort } from "./admin/admin-home.ts";
import { passesIn } from "./answer-error.ts";
import { type LookInShort, teamsInShort } from "./challenge/team-message.ts";
import { teamsLedBy } from "./challenge/teams-led.ts";
import type { ClientOf } from "./clients.ts";
import { errandsOf } from "./errand.ts";
import { homeView } from "./flow-list.ts";
import type { Library } from "./library.ts";
import { assertViewWithinLimits } from "./limits.ts";
import { pathsInShort } from "./path-message.ts";
import { progressInShort } from "./progress-message.ts";
import type { Roles } from "./roles.ts";
import { pathsSeenBy } from "./show-paths.ts";

/** Shows Home tabs, and shows them again when something in them has changed. */
export type HomeKeeper = {
  /** @throws whatever Slack's client throws. */
  show(team: string, user: string): Promise<void>;
  /** Shows one that fell due, in the background. */
  showAgain(desk: Desk, due: Due): Promise<void>;
  /** Waits for what is on its way to Slack. */
  settled(): Promise<void>;
};

type Ingredients = {
  store: Store;
  library: Library;
  paths: () => readonly LearningPath[];
  roles: Roles;
  command: string;
  log: Logger;
  now: () => number;
};

const LOOK_AGAIN = 60_000;
const LAST_KUDOS = 2;
const DAY = 86_400_000;

/**
 * The only place that publishes a Home tab: one at a time for each person, read from the store just before it
 * goes. So an older view never lands on a newer one.
 */
export function keepHome(
  clientOf: ClientOf,
  { store, library, paths, roles, command, log, now }: Ingredients,
): HomeKeeper {
  const queue = oneByOne();

  const publish = async (team: string, user: string, isOpened: boolean) => {
    const { flows, progress, kudos, seen, teams } = await store.together(team, async (desk) => {
      if (isOpened) await desk.homeOpened(team, user);
      const flows = await library(desk, team);
      return {
        flows,
        progress: await ownProgress(desk, team, user),
        kudos: await desk.kudos.received(team, user, LAST_KUDOS),
        seen: await pathsSeenBy(desk, { team, user }, { flows, paths: paths() }),
        teams: await teamsLedBy(desk, { team, user }, flows),
      };
    });
    const next = seen.own?.place?.next;
    const progressed = progressInShort(progress, flows, next, kudos);
    const walked = pathsInShort(seen, command);
    const own = seen.own ? [...walked, ...progressed] : [...progressed, ...walked];
    const client = await clientOf(team);
    const led = await stillLed(teams, team, user);
    const above = apart([...own, ...teamsInShort(led)], await administered(team, user));
    const view = homeView(flows, command, above);
    assertViewWithinLimits(view);
    await client.views.publish({ user_id: user, view });
  };

  // What is the person's own, and what they look after.
  const apart = (own: KnownBlock[], looked: KnownBlock[]): KnownBlock[] =>
    own.length > 0 && looked.length > 0 ? [...own, { type: "divider" }, ...looked] : [...own, ...looked];

  // Who may lead can change; where that can't be looked up, nothing is shown.
  const stillLed = async (teams: LookInShort[], team: string, user: string): Promise<LookInShort[]> => {
    if (teams.length === 0 || !(await isSure(roles.mayLead(team, user)))) return [];
    // Home is shown many times a day; that it was looked at is worth a line once.
    await store.together(team, async (desk) => {
      for (const { channel } of teams)
        if (await desk.firstTap(team, `home-team/${user}/${channel}`, DAY))
          await desk.audit.write({ team, by: user, did: "team-looked-at", about: [channel, "Home"] });
    });
    return teams;
  };

  const administered = async (team: string, user: string): Promise<KnownBlock[]> => {
    if (!(await isSure(roles.isAdmin(team, user)))) return [];
    const { retention } = await store.settings(team);
    const waiting = await store.together(team, (desk) => desk.waiting(team));
    return adminInShort({ whoIsWho: await roles.whoIsWho(team), retention, waiting, now: now() });
  };

  const isSure = (asked: Promise<boolean>): Promise<boolean> =>
    asked.catch((error: unknown) => {
      log.warn({ reason: String(error) }, "somebody's role could not be looked up");
      return false;
    });

  const show = (team: string, user: string, isOpened: boolean): Promise<void> =>
    queue(`${team}/${user}`, () => publish(team, user, isOpened));

  // Whatever changes or fails meanwhile leaves a due date behind, and with it another look.
  const settle = async (due: Due) => {
    const failed = await show(due.team, due.subject, false).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    if (failed) log.warn({ reason: failed.message }, "a Home tab could not be shown");
    if (!failed || passesIn(failed) === undefined) await store.onDue(due, async () => {});
  };

  const errands = errandsOf(settle, {
    now,
    lookAgain: LOOK_AGAIN,
    failed: (error) => log.error({ reason: String(error) }, "a Home tab was left as it was"),
  });
  return {
    show: (team, user) => show(team, user, true),
    showAgain: errands.fallDue,
    settled: errands.settled,
  };
}
