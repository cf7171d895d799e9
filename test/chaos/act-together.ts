import type { Envelope } from "../slack-double/envelope.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import { type Journal, marked } from "./journal.ts";
import type { TeamAct } from "./script.ts";

/** What somebody does for their team: how its envelope is made, once more if need be, and what to note when it came through. */
export type TeamDoing = { make: () => Envelope | undefined; done?: () => void };

/** Somebody does something in the channel of their team, as far as the page in front of them lets them. */
export function actTogether(slack: SlackDouble, journal: Journal, person: string, what: TeamAct): TeamDoing {
  const acts = slack.unsent(person);
  if (what.does === "asks for the challenge")
    return { make: () => acts.command("/practice", "challenge", "C1") };
  const view = slack.openView(person);
  if (!view) return { make: () => undefined };
  if (what.does === "closes the challenge")
    return view.callback_id === "challenge:close"
      ? { make: () => acts.submits(view, { "challenge:how": what.how }) }
      : { make: () => undefined };
  if (view.callback_id === "relay:join") return { make: () => acts.submits(view) };
  if (view.callback_id !== "relay:answered") return { make: () => undefined };
  const turn = { person, line: marked(journal, what), acknowledged: false };
  journal.turns.push(turn);
  return {
    make: () => acts.submits(view, { "relay:text": turn.line }),
    done: () => {
      turn.acknowledged = true;
    },
  };
}
