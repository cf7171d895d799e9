import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { Challenge } from "../../challenge/challenge.ts";
import type { Desk } from "../../store/desk.ts";
import type { Due } from "../../store/due.ts";
import type { Quote, QuoteState } from "../../store/listening.ts";
import type { Alarms } from "../clockwork.ts";
import { meet } from "../meet.ts";
import { escaped, note } from "../message.ts";
import { once, type Surroundings } from "../surroundings.ts";
import { livingIn } from "./challenge-message.ts";
import { lineIsShown, lineTakenBack, shownLine } from "./listening-message.ts";
import { LINE_IN_DOUBT } from "./lost-line.ts";

type Press = BlockAction<ButtonAction>;
/** What was pressed, and the message under which. */
type Pressed = { action: string; channel: string | undefined; ts: string | undefined };

// So long one can still press another button, once all who were asked have pressed one.
const SECOND_THOUGHTS = 10 * 60_000;
const OVER = "Lines are no longer collected for that game. What was not agreed to was not shown.";
const SHOWN_ALREADY = "That line is shown already. You can take it back with the button below it.";
const GONE = "That line is not shown any more.";
const ANSWERS = {
  named: "Thank you. It will be shown with your name.",
  unnamed: "Thank you. It will be shown without a name.",
  no: "It will not be shown to anybody.",
} as const;

const isDecided = ({ state }: Quote) => state !== "asked";

/** The outbox id of a line that is shown; it says nothing about whose it is. */
const sentAs = ({ challenge, id }: Quote) => `challenge/${challenge}/quote/${id}`;

/** Authors say, line by line, whether theirs may be shown, and take it back. */
export function showLines(app: App, around: Surroundings): void {
  const on = (action: RegExp, work: (desk: Desk, quote: Quote, pressed: Pressed) => Promise<string>) =>
    app.action<Press>(action, async ({ action: pressed, ack, body, client, context }) => {
      await ack();
      const person = await meet(around, client, context, body.user.id);
      const at = { action: pressed.action_id, channel: body.channel?.id, ts: body.message?.ts };
      await once(around, context, async (desk, team) => {
        const quote = await desk.listening.quote(team, pressed.value ?? "");
        const own = quote?.user === person.user ? quote : undefined;
        const said = own ? await work(desk, own, at) : OVER;
        return desk.send(team, person.channel, note(said));
      });
    });

  on(/^listening:quote-(named|unnamed|no)$/, async (desk, quote, { action }) => {
    if (quote.state === "shown") return SHOWN_ALREADY;
    if (quote.state === "taken back") return GONE;
    const state = action.slice("listening:quote-".length) as keyof typeof ANSWERS;
    await desk.listening.settleQuote(quote, state);
    await hurry(desk, quote, around.now());
    return ANSWERS[state];
  });

  on(/^listening:unquote$/, async (desk, quote, { channel, ts }) => {
    const { team } = quote;
    // Where Slack never said that it arrived, the press says where it stands.
    const seenAt = channel === (await placeOf(desk, quote)) ? ts : undefined;
    if (seenAt) await desk.standsAt(team, sentAs(quote), seenAt);
    else if (quote.state !== "shown") return GONE;
    else if (await desk.isGivenUp(team, sentAs(quote))) return LINE_IN_DOUBT;
    await takeLineBack(desk, quote);
    return "It is taken back, and nobody sees it there any more.";
  });
}

/** A line of a listening game is not shown any more. */
export async function takeLineBack(desk: Desk, quote: Quote): Promise<void> {
  await desk.listening.settleQuote(quote, "taken back");
  const channel = await placeOf(desk, quote);
  if (channel) await desk.remove(quote.team, channel, sentAs(quote), lineTakenBack);
}

// When everybody who was asked has pressed something, there is little to wait for.
async function hurry(desk: Desk, { team, challenge: id }: Quote, now: number): Promise<void> {
  const quotes = await desk.listening.quotes({ team, id });
  const at = now + SECOND_THOUGHTS;
  if (quotes.every(isDecided)) await desk.setDue({ team, kind: "listening-close", subject: id, at });
}

async function placeOf(desk: Desk, { team, challenge: id, user }: Quote): Promise<string | undefined> {
  const challenge = await desk.challenges.byId(team, id);
  return challenge && placeIn(desk, challenge, user);
}

async function placeIn(desk: Desk, challenge: Challenge, user: string): Promise<string | undefined> {
  const member = await desk.challenges.member(challenge, user);
  return member?.channel ?? challenge.plan.channels[0];
}

const SHOWN: readonly QuoteState[] = ["named", "unnamed"];

/** Shows the lines that their authors agreed to, and erases everything else that was written in a listening game. */
export const listeningAlarms: Alarms = {
  "listening-close": async (desk: Desk, { team, subject }: Due) => {
    const challenge = await desk.challenges.byId(team, subject);
    if (!challenge) return;
    for (const quote of await desk.listening.quotes(challenge))
      if (SHOWN.includes(quote.state)) await show(desk, challenge, quote);
    await desk.listening.erase(challenge);
  },
};

async function show(desk: Desk, challenge: Challenge, quote: Quote): Promise<void> {
  const { team } = challenge;
  const { user, channel: home, state } = quote;
  const member = await desk.challenges.member(challenge, user);
  const place = await placeIn(desk, challenge, user);
  if (!place) return;
  const name = member?.alias ? `${escaped(member.alias)} (alias)` : `<@${user}>`;
  const shown = shownLine(quote, state === "named" ? name : undefined);
  await desk.sendUnder(livingIn(challenge, place), team, place, shown, sentAs(quote));
  await desk.listening.settleQuote(quote, "shown");
  await desk.audit.write({ team, by: undefined, did: "lines-shown", about: [place, challenge.id] });
  await desk.send(team, home, lineIsShown(quote, place));
}
