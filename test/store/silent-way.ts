import { connect, createServer, type NetConnectOpts, type Socket } from "node:net";

/** A way to a database that can be cut without a word to either side. */
export type SilentWay = {
  /** Where the database is reached over it. */
  address: string;
  /** From now on nothing passes on the connections there are, nor does their end; new ones pass. */
  fallSilent(): void;
  close(): void;
};

/** Lays a way to the database at an address; everything passes at first. */
export async function silentWay(address: string): Promise<SilentWay> {
  const sockets = new Set<Socket>();
  let silent = new AbortController();
  const pass = (from: Socket, to: Socket, { signal }: AbortController) => {
    sockets.add(from);
    const unlessSilent = (act: () => void) => () => void (signal.aborted || act());
    from.on("data", (chunk) => unlessSilent(() => to.write(chunk))());
    from.on(
      "end",
      unlessSilent(() => to.end()),
    );
    from.on(
      "close",
      unlessSilent(() => to.destroy()),
    );
    from.on("error", () => {});
  };
  const way = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ ...farEnd(address), allowHalfOpen: true });
    pass(near, far, silent);
    pass(far, near, silent);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => way.once("listening", resolve));

  const here = new URL(address);
  here.searchParams.delete("host");
  here.host = `127.0.0.1:${(way.address() as { port: number }).port}`;
  return {
    address: here.href,
    fallSilent: () => {
      silent.abort();
      silent = new AbortController();
    },
    close: () => {
      way.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function farEnd(address: string): NetConnectOpts {
  const { hostname, port, searchParams } = new URL(address);
  const folder = searchParams.get("host");
  const number = Number(port || 5432);
  return folder?.startsWith("/")
    ? { path: `${folder}/.s.PGSQL.${number}` }
    : { host: folder ?? hostname, port: number };
}
