import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { expect } from "vitest";
import type { Flow } from "../../src/flow/flow.ts";
import { loadFlow } from "../../src/flow/load.ts";
import type { LearningPath } from "../../src/flow/path.ts";
import { NOBODY_NAMED, type WhoIsWho } from "../../src/slack/roles.ts";
import type { Connection } from "../../src/slack/settings.ts";
import { createTightrope, type Ingredients, type Tightrope } from "../../src/slack/tightrope.ts";
import { readFlowFile } from "../../src/store/flow-folder.ts";
import type { Practice } from "../../src/store/sessions.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { type Named, NOBODY } from "../../src/store/workspace-settings.ts";
import { type SlackDouble, startSlackDouble } from "../slack-double/slack-double.ts";
import { until } from "../slack-double/until.ts";
import type { Message } from "../slack-double/workspace.ts";
import { expectTextToCarryBlocks } from "./text-carries-blocks.ts";

const flowAt = (name: string) => {
  const { flow, source, problems } = readFlowFile(fileURLToPath(new URL(name, import.meta.url)));
  if (!flow) throw new Error(JSON.stringify(problems));
  return { flow, source };
};

/** A customer whose every line is known: two seconds of quiet, asks after a minute of silence. */
const coldSoup = flowAt("cold-soup.yml");
export const COLD_SOUP = coldSoup.flow;
/** The same customer with some words changed: another flow, which can be kept and opened again. */
export function likeColdSoup(changed: Record<string, string>): Flow {
  const source = Object.entries(changed).reduce(
    (text, [from, to]) => text.replace(from, to),
    coldSoup.source,
  );
  const { flow, problems } = loadFlow(source, "cold-soup.yml");
  if (!flow) throw new Error(JSON.stringify(problems));
  return flow;
}
export const OPENING = "My soup is cold &amp; there is no &lt;spoon&gt;. Again.";
/** Said in answer to nothing in particular, in the order in which seed 1 picks them. */
export const FED = "I'm sending a hot soup to your desk myself, it will be there by one.";
export const GONE = "Calm down, it's only soup.";

/** Slack, a running Tightrope in front of it, and what a test needs to see. */
export type PracticeRoom = {
  slack: SlackDouble;
  store: Store;
  tightrope: Tightrope;
  logged: string[];
  /** Waits until everything delivered has been heard and everything that may be sent has been. */
  quiet(): Promise<void>;
  /** Lets time pass, and waits for what that brings. */
  pass(ms: number): Promise<void>;
  /** What a person was told in their direct message, without their own words. */
  told(person?: string): string[];
  /** What of it the customer said. */
  customerSaid(person?: string): string[];
  last(person?: string): Message;
  practice(person?: string): Promise<Practice | undefined>;
  /** Starts a practice from the command and waits for the opening line. */
  begin(person?: string): Promise<void>;
  /** What Slack is expected to refuse in this test. */
  refusals: string[];
  close(): Promise<void>;
};

/** The trainers whom the environment names, and whether a second one has to approve. */
export type Trainers = { ids: readonly string[]; second: boolean };

export type RoomOptions = {
  flows?: Flow[] | (() => Flow[]);
  paths?: LearningPath[];
  people?: string[];
  trainers?: Trainers | undefined;
  leads?: Named | undefined;
  admins?: Named | undefined;
  /** The channels that the app is in. */
  channels?: string[];
};

