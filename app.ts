import { WebAPIHTTPError, WebAPIPlatformError } from "@slack/web-api";
import { config } from "dotenv";
import { type Logger, type LoggerOptions, levels, pino } from "pino";
import own from "./package.json" with { type: "json" };
import { describeProblem } from "./src/flow/problem.ts";
import { awaitStore } from "./src/operations/await-store.ts";
import { PortTaken } from "./src/operations/health.ts";
import { leaveWhenAsked, leavingAtOnce } from "./src/operations/leave-in-time.ts";
import { type Operations, openOperations } from "./src/operations/operations.ts";
import { redacting } from "./src/operations/redact.ts";
import { tellOutages } from "./src/operations/tell-outages.ts";
import { TokenRefused } from "./src/slack/check-token.ts";
import { causeOf } from "./src/slack/is-final.ts";
import { readSettings, type Settings } from "./src/slack/settings.ts";
import { NoStandIn, startStandIn } from "./src/slack/stand-in.ts";
import { createTightrope } from "./src/slack/tightrope.ts";
import { welcome } from "./src/slack/welcome.ts";
import { rememberingIn } from "./src/store/checked-flows.ts";
import { type FlowFile, NoFlowFolder } from "./src/store/flow-folder.ts";
import { followFolder } from "./src/store/follow-folder.ts";
import { UnknownKey } from "./src/store/keyring.ts";
import { ForeignStore, NewerStore } from "./src/store/opened.ts";
import { DatabaseOutOfReach } from "./src/store/postgres.ts";
import { StoreInUse, StoreOutOfReach } from "./src/store/sqlite.ts";
import { openStore } from "./src/store/store.ts";
import { given, type Usage } from "./src/terminal/usage.ts";

given({
  command: "npm start",
  does: `Starts Tightrope.
With the tokens of a Slack workspace in the environment or in .env it answers there; without them it
opens the whole product in a local Slack with a made-up workspace, and prints its address.`,
  options: {},
  examples: [["npm start", "Ctrl+C stops it"]],
  more: "README.md lists the settings, such as SLACK_BOT_TOKEN and TIGHTROPE_FLOWS.",
} satisfies Usage);
config({ quiet: true });
const settings = readSettings(process.env);
if ("problems" in settings) {
  console.error(
    ["Tightrope cannot start yet:", ...settings.problems.map((problem) => `  - ${problem}`)].join("\n"),
  );
  process.exitCode = 1;
} else {
  await run(settings).catch((error: unknown) => {
    const words = explain(error);
    if (!words) throw error;
    console.error(words);
    process.exit(1);
  });
}

// What a person can put right is told in a sentence; everything else is our bug and keeps its stack.
function explain(error: unknown): string | undefined {
  const told = [
    StoreInUse,
    StoreOutOfReach,
    ForeignStore,
    NewerStore,
    DatabaseOutOfReach,
    NoFlowFolder,
    UnknownKey,
    PortTaken,
    TokenRefused,
  ];
  if (told.some((kind) => error instanceof kind)) return (error as Error).message;
  if (error instanceof NoStandIn)
    return `${error.message}\nYou can practise in the terminal instead:  npm run practise`;
  if (error instanceof WebAPIPlatformError || error instanceof WebAPIHTTPError)
    return `Slack refused the connection (${causeOf(error)}). Look at the tokens and at SLACK_API_URL, in the environment or .env.`;
  if (error instanceof Error && "syscall" in error && error.syscall === "listen" && "code" in error)
    return `PORT ${"port" in error ? error.port : ""} cannot be listened on (${error.code}). Name one that is free.`;
  return undefined;
}

async function run({
  connection,
  apiUrl,
  command,
  database,
  store: address,
  flows,
  whoIsWho,
  logLevel,
  operations: wanted,
  stopWithin,
}: Settings): Promise<void> {
  // The first to come and the last to go: whoever asks is told that we are starting, or stopping.
  const operations = await openOperations(wanted, own.version);
  const log = logger(connection ? logLevel : "warn", !connection, operations);
  const folder = followFolder(flows, connection ? rememberingIn(`${database}-checked`, Date.now) : undefined);
  logProblems(folder.files(), log);
  const standIn = connection ? undefined : await startStandIn(command);
  // What is tried in the stand-in goes with it, as the stand-in's own messages do.
  const open = () => openStore(standIn ? ":memory:" : address, Date.now, (words) => log.warn(words));
  const { store, watching } = operations.attend(await leavingAtOnce(awaitStore(open, log)));
  const endTelling = tellOutages(store, log);
  const tightrope = createTightrope({
    connection: connection ?? standIn?.connection ?? neverWithout(),
    apiUrl: standIn?.apiUrl ?? apiUrl,
    upload: standIn?.upload,
    directory: standIn?.directory,
    store,
    flows: folder.flows,
    paths: folder.paths,
    shared: folder.shared,
    whoIsWho: standIn?.whoIsWho(whoIsWho) ?? whoIsWho,
    command,
    log,
    watching,
  });
  const port = await leavingAtOnce(tightrope.start());
  operations.started(tightrope.connected);
  const endFollowing = folder.follow(({ live, broken, mended, gone, late }) => {
    if (late.length > 0) log.info({ flows: folder.flows().length }, "the rest of the flows was read");
    logProblems(late, log);
    for (const { file } of live) log.info({ file }, "a flow was saved, and is live");
    for (const file of gone) log.info({ file }, "a flow is gone, and no longer offered");
    logProblems(broken, log);
    void tightrope.tellTrainers({ broken, mended, gone });
  }, notFollowed(log));

  leaveWhenAsked({
    first: operations.stopping,
    stop: async () => {
      await endFollowing();
      await tightrope.stop();
      endTelling();
      await store.close();
      await standIn?.stop();
      await operations.close();
    },
    within: stopWithin,
    warn: (words) => log.warn(words),
  });
  log.info(
    { mode: connection?.mode ?? "stand-in", port, health: operations.port, flows: folder.flows().length },
    "Tightrope is running",
  );
  if (folder.flows().length === 0)
    log.warn(
      { folder: flows },
      "no flow of the folder can be played: nobody can practise until there is one",
    );
  if (standIn) console.log(welcome(standIn.url));
  // A promise that nobody waited for is no reason to end everybody's practice.
  process.on("unhandledRejection", (reason) =>
    log.error(
      { err: reason instanceof Error ? reason.message : String(reason) },
      "a promise was rejected unheard",
    ),
  );
}

function notFollowed(log: Logger) {
  return (error: unknown) =>
    log.error(
      { err: error instanceof Error ? error.stack : String(error) },
      "the folder with flows could not be read again; everything is played as before",
    );
}

function logProblems(files: readonly FlowFile[], log: Logger) {
  for (const { kind, source, problems } of files)
    for (const problem of problems.filter(({ severity }) => severity === "error"))
      log.error(
        `A ${kind === "path" ? "path" : "flow"} cannot be played.\n${describeProblem(problem, source)}`,
      );
}

function logger(level: string, forPeople: boolean, { logged }: Operations): Logger {
  const counted: LoggerOptions["hooks"] = {
    logMethod(words, write, level) {
      logged(levels.labels[level] ?? "other");
      write.apply(this, words);
    },
    streamWrite: redacting(process.env),
  };
  return pino({ level, hooks: counted, ...(forPeople ? { transport: { target: "pino-pretty" } } : {}) });
}

function neverWithout(): never {
  throw new Error("There is neither a connection nor a stand-in.");
}
