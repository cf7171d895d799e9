import { takeAnswer } from "./acknowledge.ts";
import { isObject } from "./blocks.ts";
import { type Clock, createClock } from "./clock.ts";
import { type Courier, createCourier } from "./courier.ts";
import type { Delivery, DeliveryOptions } from "./delivery.ts";
import { echoing } from "./echo.ts";
import type { Envelope } from "./envelope.ts";
import { createFaults, type Faults } from "./faults.ts";
import { createInstallations } from "./installations.ts";
import { type Installing, installing } from "./installing.ts";
import { createInstances, type Instances } from "./instances.ts";
import { tokensRevoked } from "./life-events.ts";
import { APP_TOKEN, BOT_TOKEN, fileReader, performer, scopesOf } from "./methods.ts";
import { createOAuth } from "./oauth.ts";
import { acceptSocketMode, type SocketMode } from "./socket-mode.ts";
import { createTeam, type Team, type TeamDouble, teamDouble } from "./team.ts";
import { until } from "./until.ts";
import { addressOf, type Call, startWebApi } from "./web-api.ts";
import { counting, createWorkspace, type WorkspaceOptions } from "./workspace.ts";

const SIGNING_SECRET = "signing-secret-of-the-double";

/** Who is there, what the app may do, and where the clock stands at first, in ms since 1970. */
export type DoubleOptions = WorkspaceOptions & {
  startAt?: number;
  /** A clock of another kind than one that only tests move. */
  clock?: Clock;
  /** Whether the app hears what it said itself in DMs, as it does in Slack. Off unless asked for. */
  echo?: boolean;
};

/**
 * A Slack of one's own: the app talks to it, people act in it, tests read it back. Its tests name the fact about
 * Slack that they hold it to: A2 Bolt as it is, A3 events, A4 Socket Mode, A5 rates, A6 messages, A7 blocks, A9 Home,
 * commands and files, A10 the manifest, A11 installing. It does not disable subscriptions of an app that fails, nor
 * count 30,000 events an hour.
 */
export type SlackDouble = TeamDouble &
  Installing &
  Omit<Faults, "take"> &
  Courier &
  Instances & {
    slackApiUrl: string;
    token: string;
    appToken: string;
    signingSecret: string;
    clock: Clock;
    calls: Call[];
    /** How often the app has called a method. */
    timesCalled: (method: string) => number;
    deliveries: Delivery[];
    sockets: SocketMode;
    redeliver: (delivery: Delivery, options?: DeliveryOptions) => Promise<Delivery>;
    /** One more workspace of the same Slack, with people and channels of its own. */
    addTeam: (options: WorkspaceOptions) => TeamDouble;
    close: () => Promise<void>;
  };

/** Starts a double on a free port of this machine; `close()` it after the app. */
export async function startSlackDouble(options: DoubleOptions): Promise<SlackDouble> {
  const clock = options.clock ?? createClock(options.startAt ?? Date.UTC(2026, 0, 5, 9));
  const nextId = counting();
  const faults = createFaults(clock);
  const installations = createInstallations(clock);
  const rotation = { on: false };
  const oauth = createOAuth(installations, clock, () => rotation.on);
  const teams: Team[] = [];
  const calls: Call[] = [];
  const deliveries: Delivery[] = [];
  const instances = createInstances(SIGNING_SECRET);

  const perform = performer({
    teams,
    installations,
    oauth,
    openConnection: () => sockets.open(),
    onRevoked: (place, tokens) => void deliverAll(tokensRevoked(place, tokens)),
  });
  const server = await startWebApi(
    options.echo ? echoing(perform, teams, (envelope) => deliver(envelope)) : perform,
    fileReader(installations),
    faults,
    calls,
    scopesOf(installations),
  );
  const sockets = acceptSocketMode(server, () => addressOf(server), "A0001");
  const courier = createCourier(clock, bring);
  const { deliver } = courier;

  async function bring(envelope: Envelope, how: DeliveryOptions): Promise<Delivery> {
    const delivery = await (overSockets() ? sockets.deliver(envelope, how) : instances.post(envelope, how));
    if (how.retryNum !== undefined) delivery.retryNum = how.retryNum;
    deliveries.push(delivery);
    const team = teamOf(teams, envelope);
    if (team) takeAnswer(team.workspace, delivery);
    return delivery;
  }

  // Once an app uses Socket Mode, Slack sends nothing over HTTP any more.
  function overSockets(): boolean {
    return sockets.connected() > 0 || (sockets.everConnected() && instances.deliveringTo().length === 0);
  }

  const deliverAll = async (envelopes: Envelope[]): Promise<Delivery[]> => {
    const brought: Delivery[] = [];
    for (const envelope of envelopes) brought.push(await deliver(envelope));
    return brought;
  };

  function addTeam(about: WorkspaceOptions, token?: string): TeamDouble {
    const workspace = createWorkspace(about, clock, nextId);
    workspace.address = addressOf(server);
    const team = createTeam(workspace);
    teams.push(team);
    if (workspace.installed) installations.issue({ teams: [team], orgWide: false }, false, token);
    return teamDouble(team, deliver);
  }

  return {
    ...addTeam(options, BOT_TOKEN),
    ...installing({ teams, installations, oauth, rotation, deliverAll }),
    slackApiUrl: `${addressOf(server)}/api/`,
    token: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: SIGNING_SECRET,
    clock,
    calls,
    timesCalled: (method) => calls.filter((call) => call.method === method).length,
    deliveries,
    failNext: faults.failNext,
    failSometimes: faults.failSometimes,
    limitRates: faults.limitRates,
    sockets,
    deliverTo: instances.deliverTo,
    deliveringTo: instances.deliveringTo,
    ...courier,
    redeliver: ({ envelope }, how = {}) => deliver(envelope, { retryNum: 1, ...how }),
    addTeam: (about) => addTeam({ ...appWide(options), ...about }),
    async close() {
      // An app that was just stopped is still saying goodbye; one that was not is cut off.
      await until(() => sockets.connected() === 0, 300).catch(() => sockets.drop());
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

// The app asks every workspace for the same.
function appWide({ scopes, events }: WorkspaceOptions): Pick<WorkspaceOptions, "scopes" | "events"> {
  return { ...(scopes ? { scopes: [...scopes] } : {}), ...(events ? { events: [...events] } : {}) };
}

// An organisation's own events name no workspace; nothing is answered to them either.
function teamOf(teams: Team[], { body }: Envelope): Team | undefined {
  const id = body.team_id ?? (isObject(body.team) ? body.team.id : undefined);
  return teams.find(({ workspace }) => workspace.team.id === id);
}
