import type { FakeSlack } from "./fake-slack.ts";
import { type Offer, type Offered, offerLoad, peopleFor } from "./offer-load.ts";
import type { RunningApp } from "./start-app.ts";
import type { Script } from "./trainees.ts";

/** One way of running an app, and what is said of it: how many instances, and on which store. */
export type Contestant = { name: string; apps: readonly RunningApp[] };

/** What offerings of one kind came to in the middle of all rounds; times in ms. */
export type Measured = {
  /** CPU for each message, with everything that follows from it. */
  cpu: number;
  /** CPU for each event. */
  cpuOfEvent: number;
  ackHalf: number;
  ackMost: number;
  answerHalf: number;
  answerMost: number;
  perSecond: number;
};

/** How the bench offers messages; each is gone through by all contestants in turn. */
export const OFFERS: Record<string, Offer> = {
  "50 a second": { messages: 750, rate: 50 },
  "200 a second": { messages: 2_400, rate: 200 },
  "as many as go": { messages: 1_500, connections: 16 },
};

const WARM_UP: Offer = { messages: 1_500, rate: 100 };
/** From this number on nobody is in the middle of a talk, and the app only answers. */
export const STRANGERS = 10_000_000;

export type Measuring = {
  rounds: number;
  /** A third of the messages. */
  quick?: boolean;
  offers?: Record<string, Offer>;
  warmUp?: Offer;
  /** Whether those write who are in no talk. */
  strangers?: boolean;
  tell(line: string): void;
};

/** Lets contestants take turns, round after round, and says of each what every offer came to. */
export async function measureLoad(
  contestants: readonly Contestant[],
  slack: FakeSlack,
  scripts: readonly Script[],
  { rounds, quick = false, offers = OFFERS, warmUp = WARM_UP, strangers = false, tell }: Measuring,
): Promise<Map<string, Map<string, Measured>>> {
  const place = new Map(contestants.map(({ name }) => [name, strangers ? STRANGERS : 0]));
  const offer = async ({ name, apps }: Contestant, whole: Offer) => {
    const what = quick ? { ...whole, messages: Math.ceil(whole.messages / 3) } : whole;
    const first = place.get(name) ?? 0;
    place.set(name, first + peopleFor(what));
    return offerLoad(apps, slack, scripts, first, what);
  };
  for (const contestant of contestants) await offer(contestant, warmUp);
  const found = new Map(contestants.map(({ name }) => [name, new Map<string, Offered[]>()]));
  for (let round = 1; round <= rounds; round++)
    for (const [what, one] of Object.entries(offers))
      for (const contestant of contestants) {
        const offered = await offer(contestant, one);
        const all = found.get(contestant.name) ?? new Map<string, Offered[]>();
        all.set(what, [...(all.get(what) ?? []), offered]);
        const each = (offered.cpu / offered.messages).toFixed(2);
        tell(`${round}/${rounds} ${what}, ${contestant.name}: ${each} ms CPU a message`);
      }
  return new Map(
    [...found].map(([name, all]) => [name, new Map([...all].map(([what, o]) => [what, summed(o)]))]),
  );
}

// Of each figure the middle one of all rounds: a disk that stands still for a moment disturbs a single round.
function summed(all: readonly Offered[]): Measured {
  const middle = (of: (one: Offered) => number) => share(all.map(of).sort(ascending), 0.5);
  return {
    cpu: middle(({ cpu, messages }) => cpu / messages),
    cpuOfEvent: middle(({ cpu, events }) => cpu / events),
    ackHalf: middle(({ acks }) => share(acks, 0.5)),
    ackMost: middle(({ acks }) => share(acks, 0.99)),
    answerHalf: middle(({ answers }) => share(answers, 0.5)),
    answerMost: middle(({ answers }) => share(answers, 0.99)),
    perSecond: middle(({ messages, took }) => (messages * 1_000) / took),
  };
}

const ascending = (a: number, b: number) => a - b;
const share = (sorted: readonly number[], part: number) => sorted[Math.floor(sorted.length * part)] ?? 0;
