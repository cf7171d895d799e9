import { progressBar } from "../../src/terminal/progress-bar.ts";
import { given, mistyped, type Usage } from "../../src/terminal/usage.ts";
import { playAll, playSeed, replay, STORES, type StoreName, storeFor, type Terms } from "./campaign.ts";
import { canHaveServer, startOwnServer } from "./own-server.ts";
import { measureRestart } from "./restart.ts";
import type { Verdict } from "./run.ts";
import { dropSchemas } from "./schema.ts";
import { endSpare } from "./spare-child.ts";

const USAGE = {
  command: "npm run chaos",
  does: `Lets teams practise while everything goes wrong, and counts what came of it.
In each run two to four trainees play flows of the project, with messages taken again, changes and
appeals, and often their team fills a meter, has a relay or plays a listening game, while what Slack
brings is doubled, late, swapped or repeated, calls fail, come late or their answers are lost,
connections are cut, and instances die and come. Afterwards everything is held against a
replay of the stored events. The plan of a run follows from its seed alone.`,
  options: {
    runs: { type: "string", default: "1000", takes: "N", does: "how many runs (1000)" },
    from: { type: "string", default: "1", takes: "N", does: "the seed of the first (1)" },
    seed: { type: "string", takes: "N", does: "play this one alone, and tell everything about it" },
    store: {
      type: "string",
      takes: "NAME",
      does: `on ${STORES.join(", ")}; each seed on its own unless told`,
    },
    length: { type: "string", default: "8", takes: "N", does: "about how many things each trainee does (8)" },
    processes: {
      type: "boolean",
      default: false,
      does: "real processes, killed with SIGKILL, and a PostgreSQL that is restarted",
    },
  },
  examples: [
    ["npm run chaos -- --seed 12", "plays run 12 again"],
    ["npm run chaos -- --processes --runs 50", "fifty runs with real processes"],
  ],
  more: `PostgreSQL takes part where it is installed as Debian installs it, or where TEST_DATABASE_URL
names one; that one is never restarted.`,
} as const satisfies Usage;

const { values } = given(USAGE);
const whole = (name: "runs" | "from" | "seed" | "length", text: string) => {
  if (!/^\d{1,9}$/.test(text)) mistyped(USAGE, `--${name} must be a whole number, such as 12.`);
  return Number(text);
};
const chosen = STORES.find((name) => name === values.store);
if (values.store !== undefined && !chosen)
  mistyped(USAGE, `There is no store "${values.store}". There are: ${STORES.join(", ")}.`);

const named = process.env.TEST_DATABASE_URL;
const own =
  !named && canHaveServer && chosen !== "memory" && chosen !== "file" ? await startOwnServer() : undefined;
const server = own ?? (named ? { address: named } : undefined);
if (chosen === "postgres" && !server)
  mistyped(USAGE, "PostgreSQL is not installed here. Install it, or name one with TEST_DATABASE_URL.");
const { processes } = values;
if (processes && chosen === "memory")
  mistyped(USAGE, "A store in memory dies with its process: take file or postgres.");
const terms: Terms = { server, processes, length: whole("length", values.length) };
const storeOf = (seed: number): StoreName => chosen ?? storeFor(seed, terms);

const seeds =
  values.seed === undefined
    ? Array.from({ length: whole("runs", values.runs) }, (_, n) => whole("from", values.from) + n)
    : [whole("seed", values.seed)];
const failed: Verdict[] = [];
const sum = { lines: 0, said: 0, mishaps: 0 };
const begun = performance.now();
const bar = progressBar(seeds.length);
try {
  for await (const verdict of playAll(seeds, processes ? 1 : 4, (seed) =>
    playSeed(seed, storeOf(seed), terms),
  )) {
    bar.step();
    for (const name of ["lines", "said", "mishaps"] as const) sum[name] += verdict[name];
    if (verdict.complaints.length === 0) continue;
    failed.push(verdict);
    bar.end();
    tell(verdict);
  }
  bar.end();
  console.log(
    `${seeds.length - failed.length} of ${seeds.length} runs were as they should be, in ${minutes(performance.now() - begun)}: ` +
      `${sum.lines} lines written, ${sum.said} lines of customers, ${sum.mishaps} mishaps.`,
  );
  if (values.seed === undefined && processes)
    for (const address of [undefined, server?.address].slice(0, server ? 2 : 1))
      console.log(
        `Killed with a message unanswered, on ${address ? "PostgreSQL" : "a file"}: ` +
          `the next process answers it ${Math.round(await measureRestart(address))} ms after its start.`,
      );
} finally {
  endSpare();
  if (!own) await dropSchemas();
  await own?.stop();
}
function tell({ seed, complaints, logged }: Verdict): void {
  console.log(
    `Run ${seed} is not as it should be. Play it again with:  ${replay(seed, storeOf(seed), terms)}`,
  );
  for (const complaint of complaints) console.log(`  - ${complaint}`);
  // Real processes do not go the very same way again.
  if (values.seed !== undefined || processes) console.log(logged.join(""));
}

function minutes(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

// What a run that broke off has left open must not keep this one from ending.
process.exit(failed.length > 0 ? 1 : 0);
