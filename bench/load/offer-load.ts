import { chanceFrom } from "../../src/workshop/chance.ts";
import type { FakeSlack } from "./fake-slack.ts";
import { closeConnections, postMessage, reportBack } from "./post-events.ts";
import type { RunningApp } from "./start-app.ts";
import { MESSAGES, type Script, writer } from "./trainees.ts";

/** What one offering came to: times in ms, sorted. */
export type Offered = {
  messages: number;
  /** What was delivered in all: the messages, and what the app did itself. */
  events: number;
  /** CPU of all instances together, in ms. */
  cpu: number;
  acks: number[];
  /** From each message to the app's next post in that direct message. */
  answers: number[];
  /** From the first message to the last answer, in ms. */
  took: number;
};

/** How an app is offered messages: so many a second, or as fast as they are acknowledged on so many connections. */
export type Offer = { messages: number } & ({ rate: number } | { connections: number });

/** How many trainees an offer takes; whoever is not waited for writes only once, so that no two messages become one turn. */
export const peopleFor = (offer: Offer): number =>
  "rate" in offer ? Math.ceil(offer.messages / MESSAGES) : offer.messages;

const PATIENCE = 60_000;

/**
 * Offers messages to instances in turn, as a load balancer does, and waits until each was answered.
 * @param first the number of the first trainee; the ones after that follow.
 */
export async function offerLoad(
  apps: readonly RunningApp[],
  slack: FakeSlack,
  scripts: readonly Script[],
  first: number,
  offer: Offer,
): Promise<Offered> {
  const people = peopleFor(offer);
  const waiting = new Map<string, number>();
  const acks: number[] = [];
  const answers: number[] = [];
  let last = 0;
  const teams = new Map<string, string>();
  const reports: Promise<void>[] = [];
  slack.onPost = (posted) => {
    const { channel, isChange } = posted;
    const team = teams.get(channel);
    // What somebody did in an earlier offering has nothing to do with this one.
    if (team === undefined) return;
    const app = apps[reports.length % apps.length] as RunningApp;
    reports.push(reportBack(app.port, team, posted));
    const since = waiting.get(channel);
    if (since === undefined || isChange) return;
    waiting.delete(channel);
    last = performance.now();
    answers.push(last - since);
  };
  const deliver = async (n: number) => {
    const who = writer(first + (n % people));
    const script = scripts[(first + (n % people)) % scripts.length];
    teams.set(who.channel, who.team);
    waiting.set(who.channel, performance.now());
    const app = apps[n % apps.length] as RunningApp;
    acks.push(await postMessage(app.port, who, script?.next[Math.floor(n / people)] ?? ""));
  };
  const before = await used(apps);
  const began = performance.now();
  await ("rate" in offer ? steadily(offer, deliver) : asFastAsTheyGo(offer, deliver));
  while (waiting.size > 0) {
    if (performance.now() - Math.max(last, began) > PATIENCE)
      throw new Error(`${waiting.size} of ${offer.messages} messages were not answered`);
    await pause(20);
  }
  // What follows an answer, such as noting that it arrived, belongs to it.
  await pause(500);
  slack.onPost = () => {};
  await Promise.all(reports);
  closeConnections();
  const cpu = (await used(apps)) - before;
  const { messages } = offer;
  const events = messages + reports.length;
  const sorted = (times: number[]) => times.sort((a, b) => a - b);
  return { messages, events, cpu, acks: sorted(acks), answers: sorted(answers), took: last - began };
}

type Deliver = (n: number) => Promise<void>;

// Nobody waits for anybody else, so the times between messages are exponential (a Poisson process). Even steps would
// bring each message just when the quiet time of an earlier one ends.
async function steadily(
  { messages, rate }: { messages: number; rate: number },
  deliver: Deliver,
): Promise<void> {
  const under: Promise<void>[] = [];
  const next = chanceFrom(messages);
  for (let n = 0, at = performance.now(); n < messages; n++) {
    const wait = at - performance.now();
    if (wait > 1) await pause(wait);
    under.push(deliver(n));
    at += (-Math.log(1 - next()) * 1_000) / rate;
  }
  await Promise.all(under);
}

async function asFastAsTheyGo(
  { messages, connections }: { messages: number; connections: number },
  deliver: Deliver,
): Promise<void> {
  let n = 0;
  const lane = async () => {
    while (n < messages) await deliver(n++);
  };
  await Promise.all(Array.from({ length: connections }, lane));
}

const used = async (apps: readonly RunningApp[]) =>
  (await Promise.all(apps.map((app) => app.usage()))).reduce((sum, { cpu }) => sum + cpu, 0);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
