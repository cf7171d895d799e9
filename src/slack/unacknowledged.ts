import type { App, ReceiverEvent } from "@slack/bolt";

/** Waits until whatever is being written down just now was acknowledged, as long as Slack waits for that. */
export type Unacknowledged = { settled(): Promise<void> };

const SLACK_WAITS = 3_000;

/** Keeps in mind what came in and was not acknowledged yet: before the line to Slack is cut, it should be. */
export function unacknowledged(app: App): Unacknowledged {
  const hear = app.processEvent.bind(app);
  const open = new Set<Promise<void>>();
  app.processEvent = (event: ReceiverEvent) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    open.add(promise);
    const settle = () => {
      open.delete(promise);
      resolve();
    };
    const ack: ReceiverEvent["ack"] = (answer) => event.ack(answer).finally(settle);
    return hear({ ...event, ack }).finally(settle);
  };
  return {
    settled: async () => {
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, SLACK_WAITS);
      await Promise.race([Promise.all(open), late.promise]);
      clearTimeout(timer);
    },
  };
}
