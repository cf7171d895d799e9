import { timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** Why a request is not answered. */
export type Refusal = { status: number; message: string };

/** What of a request decides whether it comes from the page that a trainer has opened. */
export type Asked = { method: string; path: string; headers: IncomingHttpHeaders };

/** The header in which the page says the key that stands behind # in the printed address. */
const KEY_HEADER = "x-workshop-key";

/**
 * What is wrong with a request, if anything is. Another page in the same browser could know the port, and could
 * lead its own name to this machine; neither lets it see or change anything. Whatever says or does something about
 * a flow asks for the key besides, which nobody knows who has not been given the address.
 */
export function refusalOf({ method, path, headers }: Asked, port: number, key: string): Refusal | undefined {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = headers.host ?? "";
  if (!own.includes(host)) return { status: 421, message: `Open http://${own[0]}, not ${host || "this"}.` };
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, message: "Another page asked for this." };
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none")
    return { status: 403, message: "Another page asked for this." };
  if (!path.startsWith("/api/"))
    return method === "GET" || method === "HEAD"
      ? undefined
      : { status: 405, message: "This can only be read." };
  if (method !== "POST") return { status: 405, message: "Ask with POST." };
  if (!isSame(headers[KEY_HEADER], key))
    return { status: 401, message: "Open the whole address that was printed in the terminal, with its key." };
  if (!/^application\/json\b/.test(headers["content-type"] ?? ""))
    return { status: 415, message: "Ask in JSON." };
  return undefined;
}

// Takes as long for a key that is nearly right as for one that is not.
function isSame(given: string | string[] | undefined, key: string): boolean {
  const [one, other] = [Buffer.from(String(given)), Buffer.from(key)];
  return one.length === other.length && timingSafeEqual(one, other);
}
