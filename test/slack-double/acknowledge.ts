import { isObject, type Json } from "./blocks.ts";
import type { Delivery } from "./delivery.ts";
import { respond } from "./respond.ts";
import { viewProblems } from "./view-limits.ts";
import { pushView, replaceView } from "./view-methods.ts";
import type { View, Workspace } from "./workspace.ts";

/** Does what the app's answer to a delivery asks for: a line under a command, or what becomes of a modal. */
export function takeAnswer(workspace: Workspace, { envelope, status, body }: Delivery): void {
  if (status !== 200) return;
  // Over Socket Mode an acknowledgement without a word is an empty object.
  if (envelope.kind === "command" && body !== "" && body !== "{}") {
    const origin = { person: envelope.person, channel: String(envelope.body.channel_id) };
    respond(workspace, origin, parsed(body) ?? { text: body });
  }
  if (envelope.body.type === "view_submission") {
    const stack = workspace.modals.get(envelope.person) ?? [];
    const view = stack.find((one) => one.id === (envelope.body.view as View).id);
    if (view) answerSubmission(workspace, view, stack, parsed(body) ?? {});
  }
}

function answerSubmission(workspace: Workspace, view: View, stack: View[], answer: Json): void {
  if (answer.response_action === "errors") {
    view.errors = answer.errors;
    return;
  }
  if (answer.response_action === "clear") {
    workspace.modals.set(view.owner, []);
    return;
  }
  if (answer.response_action !== "update" && answer.response_action !== "push") {
    workspace.modals.set(
      view.owner,
      stack.filter((one) => one !== view),
    );
    return;
  }
  const problems = viewProblems(answer.view, "modal");
  if (problems.length > 0) throw new Error(`Slack would not show this view: ${problems.join("; ")}`);
  if (answer.response_action === "update") replaceView(workspace, view, answer.view as Json);
  else pushView(workspace, view.owner, answer.view as Json);
}

function parsed(body: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
