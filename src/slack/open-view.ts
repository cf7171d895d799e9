import type { ModalView } from "@slack/types";
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";

const EXPIRED = ["expired_trigger_id", "trigger_expired"];
const OPENED = ["exchanged_trigger_id", "trigger_exchanged"];

/** Opens a dialogue, which Slack allows for three seconds after the press. Says whether it did. */
export async function openView(client: WebClient, trigger: string, view: ModalView): Promise<boolean> {
  try {
    await client.views.open({ trigger_id: trigger, view });
  } catch (error) {
    const reason = error instanceof WebAPIPlatformError ? error.data.error : "";
    if (EXPIRED.includes(reason)) return false;
    // An earlier attempt opened it, and only the answer to that was lost.
    if (!OPENED.includes(reason)) throw error;
  }
  return true;
}
