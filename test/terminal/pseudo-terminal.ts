import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

const root = join(import.meta.dirname, "..", "..");
const PATIENCE = 10_000;

/** Whether this machine has `script`, which gives a command a terminal of its own. */
export const HAS_TERMINAL = spawnSync("script", ["--version"]).status === 0;

export const KEYS = { enter: "\r", up: "\x1b[A", down: "\x1b[B", left: "\x1b[D" } as const;

/** A person in front of a terminal: they wait for words to appear, and then press keys. */
export type Person = {
  /** Waits until these words stand somewhere below what was waited for last. */
  sees(words: string): Promise<void>;
  presses(...keys: string[]): void;
  /** Chooses by its label from a list, as soon as it is there. */
  chooses(label: string): Promise<void>;
  /** Everything that was shown, without colours, once the command has ended. */
  leaves(): Promise<string>;
  close(): void;
};

/** Runs `npm run practise` in a terminal of 80 columns. */
export function practiseInTerminal(args: string, env: Record<string, string>): Person {
  const command = `stty cols 80 rows 50; exec '${process.execPath}' src/terminal/practise.ts ${args}`;
  const child = spawn("script", ["-qec", command, "/dev/null"], {
    cwd: root,
    env: { ...process.env, TERM: "xterm", ...env },
  });
  let shown = "";
  let seen = 0;
  let noticed = () => {};
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    shown += stripVTControlCharacters(text);
    noticed();
  });
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));

  const sees = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`“${words}” was not seen in:\n${shown.slice(seen)}`)),
        PATIENCE,
      );
      noticed = () => {
        const at = shown.indexOf(words, seen);
        if (at < 0) return;
        seen = at + words.length;
        clearTimeout(late);
        noticed = () => {};
        resolve();
      };
      noticed();
    });
  const presses = (...keys: string[]) => {
    for (const key of keys) child.stdin.write(key);
  };
  return {
    sees,
    presses,
    chooses: async (label) => {
      await sees(label);
      await sees("Enter: confirm");
      for (let moves = 0; !isPointedAt(shown, label); moves++) {
        if (moves > 20) throw new Error(`“${label}” cannot be chosen in:\n${shown}`);
        presses(KEYS.down);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      seen = shown.length;
      presses(KEYS.enter);
    },
    leaves: () => ended.then(() => shown),
    close: () => void child.kill(),
  };
}

// A list draws its pointed-at line last with a full circle.
const isPointedAt = (shown: string, label: string) =>
  shown.slice(shown.lastIndexOf("●")).startsWith(`● ${label}`);
