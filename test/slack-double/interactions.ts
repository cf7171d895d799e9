import { type Answer, answered, leftEmpty, stateOf } from "./answers.ts";
import { elements, type Json, objects, type Placed } from "./blocks.ts";
import type { Envelope } from "./envelope.ts";
import { DECLARED } from "./manifest.ts";
import { messageJson } from "./message.ts";
import { needInSlack, needScope } from "./refusal.ts";

import type { Tickets } from "./tickets.ts";
import { viewJson } from "./view-methods.ts";
import { directMessages, isIn, knownPerson, type Message, type View, type Workspace } from "./workspace.ts";

/** A person sends a slash command, from the app's DM unless another channel is named. */
export function slashCommand(
  workspace: Workspace,
  tickets: Tickets,
  person: string,
  command: string,
  text: string,
  channel = directMessages(workspace, person).id,
): Envelope {
  needScope(workspace.scopes, "commands");
  needInSlack(DECLARED.commands.includes(command), `${command} is no command of the app's manifest`);
  needInSlack(isIn(workspace, person, channel), `${person} is not in ${channel}`);
  const { enterprise, orgWide } = workspace;
  const body = {
    token: "verification-token",
    team_id: workspace.team.id,
    team_domain: workspace.team.domain,
    channel_id: channel,
    channel_name: workspace.channels.get(channel)?.name ?? "directmessage",
    user_id: person,
    user_name: nameOf(workspace, person),
    command,
    text,
    api_app_id: workspace.app.id,
    ...(enterprise ? { enterprise_id: enterprise.id, enterprise_name: enterprise.name } : {}),
    is_enterprise_install: String(orgWide),
    response_url: tickets.responseUrl({ person, channel }),
    trigger_id: tickets.trigger(person),
  };
  return { kind: "command", person, ts: workspace.clock.ts(), body };
}

/** Which of several alike a person touches, and what they choose there. */
export type ClickOptions = {
  value?: string;
  block_id?: string;
  answer?: Answer;
  /** What the person has picked elsewhere in the same message, by action_id. */
  picked?: Record<string, Answer>;
};

/** A person presses or chooses something in a message or a view, as they see it: it may be out of date. */
export function click(
  workspace: Workspace,
  tickets: Tickets,
  person: string,
  seen: Message | View,
  action_id: string,
  options: ClickOptions,
): Envelope {
  const blocks = objects(seen.blocks);
  const { block, element } = touched(blocks, action_id, options);
  const ts = workspace.clock.ts();
  const { text, value, style } = element;
  const held =
    element.type === "button" ? { type: "button", text, value, style } : answered(element, options.answer);
  const action = { action_id, block_id: block.block_id, ...held, action_ts: ts };
  const where =
    "id" in seen
      ? inView(seen as View)
      : inMessage(workspace, tickets, person, seen as Message, options.picked);
  const body = {
    ...interactionBase(workspace, tickets, person, "block_actions"),
    ...where,
    actions: [action],
  };
  return { kind: "interaction", person, ts, body };
}

/** A person chooses a shortcut of the app in the menu of a message; Slack shows the app the message then. */
export function messageShortcut(
  workspace: Workspace,
  tickets: Tickets,
  person: string,
  { channel, ts, ...seen }: Message,
  callback_id: string,
): Envelope {
  needScope(workspace.scopes, "commands");
  needInSlack(
    DECLARED.shortcuts.includes(callback_id),
    `${callback_id} is no shortcut of the app's manifest`,
  );
  const body = {
    ...interactionBase(workspace, tickets, person, "message_action"),
    callback_id,
    action_ts: workspace.clock.ts(),
    message_ts: ts,
    channel: { id: channel, name: workspace.channels.get(channel)?.name ?? "directmessage" },
    message: messageJson(workspace, { channel, ts, ...seen }),
    response_url: tickets.responseUrl({ person, channel }),
  };
  return { kind: "interaction", person, ts: workspace.clock.ts(), body };
}

/** A person sends a modal off with these answers by action_id. Throws if a required field would be empty. */
export function submitView(
  workspace: Workspace,
  tickets: Tickets,
  person: string,
  view: View,
  answers: Record<string, Answer>,
): Envelope {
  const state = stateOf(objects(view.blocks), answers);
  const empty = leftEmpty(objects(view.blocks), state);
  if (empty.length > 0) throw new Error(`Slack would ask ${person} to fill in: ${empty.join(", ")}.`);
  const base = interactionBase(workspace, tickets, person, "view_submission");
  const body = { ...base, view: { ...viewJson(view), state }, response_urls: [] };
  return { kind: "interaction", person, ts: workspace.clock.ts(), body };
}

/** A person closes a modal without sending it; Slack tells the app only if the view asked for that. */
export function closeView(workspace: Workspace, tickets: Tickets, person: string, view: View): Envelope {
  const stack = workspace.modals.get(person) ?? [];
  workspace.modals.set(
    person,
    stack.filter((one) => one.id !== view.id),
  );
  const { trigger_id: _none, ...base } = interactionBase(workspace, tickets, person, "view_closed");
  const body = { ...base, view: viewJson(view), is_cleared: false };
  return { kind: "interaction", person, ts: workspace.clock.ts(), body };
}

function touched(blocks: Json[], action_id: string, { value, block_id }: ClickOptions): Placed {
  const there = elements(blocks);
  const found = there.find(
    ({ block, element }) =>
      element.action_id === action_id &&
      (value === undefined || element.value === value) &&
      (block_id === undefined || block.block_id === block_id),
  );
  const known = there.map(({ element }) => `"${element.action_id}"`).join(", ") || "nothing";
  if (!found) throw new Error(`There is no "${action_id}" to press here, there is ${known}.`);
  return found;
}

function interactionBase(workspace: Workspace, tickets: Tickets, person: string, type: string): Json {
  const username = nameOf(workspace, person);
  const { enterprise, orgWide } = workspace;
  return {
    type,
    user: { id: person, username, name: username, team_id: workspace.team.id },
    api_app_id: workspace.app.id,
    token: "verification-token",
    trigger_id: tickets.trigger(person),
    team: { id: workspace.team.id, domain: workspace.team.domain },
    enterprise: enterprise ?? null,
    is_enterprise_install: orgWide,
  };
}

function inMessage(
  workspace: Workspace,
  tickets: Tickets,
  person: string,
  seen: Message,
  picked: Record<string, Answer> = {},
): Json {
  const { channel, ts } = seen;
  const ephemeral = seen.for !== undefined;
  return {
    container: { type: "message", message_ts: ts, channel_id: channel, is_ephemeral: ephemeral },
    channel: { id: channel, name: workspace.channels.get(channel)?.name ?? "directmessage" },
    // Slack does not show the app what was ephemeral.
    ...(ephemeral ? {} : { message: messageJson(workspace, seen) }),
    state: stateOf(objects(seen.blocks), picked),
    response_url: tickets.responseUrl({ person, channel, ts }),
  };
}

function inView(seen: View): Json {
  const view = { ...viewJson(seen), state: stateOf(objects(seen.blocks), {}) };
  return { container: { type: "view", view_id: seen.id }, view };
}

function nameOf(workspace: Workspace, person: string): string {
  return knownPerson(workspace, person).name.toLowerCase().replaceAll(" ", ".");
}
