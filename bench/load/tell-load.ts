import type { Measured } from "./measure-load.ts";

/** Everything that one run has measured. */
export type Findings = {
  machine: string;
  /** By contestant and offer; the first contestant is bare Bolt. */
  load: Map<string, Map<string, Measured>>;
  /** The same for messages that are only answered. */
  simple: Map<string, Map<string, Measured>>;
  /** By store, at growing numbers of stored sessions. */
  growth: { store: string; sessions: number; measured: Measured; heap: number }[];
};

/** How long the customer waits whether more is coming, in ms; it is no part of an answer's latency. */
export const QUIET = 2_000;
export const BARE = "bare Bolt";
/** Bolt with the least that reads and loses nothing, on each store. */
export const DURABLE = { SQLite: "durable Bolt, SQLite", PostgreSQL: "durable Bolt, PostgreSQL" };

/** The page that tells what was measured. */
export function tellLoad({ machine, load, simple, growth }: Findings): string {
  return `# How fast it is

Written by \`npm run bench -- --write\`. ${machine} The apps, a Slack that accepts everything, the sender of the messages and PostgreSQL share that machine, so the ratios count more than the figures.

Each message is one that a trainee writes in a running practice: it is on disk before it is acknowledged; after a quiet time of two seconds, in which more may come, it is read and the customer of a real flow takes a turn; what the customer says is written down with the turn, posted, and noted as posted. Messages come by chance, so many a second on average. The trainees are many, in 100 workspaces, in the middle of talks of every flow of the project, and what they write was written by support agents; no customer asks meanwhile whether somebody is still there. Bare Bolt answers each of the same messages with one post and writes nothing down. Durable Bolt does the least that reads and loses nothing: it writes a message down before it acknowledges it, reads it, writes its answer down before it posts it, and notes that it did, in one small table; it knows no practices and no order, waits for nobody, and tries nothing twice. What an app posts is reported back to it, as Slack does; that is an event as well, and both have nothing to do with it. All take turns, round after round, in one run, and each figure is the middle one of its rounds. An answer is counted to the first post, without the two seconds.

![CPU for each message beside bare Bolt](performance.svg)

## Beside bare Bolt

${tableOf(load)}

${durableInWords(load)}

## A message that is only answered

Whoever is in no practice and writes gets one answer, as from bare Bolt; only the answer is on disk before the message is acknowledged, and is lost by nobody.

${tableOf(simple)}

## As sessions gather

50 messages a second. Half of the sessions are running, all with what was heard and sent in them.

${rows([
  [
    "store",
    "sessions",
    "CPU ms, a message",
    "acknowledged: half, 99 % (ms)",
    "answered: half, 99 % (ms)",
    "memory of the process (MB)",
  ],
  ...growth.map(({ store, sessions, measured: one, heap }) => [
    store,
    sessions.toLocaleString("en"),
    one.cpu.toFixed(2),
    pair(one.ackHalf, one.ackMost),
    pair(one.answerHalf - QUIET, one.answerMost - QUIET),
    (heap / 1e6).toFixed(1),
  ]),
])}

${growthInWords(growth)}
`;
}

function tableOf(load: Findings["load"]): string {
  const bare = load.get(BARE);
  const table = [...(bare?.keys() ?? [])].flatMap((offer) =>
    [...load].flatMap(([name, offers]) => {
      const one = offers.get(offer);
      if (!one) return [];
      const beside = bare?.get(offer);
      const quiet = one.answerHalf < QUIET ? 0 : QUIET;
      return [
        [
          offer,
          name,
          one.cpu.toFixed(2),
          one.cpuOfEvent.toFixed(2),
          beside ? (one.cpuOfEvent / beside.cpuOfEvent).toFixed(2) : "",
          pair(one.ackHalf, one.ackMost),
          pair(one.answerHalf - quiet, one.answerMost - quiet),
          offer.startsWith("as many") ? Math.round(one.perSecond).toString() : "",
        ],
      ];
    }),
  );
  const head = [
    "messages",
    "app",
    "CPU ms, a message",
    "an event",
    "times bare Bolt's",
    "acknowledged: half, 99 % (ms)",
    "answered: half, 99 % (ms)",
    "a second",
  ];
  return rows([head, ...table]);
}

// What reading and writing down cost whoever does them, and what everything else costs on top of it.
function durableInWords(load: Findings["load"]): string {
  return [...(load.get(BARE)?.keys() ?? [])]
    .flatMap((offer) => {
      const cpuOf = (name: string) => load.get(name)?.get(offer)?.cpuOfEvent;
      const bare = cpuOf(BARE);
      return Object.entries(DURABLE).flatMap(([store, name]) => {
        const [least, whole] = [cpuOf(name), cpuOf(store)];
        if (!bare || !least || !whole) return [];
        const [floor, beside] = [least / bare, whole / least].map((times) => times.toFixed(2));
        return `- ${offer}, ${store}: reading and writing down alone take ${floor} times the CPU of bare Bolt, and Tightrope ${beside} times the CPU of that.`;
      });
    })
    .join("\n");
}

function growthInWords(growth: Findings["growth"]): string {
  return [...new Set(growth.map(({ store }) => store))]
    .map((store) => {
      const of = growth.filter((one) => one.store === store);
      const [least, most] = [of[0], of.at(-1)];
      if (!least || !most) return "";
      const bytes = (most.heap - least.heap) / (most.sessions - least.sessions);
      const memory = bytes < 1 ? "no memory" : `${bytes.toFixed(0)} bytes of memory`;
      const slower = (most.measured.answerHalf - QUIET) / (least.measured.answerHalf - QUIET);
      const dearer = most.measured.cpu / least.measured.cpu;
      const [many, few] = [most, least].map(({ sessions }) => sessions.toLocaleString("en"));
      return `${store}: ${many} sessions take ${slower.toFixed(2)} times as long to answer in and ${dearer.toFixed(2)} times the CPU of ${few}; an idle session takes ${memory}.`;
    })
    .join("\n");
}

const pair = (half: number, most: number) => `${half.toFixed(1)}, ${most.toFixed(1)}`;

function rows([head = [], ...body]: string[][]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [row(head), row(head.map(() => "---")), ...body.map(row)].join("\n");
}
