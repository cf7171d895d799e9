import { elements, objects } from "../slack-double/blocks.ts";
import type { Envelope } from "../slack-double/envelope.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import type { Message, View } from "../slack-double/workspace.ts";
import { actTogether } from "./act-together.ts";
import { type Journal, lastOf, marked } from "./journal.ts";
import { newest } from "./newest.ts";
import type { Act } from "./script.ts";

/** What Slack is to bring to the app, and how the person does it once more when they see that it failed. */
export type Doing = {
  envelope: Envelope;
  /** Nothing for what Slack itself repeats. */
  again?: () => Envelope | undefined;
  done?: () => void;
};

/** A person does something, as far as what they see lets them. */
export function act(slack: SlackDouble, journal: Journal, person: string, what: Act): Doing | undefined {
  const acts = slack.unsent(person);
  const repeated = (make: () => Envelope | undefined, done?: () => void): Doing | undefined => {
    const envelope = make();
    return envelope && { envelope, again: make, ...(done ? { done } : {}) };
  };
  switch (what.does) {
    case "starts":
      return repeated(() => acts.command("/practice", what.flow));
    case "types":
      return { envelope: acts.writes(what.word) };
    case "writes": {
      const text = marked(journal, what);
      const envelope = acts.writes(asTyped(text));
      const line = { person, ts: envelope.ts, wordings: [text], deleted: false, acknowledged: false };
      journal.written.push(line);
      return {
        envelope,
        done: () => {
          line.acknowledged = true;
        },
      };
    }
    case "edits": {
      const last = lastOf(journal, person);
      if (!last) return undefined;
      const text = marked(journal, what);
      last.wordings.push(text);
      return { envelope: acts.edits(last.ts, asTyped(text)) };
    }
    case "deletes": {
      const last = lastOf(journal, person);
      if (!last) return undefined;
      last.deleted = true;
      return { envelope: acts.deletes(last.ts) };
    }
    case "presses":
      return repeated(() => {
        const [seen, action] = newest(seenBy(slack, person), what.button) ?? [];
        return seen && action ? acts.clicks(seen, action) : undefined;
      });
    case "appeals":
      return repeated(() => {
        const [seen, action] = newest(seenBy(slack, person), "appeal:") ?? [];
        // What is already noted has a button to take it back, which is another one.
        return seen && action && action !== "appeal:take-back" ? acts.clicks(seen, action) : undefined;
      });
    case "sends the form": {
      const view = slack.openView(person);
      const opinion = view && firstOpinion(view);
      if (!view || !opinion) return undefined;
      const sent = { person, view: view.id, acknowledged: false };
      journal.appeals.push(sent);
      return repeated(
        () => acts.submits(view, { "appeal:opinion": opinion }),
        () => {
          sent.acknowledged = true;
        },
      );
    }
    default: {
      const { make, done } = actTogether(slack, journal, person, what);
      return repeated(make, done);
    }
  }
}

// What somebody sees in the team's channel and in their direct message.
const seenBy = (slack: SlackDouble, person: string) => [...slack.channel("C1", person), ...slack.dm(person)];

/** A question whether a message arrived (the second about the same is another one), and what somebody who looks for it sees. */
type Question = { asking: string; id: string; seen: Message; isThere: boolean };

/** What the app asks somebody about its own messages. */
export function questionsFor(slack: SlackDouble, person: string): Question[] {
  const arrived = new Set(slack.workspace.messages.map(outboxIdOf));
  return slack.dm(person).flatMap((seen) => {
    const asked = elements(objects(seen.blocks)).find(({ element }) => element.action_id === "asked:there");
    if (!asked) return [];
    const asking = String(asked.element.value);
    const id = asking.replace(/^\d+\//, "");
    return [{ asking, id, seen, isThere: arrived.has(id) }];
  });
}

/** The outbox id that a message of the app carries. */
export const outboxIdOf = ({ metadata }: Message): string | undefined =>
  (metadata as { event_payload?: { id?: string } } | undefined)?.event_payload?.id;

function firstOpinion(view: View): string | undefined {
  const found = elements(objects(view.blocks)).find(({ element }) => element.action_id === "appeal:opinion");
  return found && String(objects(found.element.options)[0]?.value);
}

// Slack hands over what people type with these three escaped.
const asTyped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
