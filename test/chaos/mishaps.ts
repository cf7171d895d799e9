import { type Chance, oneByWeight, oneOf } from "../../src/workshop/chance.ts";
import type { Fault } from "../slack-double/faults.ts";

/** What happens to machines and not to people; times in ms. */
export type Mishap =
  | { kind: "fault"; method: string; fault: Fault }
  /** The next such call gets no answer at once, and arrives so many ms later all the same. */
  | { kind: "late call"; method: string; late: number }
  /** An instance dies at so many steps from now, or after so many ms where the clock is real; perhaps it is started again. */
  | { kind: "death"; instance: number; steps: number; ms: number; back: boolean }
  /** Everything dies while the next post is on its way, which arrives so many ms later; then everything is started again. */
  | { kind: "power cut"; late: number }
  | { kind: "instance comes" }
  | { kind: "instance goes"; instance: number }
  /** Every connection to the database is cut; every WebSocket of Slack's. */
  | { kind: "database cut"; ms: number }
  | { kind: "sockets cut" }
  | { kind: "database restarts" };

/** What the ground can bear. */
export type Limits = {
  /** About how many things each trainee does. */
  length: number;
  /** Whether there can be several instances; whether the database can be restarted. */
  several: boolean;
  restarts: boolean;
  /** Whether the clock and Slack's connections are real, so that calls may hang and sockets be cut. */
  real: boolean;
};

const METHODS = [
  "chat.postMessage",
  "chat.postMessage",
  "chat.postMessage",
  "chat.update",
  "chat.delete",
  "conversations.history",
  "files.getUploadURLExternal",
  "files.completeUploadExternal",
  "upload",
  "conversations.open",
  "users.info",
];
// Whoever is heard waits for these in real time.
const ASKED_AT_ONCE = ["conversations.open", "users.info"];
const CHANGING = ["chat.postMessage", "chat.update", "chat.update", "chat.delete"];
const FAULTS: Fault[] = [
  { kind: "lost" },
  { kind: "lost" },
  { kind: "limited", retryAfter: 3 },
  { kind: "limited", retryAfter: 40 },
  { kind: "broken" },
  { kind: "broken", status: 503 },
  { kind: "refused", error: "internal_error" },
];

// Slack is waited for ten seconds, so nothing arrives later than that.
const LATEST = 10_000;

/** Draws something that goes wrong with the machines. */
export function mishap({ several, restarts, real }: Limits, chance: Chance): Mishap {
  const kinds = [
    { often: 8, kind: "fault" },
    { often: 2, kind: "late call" },
    // A start in a process of its own takes a while.
    { often: real ? 3 : 6, kind: "death" },
    { often: real ? 1 : 2, kind: "power cut" },
    { often: several ? 2 : 0, kind: "instance comes" },
    { often: 1, kind: "instance goes" },
    { often: several ? 2 : 0, kind: "database cut" },
    { often: real ? 2 : 0, kind: "sockets cut" },
    { often: restarts ? 1 : 0, kind: "database restarts" },
  ] as const;
  const instance = Math.floor(chance() * 8);
  switch (oneByWeight(kinds, chance)?.kind) {
    case "death": {
      const steps = 1 + Math.floor(chance() * 60);
      return { kind: "death", instance, steps, ms: Math.floor(chance() * 150), back: chance() < 0.8 };
    }
    case "power cut":
      return { kind: "power cut", late: Math.floor(chance() * LATEST) };
    case "late call": {
      const method = oneOf(CHANGING, chance) ?? "chat.update";
      return { kind: "late call", method, late: Math.floor(chance() * LATEST) };
    }
    case "instance comes":
      return { kind: "instance comes" };
    case "instance goes":
      return { kind: "instance goes", instance };
    case "database cut":
      return { kind: "database cut", ms: Math.floor(chance() * 30) };
    case "sockets cut":
      return { kind: "sockets cut" };
    case "database restarts":
      return { kind: "database restarts" };
    default: {
      const method = oneOf(METHODS, chance) ?? "chat.postMessage";
      const hangs: Fault[] = real && chance() < 0.15 ? [{ kind: "hang" }] : [];
      const fault = hangs[0] ?? oneOf(FAULTS, chance) ?? { kind: "lost" };
      const isLong = fault.kind === "hang" || fault.kind === "limited";
      return ASKED_AT_ONCE.includes(method) && isLong
        ? { kind: "fault", method, fault: { kind: "limited", retryAfter: 1 } }
        : { kind: "fault", method, fault };
    }
  }
}
