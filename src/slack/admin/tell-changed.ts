import { escaped } from "../message.ts";
import { nameOf } from "./audit-words.ts";
import type { Changed } from "./settings-changed.ts";

const ROLES: Record<string, string> = { admin: "an admin", trainer: "a trainer", lead: "a lead" };

/** What was saved, for the admin who did it. */
export function tellChanged(changed: readonly Changed[]): string {
  if (changed.length === 0) return "Nothing was different, so everything stays as it is.";
  return ["Saved:", ...changed.map((one) => `• ${tell(one)}`)].join("\n");
}

function tell({ did, about }: Changed): string {
  const [what = "", who = ""] = about;
  if (did === "setting-changed") return escaped(what);
  return `${nameOf(who)} is ${did === "role-given" ? "" : "no longer "}${ROLES[what] ?? what}`;
}
