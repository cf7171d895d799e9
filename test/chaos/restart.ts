import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { connectedTo, startApp } from "../app-process.ts";
import { type SlackDouble, startSlackDouble } from "../slack-double/slack-double.ts";
import { until } from "../slack-double/until.ts";
import { dropSchema, emptySchema } from "./schema.ts";

/** The quiet time of the project's flows, and a little more: the answer is due when the next process starts. */
const QUIET = 2_200;
const LONGEST = 60_000;

/**
 * Kills the app itself, as it is installed, while a message waits for its answer, and starts it again; says how many ms
 * after that start the customer answers. On a file of its own, or in a schema of its own on that PostgreSQL.
 */
export async function measureRestart(server: string | undefined): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "tightrope-restart-"));
  const address = server && (await emptySchema(server));
  const startAt = Date.now();
  const slack = await startSlackDouble({ people: [{ id: "U1" }], startAt });
  const clock = setInterval(() => slack.clock.advance(Date.now() - slack.clock.now()), 5);
  const env = {
    ...connectedTo(slack),
    TIGHTROPE_DB: join(folder, "tightrope.db"),
    DATABASE_URL: address ?? "",
    LOG_LEVEL: "error",
  };
  const start = () => startApp({ env });
  let app = start();
  try {
    await until(() => slack.sockets.connected() === 1, LONGEST);
    await slack.person("U1").command("/practice", "late-delivery");
    await until(() => saidIn(slack) === 1, LONGEST);
    await slack.person("U1").writes("Two broken promises, and the party is on Saturday. What would help?");
    await app.kill();
    await after(QUIET);
    const begun = performance.now();
    app = start();
    await until(() => saidIn(slack) > 1, LONGEST);
    return performance.now() - begun;
  } finally {
    await app.kill();
    clearInterval(clock);
    await slack.close();
    if (address) await dropSchema(address);
    rmSync(folder, { recursive: true, force: true });
  }
}

const saidIn = (slack: SlackDouble) => slack.dm("U1").filter(({ username }) => username).length;
