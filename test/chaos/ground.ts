import type { Kysely } from "kysely";
import type { Tables } from "../../src/store/tables.ts";
import type { Envelope } from "../slack-double/envelope.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import type { Mishap } from "./mishaps.ts";

/** Where a run is played: a Slack, the instances that answer in it, and the store under them. */
export type Ground = {
  slack: SlackDouble;
  /** Brings something to the instances in so many copies at once; says whether it was acknowledged. */
  bring(envelope: Envelope, copies: number, retryNum?: number): Promise<boolean>;
  /** Does some work and leaves the instances the time to answer it. */
  during(work: () => Promise<void>): Promise<void>;
  /** Lets time pass, in ms, and leaves the instances the time for what that brings. */
  pass(ms: number): Promise<void>;
  befall(mishap: Mishap): Promise<void>;
  /** Waits until nothing is left to do, and stops everything; gives what is stored then, until it is closed. */
  settle(): Promise<Kysely<Tables>>;
  /** What the instances logged, as far as it is kept. */
  logged(): string[];
  close(): Promise<void>;
};
