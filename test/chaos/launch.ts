import type { Envelope } from "../slack-double/envelope.ts";
import type { View } from "../slack-double/workspace.ts";
import type { Ground } from "./ground.ts";

/** Somebody launches a challenge in the team's channel, before anything goes wrong. */
export async function launch(ground: Ground, lead: string, counted: string): Promise<void> {
  const acts = ground.slack.unsent(lead);
  const bring = (envelope: Envelope) =>
    ground.during(async () => {
      if (!(await ground.bring(envelope, 1))) throw new Error("The challenge could not be launched.");
    });
  const page = (): View => {
    const view = ground.slack.openView(lead);
    if (!view) throw new Error("No page of the challenge is open.");
    return view;
  };
  await bring(acts.command("/practice", "challenge", "C1"));
  await bring(acts.submits(page(), { "challenge:kind": "together" }));
  await bring(acts.submits(page(), { "challenge:goal": "50", "challenge:counted": counted }));
  await bring(acts.submits(page()));
  await ground.pass(1_000);
}
