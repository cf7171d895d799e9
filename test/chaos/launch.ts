import type { Envelope } from "../slack-double/envelope.ts";
import { until } from "../slack-double/until.ts";
import type { View } from "../slack-double/workspace.ts";
import type { Ground } from "./ground.ts";
import type { Together } from "./together.ts";

/** Somebody launches a challenge in the team's channel, before anything goes wrong. */
export async function launch(ground: Ground, { lead, kind, counted, flow }: Together): Promise<void> {
  const acts = ground.slack.unsent(lead);
  const bring = (envelope: Envelope) =>
    ground.during(async () => {
      if (!(await ground.bring(envelope, 1))) throw new Error("The challenge could not be launched.");
    });
  const page = (name: string): Promise<View> =>
    until(() => {
      const view = ground.slack.openView(lead);
      return view?.callback_id === name ? view : undefined;
    }, 10_000);
  // A modal has to be opened within three seconds, and a busy machine may be slower.
  const first = async (tries: number): Promise<View> => {
    await bring(acts.command("/practice", "challenge", "C1"));
    return page("challenge:kind").catch((error: unknown) => {
      if (tries === 1) throw error;
      return first(tries - 1);
    });
  };
  await bring(acts.submits(await first(3), { "challenge:kind": kind }));
  const answers: Record<string, string> =
    kind === "together"
      ? { "challenge:goal": "50", "challenge:counted": counted }
      : { "challenge:flows": flow };
  await bring(acts.submits(await page("challenge:details"), answers));
  await bring(acts.submits(await page("challenge:post")));
  await ground.pass(1_000);
}
