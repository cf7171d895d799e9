import type { Logger } from "pino";
import type { Broken, Saved } from "../store/follow-folder.ts";
import type { Store } from "../store/store.ts";
import { paragraphs } from "./checked-message.ts";
import type { ClientOf, Teams } from "./clients.ts";
import { directChannels } from "./direct-channels.ts";
import { reasonOf } from "./is-final.ts";
import { escaped, type Message } from "./message.ts";
import type { Roles } from "./roles.ts";
import { countProblems, tellProblems } from "./tell-problems.ts";

// Every instance sees the same save at about the same time, and one of them tells it.
const SAME_SAVE = 60_000;

type Ingredients = { teams: Teams; store: Store; roles: Roles; log: Logger };

/** What of a save concerns trainers: files that can't be played, those that can again, and those that are gone. */
export type ToTell = Pick<Saved, "broken" | "mended" | "gone">;

/** The kinds of problems that a team's trainers know of a file, since it was last whole. */
type ToldOf = Map<string, Set<string>>;

/**
 * Gives what tells the trainers about files of the folder that were saved and can't be played: once, and again only
 * when a problem of another kind has come in or the file is mended. Where Slack can't be reached the log has said it
 * already.
 */
export function trainersTeller(
  clientOf: ClientOf,
  { teams, store, roles, log }: Ingredients,
): (saved: ToTell) => Promise<void> {
  const toldIn = new Map<string, ToldOf>();
  const untold = (error: unknown) =>
    log.warn({ reason: reasonOf(error) }, "the trainers could not be told of a flow with problems");
  const tellIn = async (team: string, news: readonly News[]) => {
    const trainers = await roles.trainersOf(team);
    if (trainers.length === 0) return false;
    const channels = await directChannels({ log }, await clientOf(team), trainers);
    await store.together(team, async (desk) => {
      for (const { tap, message } of news) {
        if (!(await desk.firstTap(team, tap, SAME_SAVE))) continue;
        for (const { channel } of channels) await desk.send(team, channel, message);
      }
    });
    return true;
  };
  const tell = async (team: string, saved: ToTell) => {
    const told: ToldOf = toldIn.get(team) ?? new Map();
    toldIn.set(team, told);
    const news = [...newlyBroken(saved, told), ...newlyMended(saved, told)];
    if (news.length > 0 && !(await tellIn(team, news))) return;
    for (const file of saved.broken)
      told.set(file.file, new Set([...(told.get(file.file) ?? []), ...kindsOf(file)]));
    for (const { file } of saved.mended) told.delete(file);
    for (const file of saved.gone) told.delete(file);
  };
  return async (saved) => {
    if (saved.broken.length + saved.mended.length + saved.gone.length === 0) return;
    try {
      for (const team of await teams()) await tell(team, saved).catch(untold);
    } catch (error) {
      untold(error);
    }
  };
}

type News = { tap: string; message: Message };

const newlyBroken = ({ broken }: ToTell, told: ToldOf): News[] =>
  broken.flatMap((file) => {
    const fresh = [...kindsOf(file)].filter((kind) => !told.get(file.file)?.has(kind));
    if (fresh.length === 0) return [];
    return [
      { tap: `broken/${file.file}/${fresh.join()}`, message: brokenMessage(file, told.has(file.file)) },
    ];
  });

const newlyMended = ({ mended }: ToTell, told: ToldOf): News[] =>
  mended
    .filter(({ file }) => told.has(file))
    .map(({ file }) => ({ tap: `mended/${file}`, message: mendedMessage(file) }));

const kindsOf = ({ problems }: Broken) =>
  new Set(
    problems
      .filter(({ severity }) => severity === "error")
      .map(({ code }) => code)
      .sort(),
  );

function brokenMessage({ file, source, problems, plays }: Broken, again: boolean): Message {
  const still = plays
    ? "The one from before goes on being played."
    : "Nothing of it is offered until that is done.";
  const what = again
    ? "was saved again, and has a problem of another kind"
    : "was saved in the folder and can't be played";
  const head = `*${escaped(file)}* ${what}: ${countProblems(problems)}. ${still}`;
  const onwards = again
    ? []
    : ["I'll write again when it can be played, or when something else is wrong with it."];
  return paragraphs([head, ...tellProblems(problems, source), ...onwards]);
}

const mendedMessage = (file: string): Message =>
  paragraphs([`*${escaped(file)}* is mended. What was saved is used from now on.`]);
