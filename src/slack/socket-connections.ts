import { type App, type Logger, type Receiver, SocketModeReceiver } from "@slack/bolt";
import { reasonOf } from "./is-final.ts";

/** How many connections Slack lets all instances of an app have together. */
export const MOST_CONNECTIONS = 10;

// A refresh is over in a moment; what goes on failing is tried less and less often.
const PAUSES = [100, 500, 1_000, 2_000, 5_000, 10_000];
const LONGEST_PAUSE = 30_000;

type ReceiverOptions = ConstructorParameters<typeof SocketModeReceiver>[0];

/** What a number of connections, from one to ten, is opened with. */
export type ConnectionOptions = {
  appToken: string;
  connections: number;
  logger: Logger;
  clientOptions: NonNullable<NonNullable<ReceiverOptions["installerOptions"]>["clientOptions"]>;
};

/** Socket Mode connections as one receiver; `connected` says how many of them are open. */
export type SocketConnections = Receiver & { connected(): number };

/**
 * Connections that are opened again for as long as the app runs, whatever ended them. Slack's own client gives
 * up for ever once it is refused a new address, as in an outage, and waits five seconds where none are needed.
 */
export function socketConnections(options: ConnectionOptions): SocketConnections {
  const { appToken, connections, logger, clientOptions } = options;
  const receivers = Array.from(
    { length: connections },
    () =>
      new SocketModeReceiver({
        appToken,
        logger,
        autoReconnectEnabled: false,
        installerOptions: { clientOptions },
      }),
  );
  const stopping = Promise.withResolvers<void>();
  let kept: Promise<void>[] = [];
  let stopped = false;
  let open = 0;

  // Settles once it is open, or throws; `gone` settles once it no longer is.
  const connect = async ({ client }: SocketModeReceiver): Promise<{ gone: Promise<void> }> => {
    const end = Promise.withResolvers<void>();
    // Listened for beforehand, as what is opened may end in the same moment.
    client.once("disconnected", end.resolve);
    await client.start().catch((error: unknown) => {
      client.off("disconnected", end.resolve);
      // Of a connection that Slack ends before it greets, there is no error at all.
      throw error ?? new Error(`Slack ended it at once, as it does beyond ${MOST_CONNECTIONS} connections`);
    });
    open += 1;
    const gone = end.promise.then(() => {
      open -= 1;
    });
    if (stopped) await client.disconnect();
    return { gone };
  };

  const keep = async (receiver: SocketModeReceiver, opened?: { gone: Promise<void> }): Promise<void> => {
    await opened?.gone;
    for (let failures = 0; !stopped; ) {
      const pause = new Promise((resolve) => setTimeout(resolve, PAUSES[failures] ?? LONGEST_PAUSE).unref());
      if (opened || failures > 0) await Promise.race([stopping.promise, pause]);
      if (stopped) return;
      try {
        opened = await connect(receiver);
        failures = 0;
        await opened.gone;
      } catch (error) {
        failures += 1;
        logger.warn(`A connection to Slack could not be opened, and is tried again: ${reasonOf(error)}`);
      }
    }
  };

  return {
    connected: () => open,
    init(app: App) {
      for (const receiver of receivers) receiver.init(app);
    },
    // The first says whether Slack can be reached and takes the token; the others come in their own time.
    async start() {
      const [first, ...others] = receivers;
      if (!first) throw new Error("There must be at least one connection.");
      const opened = await connect(first);
      kept = [keep(first, opened), ...others.map((one) => keep(one))];
    },
    async stop() {
      stopped = true;
      stopping.resolve();
      await Promise.all(receivers.map(({ client }) => client.disconnect()));
      await Promise.all(kept);
    },
  };
}
