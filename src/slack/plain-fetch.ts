import type { FetchFunction } from "@slack/web-api";
import { request } from "undici";

/** What Slack's client reads of an answer; it can be read more than once. */
export type FetchAnswer = Awaited<ReturnType<FetchFunction>>;

/**
 * What Slack's client needs of `fetch`. For text, the streams that `fetch` makes of a body and of its answer take as
 * much of the processor as the call itself; so it goes without them. Files go the usual way.
 * @throws what the network says, and the signal's reason.
 */
export const plainFetch: FetchFunction = async (url, init = {}) => {
  const { method = "GET", headers = {}, body = "", signal = null } = init;
  if (typeof body !== "string") return withFiles(url, init);
  const { statusCode: status, ...answer } = await request(url, { method, headers, body, signal });
  return answered(url, { ...answer, status, body: await answer.body.arrayBuffer() });
};

const withFiles: FetchFunction = async (url, init) => {
  const answer = await fetch(url, init);
  const { status, statusText } = answer;
  const headers = Object.fromEntries(answer.headers);
  return answered(url, { status, statusText, headers, body: await answer.arrayBuffer() });
};

type Answer = Pick<FetchAnswer, "status" | "statusText"> & {
  headers: Record<string, string | string[] | undefined>;
  body: ArrayBuffer;
};

const answered = (url: string | URL, { status, statusText, headers, body }: Answer): FetchAnswer => {
  const text = () => Buffer.from(body).toString("utf8");
  return {
    // Nothing leads to another place, so everything else is an error.
    ok: status >= 200 && status < 300,
    status,
    statusText,
    url: String(url),
    headers: headersOf(headers),
    text: async () => text(),
    json: async () => JSON.parse(text()) as unknown,
    arrayBuffer: async () => body,
  };
};

const headersOf = (headers: Answer["headers"]): FetchAnswer["headers"] => ({
  get: (name) => {
    const value = headers[name.toLowerCase()];
    return value === undefined ? null : String(value);
  },
  entries: () => Object.entries(headers).map(([name, value]) => [name, String(value)]),
});
