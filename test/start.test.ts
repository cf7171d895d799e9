import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { startApp } from "./app-process.ts";

// The stand-in comes for Linux on x64 only.
const hasStandIn = existsSync(join(import.meta.dirname, "../node_modules/local-slack-linux-x64"));

it.runIf(hasStandIn)(
  "the main command opens the whole product, and ends when it is told to",
  async () => {
    const env = { ...process.env, SLACK_BOT_TOKEN: "", SLACK_APP_TOKEN: "", SLACK_SIGNING_SECRET: "" };
    const app = startApp({ args: ["app.ts"], env });
    await app.says("Press Ctrl+C to stop");
    expect(app.log()).toMatch(/Open\s+http:\/\/localhost:\d+/);
    // What goes wrong right after the welcome is seen as well.
    await setTimeout(1_000);
    expect(app.isGone(), app.log()).toBe(false);
    app.signal("SIGTERM");
    expect(await app.ended()).toEqual([0, null]);
    expect(app.log()).not.toMatch(/Error/);
  },
  60_000,
);
