import type { WebClient } from "@slack/web-api";
import type { Logger } from "pino";
import type { Broken } from "../store/follow-folder.ts";
import type { Store } from "../store/store.ts";
import { paragraphs } from "./checked-message.ts";
import { directChannels } from "./direct-channels.ts";
import { reasonOf } from "./is-final.ts";
import { escaped, type Message } from "./message.ts";
import { countProblems, tellProblems } from "./tell-problems.ts";
import type { Trainers } from "./trainers.ts";

// Whoever saves often while writing is not told each time.
const ONCE_IN = 10 * 60_000;

type Ingredients = { store: Store; trainers: Trainers; log: Logger; wake: () => void };

/**
 * Tells the trainers about files of the folder that were saved and can't be played, each file at most once in ten
 * minutes. Where Slack can't be reached the log has said it already.
 */
export async function tellTrainers(
  client: WebClient,
  broken: readonly Broken[],
  { store, trainers, log, wake }: Ingredients,
): Promise<void> {
  if (broken.length === 0 || trainers.ids.length === 0) return;
  try {
    const { team_id: team = "" } = await client.auth.test();
    const channels = await directChannels({ log }, client, trainers.ids);
    await store.together(team, async (desk) => {
      for (const file of broken) {
        if (!(await desk.firstTap(team, `broken/${file.file}`, ONCE_IN))) continue;
        for (const { channel } of channels) await desk.send(team, channel, brokenMessage(file));
      }
    });
    wake();
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, "the trainers could not be told of a flow with problems");
  }
}

function brokenMessage({ file, source, problems, plays }: Broken): Message {
  const still = plays
    ? "The one from before goes on being played."
    : "Nothing of it is offered until that is done.";
  const head = `*${escaped(file)}* was saved in the folder and can't be played: ${countProblems(problems)}. ${still}`;
  return paragraphs([head, ...tellProblems(problems, source)]);
}