/** Starts everything; `close()` also checks what holds for every message ever sent. */
export async function openPracticeRoom(options: RoomOptions = {}): Promise<PracticeRoom> {
  const { flows = [COLD_SOUP], paths = [], people = ["U1", "U2"] } = options;
  const slack = await openSlack(people, options.channels);
  const store = await openStore(":memory:", slack.clock.now);
  const logged: string[] = [];
  const tightrope = await startTightrope(slack, store, flows, logged, paths, options);

  const quiet = async () => {
    await quietly(tightrope, store);
    // People take minutes for what a test does in an instant, so what only keeps Slack's pace may go.
    while ((await store.placesToServe()).length > 0) {
      slack.clock.advance(1_000);
      await quietly(tightrope, store);
    }
  };
  const byApp = (person: string) => slack.dm(person).filter(({ bot }) => bot);
  const room: PracticeRoom = {
    slack,
    store,
    tightrope,
    logged,
    refusals: [],
    quiet,
    pass: async (ms) => {
      // What was said before is heard before.
      await quiet();
      slack.clock.advance(ms);
      await quiet();
    },
    told: (person = "U1") => byApp(person).map(({ text }) => text),
    customerSaid: (person = "U1") =>
      byApp(person)
        .filter(({ username }) => username)
        .map(({ text }) => text),
    last: (person = "U1") => byApp(person).at(-1) ?? missing(),
    practice: (person = "U1") => runningIn(store, person),
    begin: async (person = "U1") => {
      await slack.person(person).command("/practice", "cold-soup");
      await until(() => room.customerSaid(person).length > 0);
      await quiet();
    },
    close: async () => {
      await tightrope.stop();
      await store.close();
      await slack.close();
      const refused = slack.calls.filter(({ result, fault }) => result.ok === false && !fault);
      expect(refused.map(({ result }) => result.error)).toEqual(room.refusals);
      for (const person of people) byApp(person).forEach(expectTextToCarryBlocks);
    },
  };
  return room;
}

/** A Slack where these people work, and nobody has said anything yet. */
export const openSlack = (people: string[], channels = ["C1"]): Promise<SlackDouble> =>
  startSlackDouble({
    people: people.map((id) => ({ id, name: "Ada" })),
    channels: channels.map((id) => ({ id, bot: true })),
    echo: true,
  });

/** Starts a Tightrope on a store, and tells Slack where it is. */
export async function startTightrope(
  slack: SlackDouble,
  store: Store,
  flows: Flow[] | (() => Flow[]) = [COLD_SOUP],
  logged: string[] = [],
  paths: LearningPath[] = [],
  { connection = overHttp(slack), watching, ...named }: StartOptions = {},
): Promise<Tightrope> {
  const tightrope = createTightrope({
    connection,
    apiUrl: slack.slackApiUrl,
    store,
    flows: typeof flows === "function" ? flows : () => flows,
    paths: () => paths,
    whoIsWho: whoIsWho(named),
    watching,
    command: "/practice",
    log: pino({ level: "trace" }, { write: (line: string) => void logged.push(line) }),
    now: slack.clock.now,
    seed: () => 1,
  });
  const port = await tightrope.start();
  if (port !== undefined) slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  return tightrope;
}

type StartOptions = Pick<RoomOptions, "trainers" | "leads" | "admins"> &
  Pick<Ingredients, "watching"> & { connection?: Connection };

const overHttp = ({ token: botToken, signingSecret }: SlackDouble): Connection => ({
  mode: "http",
  botToken,
  signingSecret,
  port: 0,
});

function whoIsWho({ trainers, leads = NOBODY, admins = NOBODY }: RoomOptions): WhoIsWho {
  const named = { ...NOBODY_NAMED, leads, admins };
  if (!trainers) return named;
  return { ...named, trainers: { people: trainers.ids, groups: [] }, secondTrainer: trainers.second };
}

/** Waits until everything delivered has been heard and everything that may be sent has been. */
export async function quietly(tightrope: Tightrope, store: Store): Promise<void> {
  for (let left = 1; left > 0; ) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    // Asked before the turn: what is heard during it may leave something to be sent.
    left = (await store.undone()).length;
    await tightrope.clockwork.turn();
  }
}

/** The running practice of a person, as it is kept. */
export async function runningIn(store: Store, person: string): Promise<Practice | undefined> {
  let found: Practice | undefined;
  await store.once({ team: "T0001", id: crypto.randomUUID() }, async (desk) => {
    found = await desk.running("T0001", person);
  });
  return found;
}

function missing(): never {
  throw new Error("The app has not said anything yet.");
}
