import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { Flow } from "../flow/flow.ts";
import { type BeforeHeavy, beforeHeavy } from "../programme/before-heavy.ts";
import { progressOf } from "../programme/progress.ts";
import type { Desk } from "../store/desk.ts";
import type { Practice } from "../store/sessions.ts";
import { beginPractice, type Trainee } from "./begin-practice.ts";
import { meet } from "./meet.ts";
import { button, escaped, type Message, note, section } from "./message.ts";
import { readOwn, TWO_IDS } from "./own-values.ts";
import { once, type Surroundings } from "./surroundings.ts";

/** Begins a practice; a heavy one asks first, with its content note, and begins when that is answered. */
export async function beginOrAsk(
  desk: Desk,
  trainee: Trainee,
  flow: Flow | undefined,
  around: Surroundings,
): Promise<void> {
  const { team, user, channel } = trainee;
  if (!flow) {
    const gone = note("That customer is no longer available. Type practice to see who is.");
    await desk.send(team, channel, gone);
  } else if (flow.care.heavy && !(await desk.running(team, user))) {
    if (!(await desk.firstTap(team, `ask/${user}/${flow.id}`))) return;
    await ask(desk, trainee, flow, await desk.practicesOf(team, user), around);
  } else await begin(desk, trainee, flow, around);
}

/** Somebody presses Begin under the question that a heavy practice asks first. */
export function beginHeavy(app: App, around: Surroundings): void {
  app.action<BlockAction<ButtonAction>>("care:begin", async ({ action, ack, body, client, context }) => {
    await ack();
    const [wanted, lastThen] = readOwn(action.value, TWO_IDS);
    const trainee = await meet(around, client, context, body.user.id);
    await once(around, context, async (desk, team) => {
      const flow = (await around.library(desk, team)).find(({ id }) => id === wanted);
      const past = await desk.practicesOf(team, trainee.user);
      // The question was asked before the heavy practice that came last, so it is asked again.
      const asksAgain = isHeavy(past[0]) && past[0]?.id !== lastThen;
      if (flow && !asksAgain) await begin(desk, trainee, flow, around);
      else await beginOrAsk(desk, trainee, flow, around);
    });
  });
}

const begin = (desk: Desk, trainee: Trainee, flow: Flow, { seed, now }: Surroundings) =>
  beginPractice(desk, trainee, flow, { seed: seed(), now: now() });

const isHeavy = (practice: Practice | undefined) => practice?.session.flow.care.heavy ?? false;

async function ask(
  desk: Desk,
  { team, channel }: Trainee,
  flow: Flow,
  past: readonly Practice[],
  { library }: Surroundings,
): Promise<void> {
  const progress = progressOf(past.map(({ session }) => session));
  await desk.send(
    team,
    channel,
    questionOf(flow, past[0], beforeHeavy(flow, progress, await library(desk, team))),
  );
}

function questionOf(flow: Flow, last: Practice | undefined, { words, lighter }: BeforeHeavy): Message {
  const text = escaped(words.join("\n"));
  return {
    text,
    blocks: [
      section(text),
      {
        type: "actions",
        elements: [
          button("Begin", "care:begin", JSON.stringify([flow.id, last?.id ?? ""])),
          ...(lighter ? [button("Start the lighter one", `start:${lighter.id}`, lighter.id, "primary")] : []),
          button("Choose another", "practice:choose", "choose"),
        ],
      },
    ],
  };
}
