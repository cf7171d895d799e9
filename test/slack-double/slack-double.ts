import { takeAnswer } from "./acknowledge.ts";
import { isObject } from "./blocks.ts";
import { type Clock, createClock } from "./clock.ts";
import { type Courier, createCourier } from "./courier.ts";
import { type Delivery, type DeliveryOptions, deliverOverHttp } from "./delivery.ts";
import type { Envelope } from "./envelope.ts";
import { createFaults, type Faults } from "./faults.ts";
import { createInstallations } from "./installations.ts";
import { type Installing, installing } from "./installing.ts";
import { tokensRevoked } from "./life-events.ts";
import { echoOf } from "./message-events.ts";
import { APP_TOKEN, BOT_TOKEN, fileReader, performer } from "./methods.ts";
import { createOAuth } from "./oauth.ts";
import { acceptSocketMode, type SocketMode } from "./socket-mode.ts";
import { createTeam, type Team, type TeamDouble, teamDouble } from "./team.ts";
import { until } from "./until.ts";
import { addressOf, type Call, type Perform, startWebApi } from "./web-api.ts";
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

/** A Slack of one's own: the app talks to it, people act in it, tests read it back. */
export type SlackDouble = TeamDouble &
  Installing &
  Omit<Faults, "take"> &
  Courier & {
    slackApiUrl: string;
    token: string;
    appToken: string;
    signingSecret: string;
    clock: Clock;
    calls: Call[];
    deliveries: Delivery[];
    sockets: SocketMode;
    /** Where the app is; of several addresses each delivery takes the next, as behind a load balancer. */
    deliverTo: (...urls: string[]) => void;
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
  const apps = { urls: [] as string[], turn: 0 };

  const perform = performer({
    teams,
    installations,
    oauth,
    openConnection: () => sockets.open(),
    onRevoked: (place, tokens) => void deliverAll(tokensRevoked(place, tokens)),
  });
  const server = await startWebApi(
    options.echo ? echoing(perform) : perform,
    fileReader(installations),
    faults,
    calls,
  );
  const sockets = acceptSocketMode(server, () => addressOf(server), "A0001");
  const courier = createCourier(clock, bring);
  const { deliver } = courier;

  function echoing(perform: Perform): Perform {
    return (method, args, token) => {
      const before = teams.map(({ workspace }) => workspace.messages.length);
      const result = perform(method, args, token);
      for (const [index, { workspace }] of teams.entries())
        for (const message of workspace.messages.slice(before[index])) {
          const isDm = workspace.channels.get(message.channel)?.kind === "im";
          if (isDm && !message.for) void deliver(echoOf(workspace, message));
        }
      return result;
    };
  }

  async function bring(envelope: Envelope, how: DeliveryOptions): Promise<Delivery> {
    const delivery = await (overSockets() ? sockets.deliver(envelope, how) : post(envelope, how));
    if (how.retryNum !== undefined) delivery.retryNum = how.retryNum;
    deliveries.push(delivery);
    const team = teamOf(teams, envelope);
    if (team) takeAnswer(team.workspace, delivery);
    return delivery;
  }

  // Once an app uses Socket Mode, Slack sends nothing over HTTP any more.
  function overSockets(): boolean {
    return sockets.connected() > 0 || (sockets.everConnected() && apps.urls.length === 0);
  }

  function post(envelope: Envelope, how: DeliveryOptions): Promise<Delivery> {
    const url = apps.urls[apps.turn++ % apps.urls.length];
    if (!url) throw new Error("Say where the app is with deliverTo(url) first.");
    return deliverOverHttp(url, SIGNING_SECRET, envelope, how);
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
    deliveries,
    failNext: faults.failNext,
    failSometimes: faults.failSometimes,
    limitRates: faults.limitRates,
    sockets,
    deliverTo(...urls) {
      apps.urls = urls;
    },
    ...courier,
    redeliver: ({ envelope }, how = {}) => deliver(envelope, { retryNum: 1, ...how }),
    addTeam: (about) => addTeam({ ...appWide(options), ...about }),
    async close() {
      // An app that was just stopped is still saying goodbye; one that was not is cut off.
      await until(() => sockets.connected() === 0, 300).catch(sockets.drop);
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
