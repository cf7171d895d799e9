const REDACTED = "[redacted]";

/** What looks like a token of Slack, wherever it stands: xoxb-, xoxp-, xoxe.xoxb-1-, xoxe-1-, xapp-1-. */
const TOKENS = /\b(?:xox[a-z](?:\.xox[a-z])?|xapp)-[\w-]{4,}/g;
/** The password in an address such as postgres://user:password@host. */
const PASSWORDS = /\b([a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"]{0,200}):[^\s/@"]{1,500}@/gi;
const BEARER = /\b(Bearer|Basic) [\w.~+/=-]{8,}/gi;

const NAMED = /TOKEN|SECRET|PASSWORD|_KEYS?$/;
// Anything shorter would take ordinary words out of the log.
const SHORTEST = 8;

/** Takes secrets out of a line of the log: what looks like one, and what the environment names as one. */
export function redacting(environment: Record<string, string | undefined>): (line: string) => string {
  const known = secretsIn(environment);
  return (line) =>
    known
      .reduce((words, secret) => words.replaceAll(secret, REDACTED), line)
      .replace(TOKENS, REDACTED)
      .replace(PASSWORDS, `$1:${REDACTED}@`)
      .replace(BEARER, `$1 ${REDACTED}`);
}

// A key may be one of several with commas between them; in a line of the log it stands as JSON.
function secretsIn(environment: Record<string, string | undefined>): string[] {
  const named = Object.entries(environment)
    .filter(([name]) => NAMED.test(name))
    .flatMap(([, value = ""]) => [value, ...value.split(",")].map((one) => one.trim()));
  const all = [...named, ...passwordOf(environment.DATABASE_URL)];
  const long = [...new Set(all)].filter((one) => one.length >= SHORTEST);
  return long.map((one) => JSON.stringify(one).slice(1, -1)).sort((a, b) => b.length - a.length);
}

function passwordOf(address: string | undefined): string[] {
  if (!address || !URL.canParse(address)) return [];
  const { password } = new URL(address);
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}
