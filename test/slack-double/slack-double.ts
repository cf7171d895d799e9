import { takeAnswer } from "./acknowledge.ts";
import { type Clock, createClock } from "./clock.ts";
import { type Delivery, type DeliveryOptions, deliverOverHttp } from "./delivery.ts";
import type { Envelope } from "./envelope.ts";
import { createFaults, type Faults } from "./faults.ts";
import { echoOf } from "./message-events.ts";
import { APP_TOKEN, BOT_TOKEN, fileReader, performer } from "./methods.ts";
import { type Acts, createPerson, sending } from "./person.ts";
import { acceptSocketMode, type SocketMode } from "./socket-mode.ts";
import { createTickets } from "./tickets.ts";
import { until } from "./until.ts";
import { addressOf, type Call, type Perform, startWebApi } from "./web-api.ts";
import {
  createWorkspace,
  type Message,
  seenBy,
  type View,
  type Workspace,
  type WorkspaceOptions,
} from "./workspace.ts";

const SIGNING_SECRET = "signing-secret-of-the-double";

/** Who is there, what the app may do, and where the clock stands at first, in ms since 1970. */
export type DoubleOptions = WorkspaceOptions & {
  startAt?: number;
  /** Whether the app hears what it said itself in DMs, as it does in Slack. Off unless asked for. */
  echo?: boolean;
};

/** A Slack of one's own: the app talks to it, people act in it, tests read it back. */
export type SlackDouble = {
  slackApiUrl: string;
  token: string;
  appToken: string;
  signingSecret: string;
  clock: Clock;
  workspace: Workspace;
  calls: Call[];
  deliveries: Delivery[];
  failNext: Faults["failNext"];
  sockets: SocketMode;
  deliverTo: (url: string) => void;
  person: (id: string) => Acts<Promise<Delivery>>;
  unsent: (id: string) => Acts<Envelope>;
  deliver: (envelope: Envelope, options?: DeliveryOptions) => Promise<Delivery>;
  redeliver: (delivery: Delivery, options?: DeliveryOptions) => Promise<Delivery>;
  dm: (person: string) => Message[];
  slackbotDm: (person: string) => Message[];
  channel: (channel: string, person: string) => Message[];
  home: (person: string) => View | undefined;
  openView: (person: string) => View | undefined;
  close: () => Promise<void>;
};

/** Starts a double on a free port of this machine; `close()` it after the app. */
export async function startSlackDouble(options: DoubleOptions): Promise<SlackDouble> {
  const clock = createClock(options.startAt ?? Date.UTC(2026, 0, 5, 9));
  const workspace = createWorkspace(options, clock);
  const faults = createFaults();
  const calls: Call[] = [];
  const deliveries: Delivery[] = [];
  let appUrl: string | undefined;

  const tickets = createTickets(workspace);
  const perform = performer(workspace, tickets);
  const server = await startWebApi(
    options.echo ? echoing(perform) : perform,
    fileReader(workspace),
    faults,
    calls,
  );
  workspace.address = addressOf(server);
  const sockets = acceptSocketMode(server, workspace.app.id);

  function echoing(perform: Perform): Perform {
    return (method, args, token) => {
      const before = new Set(workspace.messages);
      const result = perform(method, args, token);
      const said = workspace.messages.filter(
        (one) => !before.has(one) && !one.for && workspace.channels.get(one.channel)?.kind === "im",
      );
      for (const message of said) void deliver(echoOf(workspace, message));
      return result;
    };
  }

  async function deliver(envelope: Envelope, how: DeliveryOptions = {}): Promise<Delivery> {
    // Once an app uses Socket Mode, Slack sends nothing over HTTP any more.
    if (sockets.connected() === 0 && !appUrl)
      throw new Error("Say where the app is with deliverTo(url) first.");
    const delivery =
      sockets.connected() > 0
        ? await sockets.deliver(envelope, how)
        : await deliverOverHttp(appUrl ?? "", SIGNING_SECRET, envelope, how);
    deliveries.push(delivery);
    takeAnswer(workspace, delivery);
    return delivery;
  }

  const unsent = (id: string) => createPerson(workspace, tickets, id);
  return {
    slackApiUrl: `${addressOf(server)}/api/`,
    token: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: SIGNING_SECRET,
    clock,
    workspace,
    calls,
    deliveries,
    failNext: faults.failNext,
    sockets,
    deliverTo(url) {
      appUrl = url;
    },
    person: (id) => sending(unsent(id), deliver),
    unsent,
    deliver,
    redeliver: ({ envelope }, how = {}) => deliver(envelope, { retryNum: 1, ...how }),
    dm: (person) => seenBy(workspace, person, `D${person}`),
    slackbotDm: (person) => seenBy(workspace, person, `DSLACKBOT${person}`),
    channel: (channel, person) => seenBy(workspace, person, channel),
    home: (person) => structuredClone(workspace.homes.get(person)),
    openView: (person) => structuredClone(workspace.modals.get(person)?.at(-1)),
    async close() {
      // An app that was just stopped is still saying goodbye; one that was not is cut off.
      await until(() => sockets.connected() === 0, 300).catch(sockets.drop);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
