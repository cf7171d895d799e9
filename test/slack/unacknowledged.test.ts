import { setTimeout } from "node:timers/promises";
import { pino } from "pino";
import { expect, it } from "vitest";
import { createTightrope } from "../../src/slack/tightrope.ts";
import { openStore } from "../../src/store/store.ts";
import { until } from "../slack-double/until.ts";
import { COLD_SOUP, openSlack } from "./practice-room.ts";

it("what is being written down when the app is asked to stop is acknowledged before its socket closes", async () => {
  const slack = await openSlack(["U1"]);
  const store = await openStore(":memory:");
  let doing = false;
  const tightrope = createTightrope({
    connection: { mode: "socket", botToken: slack.token, appToken: slack.appToken },
    apiUrl: slack.slackApiUrl,
    store: {
      ...store,
      once: async (envelope, work) => {
        doing = true;
        await setTimeout(200);
        return store.once(envelope, work);
      },
    },
    flows: () => [COLD_SOUP],
    command: "/practice",
    log: pino({ level: "silent" }),
  });
  await tightrope.start();
  await until(tightrope.connected);
  const delivered = slack.deliver(slack.unsent("U1").writes("Hello"));
  await until(() => doing);
  await tightrope.stop();
  expect((await delivered).status).toBe(200);
  expect(tightrope.connected()).toBe(false);
  await store.close();
  await slack.close();
});
