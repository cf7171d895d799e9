import { isObject, objects } from "./blocks.ts";
import { plain } from "./element-limits.ts";
import { blockProblems } from "./limits.ts";
import { also, anything, complaint, fields, flag, string, typed } from "./rules.ts";

const shared = {
  private_metadata: string(3000, 0),
  callback_id: string(255, 0),
  external_id: string(255, 0),
};

const modal = also(
  fields(
    { title: plain(24), blocks: anything },
    {
      ...shared,
      submit: plain(24),
      close: plain(24),
      clear_on_close: flag,
      notify_on_close: flag,
      submit_disabled: flag,
    },
  ),
  (view) =>
    objects(view.blocks).some((block) => block.type === "input") && !view.submit
      ? "missing required field: submit, as there is an input block"
      : undefined,
);

const home = fields({ blocks: anything }, shared);

/** What Slack would refuse about a view; an empty list when it would show it. */
export function viewProblems(view: unknown, surface: "modal" | "home"): string[] {
  if (!isObject(view)) return [complaint("must be an object", "/view")];
  if (view.type !== surface) return [complaint(`must be a ${surface}, not ${view.type}`, "/view/type")];
  const within = blockProblems(view.blocks ?? [], surface).map((one) =>
    one.replace("json-pointer:", "json-pointer:/view"),
  );
  return [...typed({ modal, home })(view, "/view"), ...within];
}
