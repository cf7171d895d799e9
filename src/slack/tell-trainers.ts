import type { Logger } from "pino";
import type { Broken } from "../store/follow-folder.ts";
import type { Store } from "../store/store.ts";
import { paragraphs } from "./checked-message.ts";
import type { ClientOf, Teams } from "./clients.ts";
import { directChannels } from "./direct-channels.ts";
import { reasonOf } from "./is-final.ts";
import { escaped, type Message } from "./message.ts";
import type { Roles } from "./roles.ts";
import { countProblems, tellProblems } from "./tell-problems.ts";

// Whoever saves often while writing is not told each time.
const ONCE_IN = 10 * 60_000;

type Ingredients = { teams: Teams; store: Store; roles: Roles; log: Logger };

/**
 * Tells the trainers about files of the folder that were saved and can't be played, each file at most once in ten
 * minutes. Where Slack can't be reached the log has said it already.
 */
export async function tellTrainers(
  clientOf: ClientOf,
  broken: readonly Broken[],
  { teams, store, roles, log }: Ingredients,
): Promise<void> {
  if (broken.length === 0) return;
  const untold = (error: unknown) =>
    log.warn({ reason: reasonOf(error) }, "the trainers could not be told of a flow with problems");
  const tellIn = async (team: string) => {
    const trainers = await roles.trainersOf(team);
    if (trainers.length === 0) return;
    const channels = await directChannels({ log }, await clientOf(team), trainers);
    await store.together(team, async (desk) => {
      for (const file of broken) {
        if (!(await desk.firstTap(team, `broken/${file.file}`, ONCE_IN))) continue;
        for (const { channel } of channels) await desk.send(team, channel, brokenMessage(file));
      }
    });
  };
  try {
    for (const team of await teams()) await tellIn(team).catch(untold);
  } catch (error) {
    untold(error);
  }
}

function brokenMessage({ file, source, problems, plays }: Broken): Message {
  const still = plays
    ? "The one from before goes on being played."
    : "Nothing of it is offered until that is done.";
  const head = `*${escaped(file)}* was saved in the folder and can't be played: ${countProblems(problems)}. ${still}`;
  return paragraphs([head, ...tellProblems(problems, source)]);
}
