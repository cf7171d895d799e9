import { WebAPIPlatformError, WebAPIRequestError } from "@slack/web-api";
import { config } from "dotenv";
import { type Logger, pino } from "pino";
import { describeProblem } from "./src/flow/problem.ts";
import { readSettings, type Settings } from "./src/slack/settings.ts";
import { NoStandIn, startStandIn } from "./src/slack/stand-in.ts";
import { createTightrope } from "./src/slack/tightrope.ts";
import { welcome } from "./src/slack/welcome.ts";
import { NoFlowFolder, readFlowFolder } from "./src/store/flow-folder.ts";
import { StoreInUse, StoreOutOfReach } from "./src/store/sqlite.ts";
import { openStore } from "./src/store/store.ts";

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
  if (error instanceof StoreInUse || error instanceof StoreOutOfReach || error instanceof NoFlowFolder)
    return error.message;
  if (error instanceof NoStandIn)
    return `${error.message}\nYou can practise in the terminal instead:  npm run practise`;
  if (error instanceof WebAPIPlatformError)
    return `Slack refused the connection (${error.data.error}). Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN in the environment or .env.`;
  if (error instanceof WebAPIRequestError)
    return `Slack cannot be reached (${error.message}). Check the network, and SLACK_API_URL if you set it.`;
  return undefined;
}

async function run({
  connection,
  apiUrl,
  command,
  database,
  flows: folder,
  logLevel,
}: Settings): Promise<void> {
  const log = logger(connection ? logLevel : "warn", !connection);
  const { flows, paths } = loadFlows(folder, log);
  const standIn = connection ? undefined : await startStandIn(command);
  // What is tried in the stand-in goes with it, as the stand-in's own messages do.
  const store = await openStore(standIn ? ":memory:" : database);
  const tightrope = createTightrope({
    connection: connection ?? standIn?.connection ?? neverWithout(),
    apiUrl: standIn?.apiUrl ?? apiUrl,
    upload: standIn?.upload,
    directory: standIn?.directory,
    store,
    flows: () => flows,
    paths: () => paths,
    command,
    log,
  });
  const port = await tightrope.start();
  log.info({ mode: connection?.mode ?? "stand-in", port, flows: flows.length }, "Tightrope is running");
  if (standIn) console.log(welcome(standIn.url));

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await tightrope.stop();
    await store.close();
    await standIn?.stop();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
  // A Socket Mode reconnection that fails rejects where nobody can catch it; it tries again by itself.
  process.on("unhandledRejection", (reason) =>
    log.error(
      { err: reason instanceof Error ? reason.message : String(reason) },
      "a promise was rejected unheard",
    ),
  );
}

function loadFlows(folder: string, log: Logger) {
  const files = readFlowFolder(folder);
  for (const { kind, source, problems } of files)
    for (const problem of problems.filter(({ severity }) => severity === "error"))
      log.error(`A ${kind === "path" ? "path" : "flow"} is left out.\n${describeProblem(problem, source)}`);
  return { flows: files.flatMap(({ flow }) => flow ?? []), paths: files.flatMap(({ path }) => path ?? []) };
}

function logger(level: string, forPeople: boolean): Logger {
  return pino(forPeople ? { level, transport: { target: "pino-pretty" } } : { level });
}

function neverWithout(): never {
  throw new Error("There is neither a connection nor a stand-in.");
}
