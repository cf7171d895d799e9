import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import { currentOf, join } from "../programme/membership.ts";
import type { Desk } from "../store/desk.ts";
import { type Offered, ownPlace } from "../store/own-place.ts";
import type { Walker } from "../store/path-members.ts";
import { meet } from "./meet.ts";
import { note } from "./message.ts";
import { placeMessage } from "./path-message.ts";
import { offeredIn, once, type Surroundings } from "./surroundings.ts";

type Person = Walker & { channel: string };

const GONE = note("That path is no longer offered. Type paths to see which are.");
const NOT_ON_IT = note("You are not on that path any more. Type paths to see which there are.");

/** Somebody joins a path, or leaves it. */
export function walkPath(app: App, around: Surroundings): void {
  const on = (
    action: string | RegExp,
    work: (desk: Desk, person: Person, path: string) => Promise<unknown>,
  ): void =>
    app.action<BlockAction<ButtonAction>>(action, async ({ action, ack, body, client, context }) => {
      await ack();
      const person = await meet(around, client, context, body.user.id);
      await once(around, context, (desk) => work(desk, person, action.value ?? ""));
    });

  on(/^path:join:/, async (desk, person, path) =>
    joinPath(desk, person, path, await offeredIn(around, desk, person.team), around.now()),
  );
  on("path:leave", (desk, person, path) => leavePath(desk, person, path, around.now()));
}

async function joinPath(
  desk: Desk,
  person: Person,
  id: string,
  offered: Offered,
  now: number,
): Promise<void> {
  const { team, user, channel } = person;
  const isFirstTap = await desk.firstTap(team, `path:join/${user}/${id}`);
  const path = offered.paths.find((one) => one.id === id);
  if (!path) return void (await desk.send(team, channel, GONE));
  const memberships = await desk.paths.of(person);
  const waiting = currentOf(memberships);
  const changes = join(memberships, path, now);
  if (changes.length === 0 && !isFirstTap) return;
  for (const membership of changes) await desk.paths.keep(person, membership);
  const first =
    changes.length === 0
      ? "You are on this path already."
      : waiting
        ? `You are on “${path.title}” now. “${waiting.title}” waits for you, with your place.`
        : "";
  const own = await ownPlace(desk, person, offered);
  if (own) await desk.send(team, channel, placeMessage(own, first));
}

async function leavePath(desk: Desk, person: Person, id: string, now: number): Promise<void> {
  const { team, user, channel } = person;
  const isFirstTap = await desk.firstTap(team, `path:leave/${user}/${id}`);
  const current = currentOf(await desk.paths.of(person));
  if (current?.path !== id) return void (isFirstTap && (await desk.send(team, channel, NOT_ON_IT)));
  await desk.paths.keep(person, { ...current, leftAt: now });
  const kept = `You have left “${current.title}”. Your place is kept: type paths whenever you want to go on.`;
  await desk.send(team, channel, note(kept));
}
