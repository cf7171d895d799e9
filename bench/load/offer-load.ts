import type { FakeSlack } from "./fake-slack.ts";
import { closeConnections, postMessage } from "./post-events.ts";
import type { RunningApp } from "./start-app.ts";
import { MESSAGES, type Script, writer } from "./trainees.ts";

/** What one offering came to: times in ms, sorted. */
export type Offered = {
  events: number;
  /** CPU of all instances together for each event, in ms. */
  cpu: number;
  acks: number[];
  /** From each event to the app's next post in that direct message. */
  answers: number[];
  /** From the first event to the last answer, in ms. */
  took: number;
};

/** How an app is offered messages: so many a second, or as fast as they are acknowledged on so many connections. */
export type Offer = { events: number } & ({ rate: number } | { connections: number });

/** How many trainees an offer takes; whoever is not waited for writes only once, so that no two messages become one turn. */
export const peopleFor = (offer: Offer): number =>
  "rate" in offer ? Math.ceil(offer.events / MESSAGES) : offer.events;

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
  slack.onPost = (channel) => {
    const since = waiting.get(channel);
    if (since === undefined) return;
    waiting.delete(channel);
    last = performance.now();
    answers.push(last - since);
  };
  const deliver = async (n: number) => {
    const who = writer(first + (n % people));
    const script = scripts[(first + (n % people)) % scripts.length];
    waiting.set(who.channel, performance.now());
    const app = apps[n % apps.length] as RunningApp;
    acks.push(await postMessage(app.port, who, script?.next[Math.floor(n / people)] ?? ""));
  };
  const before = await used(apps);
  const began = performance.now();
  await ("rate" in offer ? steadily(offer, deliver) : asFastAsTheyGo(offer, deliver));
  while (waiting.size > 0) {
    if (performance.now() - Math.max(last, began) > PATIENCE)
      throw new Error(`${waiting.size} of ${offer.events} messages were not answered`);
    await pause(20);
  }
  closeConnections();
  // What follows an answer, such as noting that it arrived, belongs to it.
  await pause(500);
  const cpu = ((await used(apps)) - before) / offer.events;
  const sorted = (times: number[]) => times.sort((a, b) => a - b);
  return { events: offer.events, cpu, acks: sorted(acks), answers: sorted(answers), took: last - began };
}

type Deliver = (n: number) => Promise<void>;

async function steadily({ events, rate }: { events: number; rate: number }, deliver: Deliver): Promise<void> {
  const began = performance.now();
  const under: Promise<void>[] = [];
  for (let n = 0; n < events; n++) {
    const wait = began + (n * 1_000) / rate - performance.now();
    if (wait > 1) await pause(wait);
    under.push(deliver(n));
  }
  await Promise.all(under);
}

async function asFastAsTheyGo(
  { events, connections }: { events: number; connections: number },
  deliver: Deliver,
): Promise<void> {
  let n = 0;
  const lane = async () => {
    while (n < events) await deliver(n++);
  };
  await Promise.all(Array.from({ length: connections }, lane));
}

const used = async (apps: readonly RunningApp[]) =>
  (await Promise.all(apps.map((app) => app.usage()))).reduce((sum, { cpu }) => sum + cpu, 0);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
