import { WebClient } from "@slack/web-api";
import { pino } from "pino";
import { expect, it } from "vitest";
import { clientOptions } from "../../src/slack/client-options.ts";
import { mayStillArrive } from "../../src/slack/is-final.ts";
import { openSlack } from "./practice-room.ts";

const said = (apiUrl: string, token = "xoxb-1") =>
  new WebClient(token, clientOptions(apiUrl, pino({ level: "silent" }))).chat
    .postMessage({ channel: "C1", text: "Hello" })
    .catch((error: unknown) => error);

it("what Slack did not answer may still arrive, and what it answered or what never left us will not", async () => {
  const slack = await openSlack(["U1"]);
  slack.failNext("chat.postMessage", { kind: "lost" });
  slack.failNext("chat.postMessage", { kind: "broken", status: 503 });
  const lost = await said(slack.slackApiUrl, slack.token);
  const broken = await said(slack.slackApiUrl, slack.token);
  await slack.close();
  const nobodyThere = await said(slack.slackApiUrl, slack.token);
  expect([lost, broken, nobodyThere].map(mayStillArrive)).toEqual([true, false, false]);
});
