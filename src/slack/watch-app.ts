import type { App, ReceiverEvent } from "@slack/bolt";
import { WebAPIRateLimitedError } from "@slack/web-api";
import type { Watch } from "../operations/watch.ts";
import type { Watching } from "../operations/watch-store.ts";
import { deliver } from "./deliver.ts";

/** Looks on at everything that comes in: of what kind it is, and how soon Slack is told that it arrived. */
export function watchHearing(app: App, watch: Watch): void {
  const hear = app.processEvent.bind(app);
  app.processEvent = (event: ReceiverEvent) =>
    watch.over({ what: "hear", kind: kindOf(event.body) }, () => {
      const began = performance.now();
      const ack: ReceiverEvent["ack"] = async (answer) => {
        await event.ack(answer);
        watch.waited("acknowledgement", (performance.now() - began) / 1_000);
      };
      return hear({ ...event, ack });
    });
}

/** Looks on at messages on their way to Slack, as part of what they answer. */
export const watchDelivery =
  ({ watch, promised }: Watching): typeof deliver =>
  (client, outgoing, road) =>
    watch.over(
      { what: "send", kind: outgoing.kind, id: outgoing.id },
      async () => {
        try {
          const ts = await deliver(client, outgoing, road);
          promised.arrived(outgoing.id);
          return ts;
        } catch (error) {
          if (error instanceof WebAPIRateLimitedError) watch.call("limited");
          throw error;
        }
      },
      promised.because(outgoing.id) ?? "nothing known",
    );

const EVENTS = [
  "message",
  "app_home_opened",
  "app_mention",
  "app_uninstalled",
  "tokens_revoked",
  "file_shared",
];
const OTHERS = [
  "app_rate_limited",
  "block_actions",
  "block_suggestion",
  "view_submission",
  "view_closed",
  "message_action",
  "shortcut",
];

// A short list, because what Slack may send one day must not become a label of its own.
function kindOf(body: ReceiverEvent["body"]): string {
  if (typeof body.command === "string") return "command";
  const event = body.event as { type?: unknown } | undefined;
  const [kinds, type] = body.type === "event_callback" ? [EVENTS, event?.type] : [OTHERS, body.type];
  return typeof type === "string" && kinds.includes(type) ? type : "other";
}
