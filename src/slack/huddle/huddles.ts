import { randomUUID } from "node:crypto";
import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { LETTERS } from "../../challenge/huddle.ts";
import { deny } from "../deny.ts";
import { envelopeIn } from "../envelope.ts";
import { meet } from "../meet.ts";
import { note } from "../message.ts";
import { courtesy, once, type Surroundings } from "../surroundings.ts";
import { mayReplay, replayOf } from "./find-replay.ts";
import { readChoice } from "./huddle-page.ts";
import { beginHuddle, endHuddle, goOn, openedHuddle, showTurn } from "./run-huddle.ts";
import { knowAgain } from "./stop-huddle.ts";

type Press = BlockAction<ButtonAction>;

const OVER = "This replay is over, so there is nothing left to press.";
const SHOWN = "That turn was shown already. The newest one is at the end of the thread.";
const GONE =
  "That talk can't be replayed any more: it is no longer shared with this channel, or not yours to replay.";
const TAKEN = "A talk is being replayed in this channel already. One at a time is what people can follow.";
const hostOnly = (host: string) => `<@${host}> leads this one and goes on when everybody is ready.`;
const isNoted = (letter: string) =>
  `Your vote is ${letter}. You can change it until it is shown, and nobody sees that it is yours.`;

/** A team replays a talk: the host begins it and goes on, and everybody votes. */
export function huddles(app: App, around: Surroundings): void {
  const { roles, now } = around;

  app.view("huddle:begin", async ({ ack, body, view, client, context }) => {
    const { channel, source } = readChoice(view);
    if (!source) return ack({ response_action: "errors", errors: { source: "Choose a talk first." } });
    await ack();
    const host = await meet(around, client, context, body.user.id);
    const who = { user: host.user, leads: await roles.mayLead(host.team, host.user) };
    await once(around, context, async (desk, team) => {
      const may = await mayReplay(desk, team, source, who);
      const deed = { team, by: host.user, did: "relay-replayed" as const, about: [channel, source.id] };
      if (source.kind === "relay" && !may) await deny(desk, deed);
      const replay = may ? await replayOf(desk, { team, channel, now: now() }, source) : undefined;
      if (!replay) return desk.send(team, host.channel, note(GONE));
      const begun = await beginHuddle(desk, { id: randomUUID(), host, channel, replay }, now());
      if (!begun) return desk.send(team, host.channel, note(TAKEN));
      return source.kind === "relay" ? desk.audit.write(deed) : undefined;
    });
  });

  app.action<Press>(/^huddle:vote-\d$/, async ({ action, ack, body, client, context }) => {
    await ack();
    const [id = "", turn, line] = (action.value ?? "").split("/");
    const choice = Number(line);
    const letter = LETTERS[choice];
    let said: string | undefined;
    await once(around, context, async (desk, team) => {
      if (body.message) await knowAgain(desk, team, id, Number(turn), body.message.ts);
      const found = await openedHuddle(desk, team, id, now());
      if (!found) said = OVER;
      else if (found.huddle.state !== "voting" || found.huddle.turn !== Number(turn)) said = SHOWN;
      else if (letter) {
        await desk.huddles.vote(found.huddle, body.user.id, choice);
        said = isNoted(letter);
      }
    });
    await tellThere(around, client, body, said);
  });

  app.action<Press>(/^huddle:(show|next)$/, async ({ action, ack, body, client, context }) => {
    await ack();
    const [id = "", turn] = (action.value ?? "").split("/");
    const expects = action.action_id === "huddle:show" ? "voting" : "shown";
    let said: string | undefined;
    await once(around, context, async (desk, team) => {
      if (body.message) await knowAgain(desk, team, id, Number(turn), body.message.ts);
      const found = await openedHuddle(desk, team, id, now());
      if (!found) said = OVER;
      else if (found.huddle.host !== body.user.id) said = hostOnly(found.huddle.host);
      else if (found.huddle.turn !== Number(turn) || found.huddle.state !== expects) said = SHOWN;
      else await (expects === "voting" ? showTurn : goOn)(desk, found.huddle, found.replay);
    });
    await tellThere(around, client, body, said);
  });

  app.action<Press>("huddle:end", async ({ action, ack, body, client, context }) => {
    await ack();
    const user = body.user.id;
    const { team } = envelopeIn(context);
    const fromPage = body.view !== undefined;
    // From the page of the command whoever may lead can end one whose host has gone; in the thread only the host.
    const may = fromPage && (await roles.mayLead(team, user));
    const page = fromPage ? await meet(around, client, context, user) : undefined;
    let said: string | undefined;
    await once(around, context, async (desk) => {
      const found = await openedHuddle(desk, team, action.value ?? "", now());
      if (!found) said = OVER;
      else if (found.huddle.host !== user && !may) said = hostOnly(found.huddle.host);
      else await endHuddle(desk, found.huddle, found.replay);
      if (page) await desk.send(team, page.channel, { text: said ?? "The replay is over." });
    });
    if (!fromPage) await tellThere(around, client, body, said);
  });
}

// Seen only by whoever pressed, where they pressed.
async function tellThere(
  around: Surroundings,
  client: WebClient,
  { user, channel, message }: Press,
  text: string | undefined,
): Promise<void> {
  if (!text || !channel) return;
  const thread_ts = message?.thread_ts as string | undefined;
  const where = { channel: channel.id, user: user.id, ...(thread_ts ? { thread_ts } : {}) };
  await courtesy(around, client.chat.postEphemeral({ ...where, text }));
}
