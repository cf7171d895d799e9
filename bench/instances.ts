import { type CpuShare, cpuShare } from "./load/cpu-share.ts";
import { openDatabases } from "./load/databases.ts";
import { startFakeSlack } from "./load/fake-slack.ts";
import { fillStore } from "./load/fill-store.ts";
import { type Offered, offerLoad } from "./load/offer-load.ts";
import { type RunningApp, startApp } from "./load/start-app.ts";
import { QUIET } from "./load/tell-load.ts";
import { FLOWS, makeScripts } from "./load/trainees.ts";

/** Little enough that the database, and whoever sends the messages, always have time. */
const SHARE = 0.2;
const WARM_UP = { messages: 300, connections: 8 };
const OFFER = { messages: 1_200, connections: 64 };
const ROUNDS = 3;

/**
 * Measures how much more two instances carry than one, each held to a fifth of a core, so that neither the database
 * nor this machine is the limit. They take turns, round after round.
 */
export async function benchInstances(): Promise<void> {
  const scripts = makeScripts();
  const slack = await startFakeSlack();
  const databases = await openDatabases();
  const { postgres } = databases;
  if (!postgres) throw new Error("PostgreSQL is not there: set TEST_DATABASE_URL.");
  const shares: CpuShare[] = [];
  const running: RunningApp[] = [];
  const start = async (instances: number) => {
    const address = await postgres(`instances_${instances}`);
    await fillStore(address, 30_000, scripts);
    const env = { TIGHTROPE_FLOWS: FLOWS, DATABASE_URL: address };
    const apps = await Promise.all(
      Array.from({ length: instances }, () =>
        startApp(new URL("../app.ts", import.meta.url), slack.apiUrl, env),
      ),
    );
    running.push(...apps);
    let first = 0;
    return async (offer: typeof OFFER) => {
      first += offer.messages;
      return offerLoad(apps, slack, scripts, first - offer.messages, offer);
    };
  };
  // The customer's quiet time is no work.
  const perSecond = ({ messages, took }: Offered) => (messages * 1_000) / (took - QUIET);

  try {
    const contestants = [await start(1), await start(2)] as const;
    for (const offer of contestants) await offer(WARM_UP);
    for (const [index, { pid }] of running.entries()) {
      const share = cpuShare(`tightrope-bench-${process.pid}-${index}`, SHARE);
      shares.push(share);
      share.hold(pid);
    }
    const carried: [number[], number[]] = [[], []];
    for (let round = 1; round <= ROUNDS; round++)
      for (const index of [0, 1] as const) {
        const found = perSecond(await contestants[index](OFFER));
        carried[index].push(found);
        console.log(
          `${round}/${ROUNDS} ${index + 1} of a fifth of a core: ${found.toFixed(1)} messages a second`,
        );
      }
    const [one, two] = carried.map((all) => all.reduce((sum, each) => sum + each, 0) / ROUNDS) as [
      number,
      number,
    ];
    console.log(`Two instances carry ${(two / one).toFixed(2)} times what one does.`);
  } finally {
    await Promise.all(running.map((app) => app.stop()));
    for (const share of shares) share.remove();
    await slack.close();
    await databases.close();
  }
}
