import { isObject, type Json, objects, withIds } from "./blocks.ts";
import { refusal, refuseIf } from "./refusal.ts";
import type { Tickets } from "./tickets.ts";
import { viewProblems } from "./view-limits.ts";
import type { View, Workspace } from "./workspace.ts";

/** Slack's `views.*`. The three that answer a person's act spend its trigger_id. */
export function viewMethods(tickets: Tickets) {
  return {
    "views.open": (workspace: Workspace, args: Json): Json => {
      refuseIf(viewProblems(args.view, "modal"), "invalid_arguments");
      const person = tickets.exchange(args.trigger_id);
      const view = storedView(workspace, person, args.view as Json);
      workspace.modals.set(person, [view]);
      return { view: viewJson(view) };
    },

    "views.push": (workspace: Workspace, args: Json): Json => {
      refuseIf(viewProblems(args.view, "modal"), "invalid_arguments");
      const person = tickets.exchange(args.trigger_id);
      return { view: viewJson(pushView(workspace, person, args.view as Json)) };
    },

    "views.update": (workspace: Workspace, args: Json): Json => {
      const old = [...workspace.modals.values()]
        .flat()
        .find((one) => one.id === args.view_id || (args.external_id && one.external_id === args.external_id));
      if (!old) throw refusal("not_found");
      refuseIf(viewProblems(args.view, "modal"), "invalid_arguments");
      if (args.hash && args.hash !== old.hash) throw refusal("hash_conflict");
      return { view: viewJson(replaceView(workspace, old, args.view as Json)) };
    },

    "views.publish": (workspace: Workspace, args: Json): Json => {
      const person = String(args.user_id);
      if (!workspace.people.has(person)) throw refusal("user_not_found");
      refuseIf(viewProblems(args.view, "home"), "invalid_arguments");
      const old = workspace.homes.get(person);
      if (args.hash && args.hash !== old?.hash) throw refusal("hash_conflict");
      const view = storedView(workspace, person, args.view as Json, old?.id);
      workspace.homes.set(person, view);
      return { view: viewJson(view) };
    },
  };
}

/** Puts one more modal on top of a person's screen; Slack holds three. */
export function pushView(workspace: Workspace, person: string, given: Json): View {
  const stack = workspace.modals.get(person) ?? [];
  if (stack.length >= 3) throw refusal("push_limit_reached");
  const view = storedView(workspace, person, given);
  workspace.modals.set(person, [...stack, view]);
  return view;
}

/** Puts a modal where another was, under the same id and with a new hash. */
export function replaceView(workspace: Workspace, old: View, given: Json): View {
  const view = storedView(workspace, old.owner, given, old.id);
  const stack = workspace.modals.get(old.owner) ?? [];
  workspace.modals.set(
    old.owner,
    stack.map((one) => (one.id === old.id ? view : one)),
  );
  return view;
}

/** A view in the shape that answers and payloads show it in. */
export function viewJson({ owner: _owner, ...view }: View): Json {
  return view;
}

/** How many characters a view may have as JSON. */
const LARGEST_VIEW = 250_000;

function storedView(workspace: Workspace, owner: string, given: Json, id = workspace.nextId("V")): View {
  if (JSON.stringify(given).length > LARGEST_VIEW) throw refusal("view_too_large");
  const others = [...[...workspace.modals.values()].flat(), ...workspace.homes.values()];
  if (given.external_id && others.some((one) => one.external_id === given.external_id && one.id !== id))
    throw refusal("duplicate_external_id");
  const nextId = () => workspace.nextId("b");
  const blank = {
    callback_id: "",
    private_metadata: "",
    external_id: "",
    clear_on_close: false,
    notify_on_close: false,
  };
  return {
    ...blank,
    ...structuredClone(given),
    id,
    owner,
    type: String(given.type),
    blocks: withIds(structuredClone(objects(given.blocks)), nextId),
    hash: `${Math.floor(workspace.clock.now() / 1000)}.${workspace.nextId("h")}`,
    state: isObject(given.state) ? given.state : { values: {} },
    team_id: workspace.team.id,
    app_id: workspace.app.id,
    app_installed_team_id: workspace.team.id,
    bot_id: workspace.app.botId,
    root_view_id: id,
    previous_view_id: null,
  };
}
