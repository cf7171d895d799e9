import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
// The stand-in comes for Linux on x64 only.
const hasStandIn = existsSync(join(root, "node_modules/local-slack-linux-x64"));

it.runIf(hasStandIn)(
  "the main command opens the whole product, and ends when it is told to",
  async () => {
    const env = { ...process.env, SLACK_BOT_TOKEN: "", SLACK_APP_TOKEN: "", SLACK_SIGNING_SECRET: "" };
    const app = spawn(process.execPath, ["app.ts"], { cwd: root, env });
    let said = "";
    const heard = new Promise<void>((resolve) => {
      for (const stream of [app.stdout, app.stderr])
        stream.on("data", (data) => {
          said += data;
          if (said.includes("Press Ctrl+C to stop")) resolve();
        });
    });
    const ended = once(app, "exit");
    await Promise.race([heard, ended]);
    expect(said).toMatch(/Open\s+http:\/\/localhost:\d+/);
    // What goes wrong right after the welcome is seen as well.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(app.exitCode, said).toBeNull();
    app.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(said).not.toMatch(/Error/);
  },
  60_000,
);
