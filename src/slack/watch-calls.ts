import type { FetchFunction } from "@slack/web-api";
import type { Watch } from "../operations/watch.ts";
import { type FetchAnswer, plainFetch } from "./plain-fetch.ts";

const METHOD = /\/api\/([a-z]+(?:\.[a-z0-9]+)+)$/i;

/** Looks on at every call to Slack: which method it is, and whether Slack took it. It reads nothing but that. */
export const watchCalls =
  (watch: Watch): FetchFunction =>
  (url, init) =>
    watch.over({ what: "call", method: methodIn(url) }, async () => {
      const response = await plainFetch(url, init).catch((error: unknown) => {
        watch.call("unreachable");
        throw error;
      });
      if (response.status === 429) watch.call("limited");
      else if (response.status >= 500) watch.call("broken");
      else if (response.ok) await seeRefusal(response, watch);
      else watch.call("refused");
      return response;
    });

// Only methods that our code calls come here, so there are few; an upload's address holds a secret.
const methodIn = (url: string | URL) => METHOD.exec(new URL(url).pathname)?.[1] ?? "upload";

// Slack says no with 200, too.
async function seeRefusal(response: FetchAnswer, watch: Watch): Promise<void> {
  if (!response.headers.get("content-type")?.includes("json")) return;
  const text = await response.text();
  if (/^\s*\{\s*"ok"\s*:\s*true/.test(text)) return;
  if (/"ok"\s*:\s*false/.test(text)) watch.call("refused");
}
