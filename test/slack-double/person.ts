import type { Answer } from "./answers.ts";
import { type Envelope, eventEnvelope } from "./envelope.ts";
import {
  type ClickOptions,
  click,
  closeView,
  messageShortcut,
  slashCommand,
  submitView,
} from "./interactions.ts";
import { deleteMessage, editMessage, mention, type WriteOptions, writeMessage } from "./message-events.ts";
import { needInSlack } from "./refusal.ts";
import type { Tickets } from "./tickets.ts";
import { viewJson } from "./view-methods.ts";
import { directMessages, knownPerson, type Message, type View, type Workspace } from "./workspace.ts";

/** What a person can do in Slack; `Result` is what a test gets back for it. */
export type Acts<Result> = {
  writes: (text: string, options?: WriteOptions) => Result;
  edits: (ts: string, text: string) => Result;
  deletes: (ts: string) => Result;
  mentions: (channel: string, text: string) => Result;
  command: (command: string, text?: string, channel?: string) => Result;
  shortcut: (seen: Message, callback_id: string) => Result;
  clicks: (seen: Message | View, action_id: string, options?: ClickOptions) => Result;
  submits: (view: View, answers?: Record<string, Answer>) => Result;
  closes: (view: View) => Result;
  opensHome: (tab?: "home" | "messages") => Result;
};

/** A person whose acts happen in the workspace at once, and whose envelopes nobody has sent yet. */
export function createPerson(workspace: Workspace, tickets: Tickets, id: string): Acts<Envelope> {
  knownPerson(workspace, id);
  return {
    writes: (text, options = {}) => writeMessage(workspace, id, text, options),
    edits: (ts, text) => editMessage(workspace, id, ts, text),
    deletes: (ts) => deleteMessage(workspace, id, ts),
    mentions: (channel, text) => mention(workspace, id, channel, text),
    command: (command, text = "", channel) => slashCommand(workspace, tickets, id, command, text, channel),
    shortcut: (seen, callback_id) => messageShortcut(workspace, tickets, id, seen, callback_id),
    clicks: (seen, action_id, options = {}) => click(workspace, tickets, id, seen, action_id, options),
    submits: (view, answers = {}) => submitView(workspace, tickets, id, view, answers),
    closes: (view) => closeView(workspace, tickets, id, view),
    opensHome(tab = "home") {
      needInSlack(
        workspace.events.includes("app_home_opened"),
        "the app does not subscribe to app_home_opened",
      );
      const view = workspace.homes.get(id);
      const channel = directMessages(workspace, id).id;
      const shown = tab === "home" && view ? { view: viewJson(view) } : {};
      return eventEnvelope(workspace, id, { type: "app_home_opened", user: id, channel, tab, ...shown });
    },
  };
}

/** The same person, whose envelopes go out as they are made. */
export function sending<Result>(acts: Acts<Envelope>, send: (envelope: Envelope) => Result): Acts<Result> {
  const sent = Object.entries(acts).map(([name, act]) => [
    name,
    (...given: unknown[]) => send((act as (...args: unknown[]) => Envelope)(...given)),
  ]);
  return Object.fromEntries(sent) as Acts<Result>;
}
