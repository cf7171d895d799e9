import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { openDatabases } from "./load/databases.ts";
import { drawLoad } from "./load/draw-load.ts";
import { startFakeSlack } from "./load/fake-slack.ts";
import { fillStore } from "./load/fill-store.ts";
import { type Contestant, measureLoad } from "./load/measure-load.ts";
import { type RunningApp, startApp } from "./load/start-app.ts";
import { BARE, DURABLE, type Findings, tellLoad } from "./load/tell-load.ts";
import { FLOWS, makeScripts } from "./load/trainees.ts";

/** Measures messages as they come from Slack; `quick` with fewer of them and smaller stores. */
export async function benchLoad({ quick, write }: { quick: boolean; write: boolean }): Promise<void> {
  const tell = (line: string) => console.log(line);
  const rounds = quick ? 1 : 3;
  const scripts = makeScripts();
  const slack = await startFakeSlack();
  const databases = await openDatabases();
  const running: RunningApp[] = [];
  const start = async (file: string, env: Record<string, string> = {}) => {
    const app = await startApp(new URL(file, import.meta.url), slack.apiUrl, {
      TIGHTROPE_FLOWS: FLOWS,
      ...env,
    });
    running.push(app);
    return app;
  };
  const tightrope = async (address: string, sessions: number, instances = 1): Promise<RunningApp[]> => {
    await fillStore(address, sessions, scripts);
    return Promise.all(Array.from({ length: instances }, () => start("../app.ts", storeAt(address))));
  };
  const stopAll = () => Promise.all(running.splice(0).map((app) => app.stop()));
  const bare = async (): Promise<Contestant> => ({ name: BARE, apps: [await start("load/echo-app.ts")] });
  const durable = async (name: string, address: string): Promise<Contestant> => ({
    name,
    apps: [await start("load/durable-app.ts", storeAt(address))],
  });
  const everybody = async (): Promise<Contestant[]> => {
    const contestants = [
      await bare(),
      await durable(DURABLE.SQLite, databases.file("durable")),
      { name: "SQLite", apps: await tightrope(databases.file("load"), 30_000) },
    ];
    const { postgres } = databases;
    if (!postgres) tell("PostgreSQL is not there: set TEST_DATABASE_URL to measure it as well.");
    else {
      contestants.push(await durable(DURABLE.PostgreSQL, await postgres("durable")));
      for (const instances of quick ? [1, 2] : [1, 2, 4])
        contestants.push({
          name: instances === 1 ? "PostgreSQL" : `PostgreSQL, ${instances} instances`,
          apps: await tightrope(await postgres(`load_${instances}`), 30_000, instances),
        });
    }
    return contestants;
  };

  try {
    const contestants = await everybody();
    const load = await measureLoad(contestants, slack, scripts, { rounds, quick, tell });
    const simple = await measureLoad(contestants.filter(atOnce), slack, scripts, {
      rounds,
      quick,
      strangers: true,
      offers: { "100 a second": { messages: 1_500, rate: 100 } },
      tell,
    });
    await stopAll();
    const growth = await measureGrowth();
    const findings: Findings = { machine: machine(), load, simple, growth };
    tell(`\n${tellLoad(findings)}`);
    if (write) {
      writeFileSync(new URL("../docs/performance.md", import.meta.url), tellLoad(findings));
      writeFileSync(new URL("../docs/performance.svg", import.meta.url), drawLoad(findings));
    }
  } finally {
    await stopAll();
    await slack.close();
    await databases.close();
  }

  // All sizes take turns; the store of a thousand has five hundred trainees in a talk.
  async function measureGrowth(): Promise<Findings["growth"]> {
    const sizes = quick ? [1_000, 100_000] : [1_000, 100_000, 1_000_000];
    const { postgres } = databases;
    const growth: Findings["growth"] = [];
    for (const store of ["SQLite", ...(postgres ? ["PostgreSQL"] : [])]) {
      const grown: (Contestant & { sessions: number; heap: number })[] = [];
      for (const sessions of sizes) {
        const place = `grown_${sessions}`;
        const address = store === "SQLite" ? databases.file(place) : await postgres?.(place);
        const apps = await tightrope(address ?? "", sessions);
        const heap = (await apps[0]?.usage(true))?.heap ?? 0;
        grown.push({ name: `${store}, ${sessions.toLocaleString("en")} sessions`, apps, sessions, heap });
      }
      const measured = await measureLoad(grown, slack, scripts, {
        rounds,
        warmUp: { messages: 450, rate: 50 },
        offers: { "50 a second": { messages: 450, rate: 50 } },
        tell,
      });
      for (const { name, sessions, heap } of grown) {
        const found = measured.get(name)?.get("50 a second");
        if (found) growth.push({ store, sessions, heap, measured: found });
      }
      await stopAll();
    }
    return growth;
  }
}

const storeAt = (address: string): Record<string, string> =>
  address.startsWith("postgres") ? { DATABASE_URL: address } : { TIGHTROPE_DB: address };

// Those that are compared where a message is only answered.
const atOnce = ({ name }: Contestant) => [BARE, "SQLite", "PostgreSQL"].includes(name);

const machine = () => {
  const [first] = cpus();
  return `Node ${process.versions.node} on ${cpus().length} cores (${first?.model.trim() ?? "unknown"}).`;
};
