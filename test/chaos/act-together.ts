import { elements, objects } from "../slack-double/blocks.ts";
import type { Envelope } from "../slack-double/envelope.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import type { Message } from "../slack-double/workspace.ts";
import { type Journal, marked } from "./journal.ts";
import { newest } from "./newest.ts";
import type { TeamAct } from "./script.ts";

/** What somebody does for their team: how its envelope is made, once more if need be, and what to note when it came through. */
export type TeamDoing = { make: () => Envelope | undefined; done?: () => void };

/** What somebody is told of whom a line may be shown and may not have arrived. */
export const IN_DOUBT = /^Slack did not say whether your line arrived/;

const NOTHING: TeamDoing = { make: () => undefined };

/** Somebody does something in the channel of their team, as far as the page in front of them lets them. */
export function actTogether(slack: SlackDouble, journal: Journal, person: string, what: TeamAct): TeamDoing {
  const acts = slack.unsent(person);
  if (what.does === "asks for the challenge")
    return { make: () => acts.command("/practice", "challenge", "C1") };
  if (what.does === "decides") return decide(slack, journal, person, `listening:quote-${what.how}`);
  if (what.does === "takes their line back") return takeBack(slack, journal, person);
  const view = slack.openView(person);
  if (!view) return NOTHING;
  if (what.does === "closes the challenge")
    return view.callback_id === "challenge:close"
      ? { make: () => acts.submits(view, { "challenge:how": what.how }) }
      : NOTHING;
  if (what.does === "says what they heard") {
    if (view.callback_id !== "listening:heard") return NOTHING;
    const { question } = what;
    const said = { person, heard: marked(journal, what), question, sent: 0, acknowledged: false };
    journal.heard.push(said);
    return {
      make: () => {
        said.sent += 1;
        return acts.submits(view, { "listening:heard": said.heard, "listening:question": question });
      },
      done: () => {
        said.acknowledged = true;
      },
    };
  }
  if (view.callback_id === "relay:join") return { make: () => acts.submits(view) };
  if (view.callback_id !== "relay:answered") return NOTHING;
  const turn = { person, line: marked(journal, what), acknowledged: false };
  journal.turns.push(turn);
  return {
    make: () => acts.submits(view, { "relay:text": turn.line }),
    done: () => {
      turn.acknowledged = true;
    },
  };
}

function decide(slack: SlackDouble, journal: Journal, person: string, button: string): TeamDoing {
  return {
    make: () => {
      const [seen, action] = newest(slack.dm(person), button) ?? [];
      return seen && action ? slack.unsent(person).clicks(seen, action) : undefined;
    },
    done: () => void journal.decided.push(person),
  };
}

const TAKE_BACK = "listening:unquote";

// Whoever was told that their line may not have arrived looks for it in the thread, and presses the button under it.
function takeBack(slack: SlackDouble, journal: Journal, person: string): TeamDoing {
  const lookThere = slack.dm(person).some(({ text }) => IN_DOUBT.test(text));
  const mine = lineOf(newest(slack.dm(person), TAKE_BACK)?.[0]);
  const there = slack.channel("C1", person).find((one) => mine !== undefined && lineOf(one) === mine);
  if (!lookThere || !there) return decide(slack, journal, person, TAKE_BACK);
  return {
    make: () => slack.unsent(person).clicks(there, TAKE_BACK),
    done: () => void journal.decided.push(person),
  };
}

const lineOf = (message: Message | undefined) =>
  elements(objects(message?.blocks)).find(({ element }) => element.action_id === TAKE_BACK)?.element.value;
