import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Answered, Going, Said } from "./instance.ts";

/** An instance in a process of its own. */
export type Child = {
  /** Opens its store and connects; gives the port where Slack is to come over HTTP. */
  go(going: Going): Promise<number>;
  /** Moves its clock to so many ms after the real one, and waits until it is, or it is gone. */
  moveClock(offset: number): Promise<void>;
  /** Ends it as an orchestrator does, and waits until it has. */
  stop(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): void;
  gone: Promise<void>;
  isGone(): boolean;
  said: string[];
};

const FILE = fileURLToPath(new URL("instance.ts", import.meta.url));
const LONGEST_START = 90_000;

/** Starts a process that has read everything it needs, and waits to be told what to do. */
export function startChild(): Child {
  const child: ChildProcess = fork(FILE, { stdio: ["ignore", "pipe", "pipe", "ipc"] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (bytes: Buffer) => void said.push(bytes.toString()));
  let isGone = false;
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => {
      isGone = true;
      resolve();
    });
  });
  const waiting = new Set<(one: Answered) => void>();
  child.on("message", (one: Answered) => {
    for (const hear of waiting) hear(one);
  });
  void gone.then(() => {
    for (const hear of waiting) hear({ failed: `An instance is gone. ${said.join("")}` });
  });
  const answered = (is: (one: Answered) => boolean) =>
    new Promise<Answered>((resolve, reject) => {
      const hear = (one: Answered) => {
        if (is(one)) resolve(one);
        else if ("failed" in one) reject(new Error(one.failed));
        else return;
        clearTimeout(late);
        waiting.delete(hear);
      };
      const late = setTimeout(
        () => hear({ failed: `An instance does not answer. ${said.join("")}` }),
        LONGEST_START,
      );
      waiting.add(hear);
    });
  const ready = answered((one) => "ready" in one);
  ready.catch(() => {});
  const tell = (words: Said) => {
    if (!isGone && child.connected) child.send(words, () => {});
  };
  return {
    go: async (going) => {
      await ready;
      const started = answered((one) => "port" in one);
      tell({ go: going });
      const { port } = (await started) as { port: number };
      return port;
    },
    moveClock: async (offset) => {
      if (isGone) return;
      const moved = answered((one) => "moved" in one && one.moved === offset);
      tell({ offset });
      // Whoever dies meanwhile has no clock.
      await moved.catch(() => {});
    },
    stop: async () => {
      tell({ stop: true });
      const late = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await gone;
      clearTimeout(late);
    },
    kill: () => void child.kill("SIGKILL"),
    gone,
    isGone: () => isGone,
    said,
  };
}
