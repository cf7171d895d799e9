import { WebAPIPlatformError, type WebClient } from "@slack/web-api";

/** A file that somebody dropped into Slack, or a sentence that says why it can't be read. */
export type Fetched = { name: string; bytes: Buffer } | { name: string; refused: string };

/** The largest flow that is read, in bytes; the longest that ships with Tightrope has 75,000. */
export const LARGEST = 200_000;
const PATIENCE = 10_000;

const NO_SCOPE =
  "I'm not allowed to read files here yet. Whoever looks after Tightrope can add the scope files:read to the app, install it again, and then you drop the file once more. Until then, flows come from the folder alone.";
const GONE = "That file is no longer in Slack. Drop it again.";
const ELSEWHERE =
  "That file isn't kept in Slack, so I can't read it. Download it, and drop the file itself here.";
const LATER = "Slack didn't hand that file over just now. Drop it again in a moment.";

const REFUSED: Record<string, string> = {
  missing_scope: NO_SCOPE,
  file_not_found: GONE,
  file_deleted: GONE,
};

/**
 * Reads a file that was dropped into the direct message. Its size is looked at before it is downloaded.
 * @throws whatever Slack's client throws when asked about the file, where trying again may help.
 */
export async function fetchFile(client: WebClient, id: string): Promise<Fetched> {
  const info = await client.files.info({ file: id }).catch((error: unknown) => {
    const refused = error instanceof WebAPIPlatformError ? REFUSED[error.data.error] : undefined;
    if (refused) return refused;
    throw error;
  });
  if (typeof info === "string") return { name: "That file", refused: info };
  const { name = "flow.yml", size = 0, url_private_download, url_private } = info.file ?? {};
  if (size > LARGEST) return { name, refused: tooLarge(size) };
  const address = url_private_download ?? url_private;
  if (!address || !isSlacks(client, address)) return { name, refused: ELSEWHERE };
  const bytes = await download(address, client.token ?? "");
  return typeof bytes === "string" ? { name, refused: bytes } : { name, bytes };
}

const tooLarge = (size: number) =>
  `It has ${Math.ceil(size / 1_000).toLocaleString("en")} kB, and a flow may have ${LARGEST / 1_000}. A flow is a few hundred lines; look for what does not belong in it.`;

// The token opens everything that the app may read, so it is shown to nobody but Slack.
function isSlacks(client: WebClient, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, origin } = new URL(address);
  if (origin === new URL(client.slackApiUrl).origin) return true;
  return protocol === "https:" && /(?:^|\.)slack(?:-gov)?\.com$/.test(hostname);
}

async function download(address: string, token: string): Promise<Buffer | string> {
  try {
    const answer = await fetch(address, {
      headers: { authorization: `Bearer ${token}` },
      // Slack sends whoever may not read a file to the page where people sign in.
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status === 404 || answer.status === 410) return GONE;
    if ([301, 302, 303, 307, 401, 403].includes(answer.status)) return NO_SCOPE;
    if (!answer.ok || !answer.body) return LATER;
    return await readUpTo(LARGEST, answer.body);
  } catch {
    return LATER;
  }
}

// What Slack said of the size need not be true.
async function readUpTo(most: number, body: AsyncIterable<Uint8Array>): Promise<Buffer | string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > most) return tooLarge(size);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
