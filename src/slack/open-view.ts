import type { ModalView } from "@slack/types";
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";

const REFUSED = ["expired_trigger_id", "trigger_expired", "push_limit_reached"];
const OPENED = ["exchanged_trigger_id", "trigger_exchanged"];

/**
 * Opens a dialogue, or lays it over the one that is open, which Slack allows for three seconds after the
 * press and for three dialogues on top of each other. Says whether it did.
 */
export async function openView(
  client: WebClient,
  trigger: string,
  view: ModalView,
  over: "nothing" | "another" = "nothing",
): Promise<boolean> {
  try {
    if (over === "another") await client.views.push({ trigger_id: trigger, view });
    else await client.views.open({ trigger_id: trigger, view });
  } catch (error) {
    const reason = error instanceof WebAPIPlatformError ? error.data.error : "";
    if (REFUSED.includes(reason)) return false;
    // An earlier attempt opened it, and only the answer to that was lost.
    if (!OPENED.includes(reason)) throw error;
  }
  return true;
}
