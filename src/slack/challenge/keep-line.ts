import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { Challenge, Member } from "../../challenge/challenge.ts";
import { lineAskedAbout, lineToShow } from "../../challenge/line-to-show.ts";
import type { Desk } from "../../store/desk.ts";
import type { Practice } from "../../store/sessions.ts";
import { meet } from "../meet.ts";
import { note } from "../message.ts";
import { own, readOwn } from "../own-values.ts";
import { once, type Surroundings } from "../surroundings.ts";
import { OVER_ALREADY } from "./join-message.ts";
import { LINE_ANSWERS, lineClosed, lineMessage, lineSentAs } from "./line-message.ts";

const DAY = 86_400_000;

const LEFT = "You are not in that challenge any more, so nothing of yours is shown.";
const GONE = "That practice is no longer kept, so no line of it is shown.";

/** Asks a member about the line to keep of a practice that counted: sparingly, and only where there is one to show. */
export async function askForLine(
  desk: Desk,
  challenge: Challenge,
  member: Member,
  { team, user, id, channel, session, retry }: Practice,
): Promise<void> {
  const line = lineToShow(session, challenge.plan.counted, retry?.turn);
  if (!line || !(await desk.firstTap(team, `challenge-line/${user}`, DAY))) return;
  const asked = { challenge: challenge.id, practice: id, ...line };
  await desk.send(team, channel, lineMessage(challenge, asked, member), undefined, lineSentAs(asked));
}

/** A member says whether a line of theirs may be shown, and changes their mind as they like until the end. */
export function keepLine(app: App, around: Surroundings): void {
  app.action<BlockAction<ButtonAction>>(
    /^challenge:line:/,
    async ({ action, ack, body, client, context }) => {
      await ack();
      const user = body.user.id;
      const answer = LINE_ANSWERS.find((one) => action.action_id === `challenge:line:${one}`) ?? "no";
      const [id, practice, quote] = readOwn(action.value, own.triple);
      const person = await meet(around, client, context, user);
      await once(around, context, async (desk, team) => {
        const say = (text: string) => desk.send(team, person.channel, note(text));
        const asked = { challenge: id, practice, quote };
        const played = await desk.practice(team, practice);
        const challenge = await desk.challenges.byId(team, id);
        if (challenge?.state !== "running") {
          // The words of the line stay with whose they are.
          if (played?.user === user)
            await desk.send(team, person.channel, lineClosed(quote, "over"), lineSentAs(asked));
          return say(OVER_ALREADY);
        }
        const member = await desk.challenges.member(challenge, user);
        if (!member) return say(LEFT);
        const own = played?.user === user ? played.session : undefined;
        const line = own && lineAskedAbout(own, quote, challenge.plan.counted);
        if (!line) return say(GONE);
        if (answer === "no") await desk.celebrations.disagree(challenge, practice);
        else {
          const kept = { practice, user, channel: member.channel, home: person.channel, quote };
          const shownAs = answer === "nobody" ? answer : member.alias ? "alias" : "name";
          await desk.celebrations.agree(challenge, { ...kept, shownAs, at: around.now() });
        }
        return desk.send(
          team,
          person.channel,
          lineMessage(challenge, { practice, ...line }, member, answer),
          lineSentAs(asked),
        );
      });
    },
  );
}
