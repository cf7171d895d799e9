import { z } from "zod";
import type { Wanted } from "../operations/operations.ts";
import { OPERATIONS_HELP, OPERATIONS_SHAPE, operationsOf } from "../operations/operations-settings.ts";
import { STORE_FILE } from "../store/sqlite.ts";
import { isStoreFile, TIGHTROPE_DB_HELP, whyNoDatabase } from "../store/store-address.ts";
import { namedIn, ROLE_HELP, ROLE_SHAPE, roleProblems } from "./role-settings.ts";
import type { WhoIsWho } from "./roles.ts";
import { MOST_CONNECTIONS } from "./socket-connections.ts";
import {
  isForMany,
  OAUTH_HELP,
  OAUTH_SHAPE,
  type OauthConnection,
  oauthConnection,
  oauthProblems,
} from "./workspaces/oauth-settings.ts";

const optional = z.string().trim().min(1).optional();

const shape = z.object({
  ...OAUTH_SHAPE,
  ...ROLE_SHAPE,
  SLACK_BOT_TOKEN: optional,
  SLACK_APP_TOKEN: optional,
  SLACK_SIGNING_SECRET: optional,
  SLACK_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  SLACK_CONNECTIONS: z.coerce.number().int().min(1).max(MOST_CONNECTIONS).default(1),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3_000),
  PRACTICE_COMMAND: z
    .string()
    .regex(/^\/[a-z0-9_-]{1,31}$/)
    .default("/practice"),
  TIGHTROPE_DB: z.string().trim().min(1).refine(isStoreFile).default(STORE_FILE),
  DATABASE_URL: z
    .string()
    .trim()
    .refine((address) => !whyNoDatabase(address))
    .optional(),
  TIGHTROPE_FLOWS: z.string().trim().min(1).default("flows"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  ...OPERATIONS_SHAPE,
});

/** How to reach Slack: over WebSockets that we open (one unless told), or over HTTP requests that Slack sends; for one workspace or for many. */
export type Connection =
  | { mode: "socket"; botToken: string; appToken: string; connections?: number }
  | { mode: "http"; botToken: string; signingSecret: string; port: number }
  | OauthConnection;

/** What the environment says. Without a connection there are no tokens, and the stand-in is used. */
export type Settings = {
  connection: Connection | undefined;
  apiUrl: string | undefined;
  command: string;
  /** The file that the embedded store is kept in, and beside it what was checked already. */
  database: string;
  /** Where the store is: that file, or a database that several instances share. */
  store: string;
  flows: string;
  /** Whom it names for what; the admins of a workspace can name more. */
  whoIsWho: WhoIsWho;
  logLevel: z.infer<typeof shape>["LOG_LEVEL"];
  operations: Wanted;
  /** How long stopping may take, in ms. */
  stopWithin: number;
};

// Where it depends on what was given, that is asked.
const HELP: Record<string, string | ((value: string) => string | undefined)> = {
  TIGHTROPE_DB: TIGHTROPE_DB_HELP,
  TIGHTROPE_FLOWS: "TIGHTROPE_FLOWS must name a folder. Leave it out to use flows.",
  ...OAUTH_HELP,
  ...ROLE_HELP,
  ...OPERATIONS_HELP,
  SLACK_API_URL:
    "SLACK_API_URL must be an address such as https://slack.com/api/. Leave it out to use Slack's own.",
  SLACK_CONNECTIONS:
    "SLACK_CONNECTIONS must be a whole number from 1 to 10. Slack allows ten for all instances together.",
  PORT: "PORT must be a whole number from 0 to 65535.",
  PRACTICE_COMMAND:
    "PRACTICE_COMMAND must begin with / and have at most 31 more small letters, digits, - or _, such as /practice.",
  DATABASE_URL: (value) => whyNoDatabase(value.trim()),
  LOG_LEVEL: "LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.",
};

/** Reads the environment; either settings, or every problem with it in words that say what to do. */
export function readSettings(env: Record<string, string | undefined>): Settings | { problems: string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const read = shape.safeParse(given);
  if (!read.success) {
    const names = new Set(read.error.issues.map((issue) => String(issue.path[0])));
    return { problems: [...names].map((name) => helpFor(name, given[name] ?? "")) };
  }
  const { data } = read;
  const problems = [
    ...tokenProblems(data),
    ...oauthProblems(data),
    ...roleProblems(data, isForMany(data)),
    ...portProblems(data),
  ];
  if (problems.length > 0) return { problems };
  return {
    connection: connectionOf(data),
    apiUrl: data.SLACK_API_URL,
    command: data.PRACTICE_COMMAND,
    database: data.TIGHTROPE_DB,
    store: data.DATABASE_URL ?? data.TIGHTROPE_DB,
    flows: data.TIGHTROPE_FLOWS,
    whoIsWho: namedIn(data),
    logLevel: data.LOG_LEVEL,
    ...operationsOf(data),
  };
}

function helpFor(name: string, value: string): string {
  const help = HELP[name];
  return (typeof help === "function" ? help(value) : help) ?? `${name} is not understood.`;
}

type Data = z.infer<typeof shape>;

function tokenProblems(data: Data): string[] {
  if (isForMany(data)) return [];
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET } = data;
  const problems: string[] = [];
  if (SLACK_BOT_TOKEN && !SLACK_BOT_TOKEN.startsWith("xoxb-"))
    problems.push(
      "SLACK_BOT_TOKEN should begin with xoxb-. Copy the Bot User OAuth Token from your app's Install App page.",
    );
  if (SLACK_APP_TOKEN && !SLACK_APP_TOKEN.startsWith("xapp-"))
    problems.push(
      "SLACK_APP_TOKEN should begin with xapp-. Make one with connections:write on your app's Basic Information page.",
    );
  if (SLACK_BOT_TOKEN && !SLACK_APP_TOKEN && !SLACK_SIGNING_SECRET)
    problems.push(
      "With SLACK_BOT_TOKEN set, SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) is missing.",
    );
  if (!SLACK_BOT_TOKEN && (SLACK_APP_TOKEN || SLACK_SIGNING_SECRET))
    problems.push(
      "SLACK_BOT_TOKEN is missing. Copy the Bot User OAuth Token from your app's Install App page.",
    );
  return problems;
}

function portProblems(data: Data): string[] {
  const listens = isForMany(data) || (data.SLACK_SIGNING_SECRET && !data.SLACK_APP_TOKEN);
  return listens && data.PORT > 0 && data.HEALTH_PORT === data.PORT
    ? ["PORT and HEALTH_PORT are the same. Give /healthz, /readyz and /metrics a port of their own."]
    : [];
}

function connectionOf(data: Data): Connection | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = data;
  if (!botToken) return oauthConnection(data);
  if (appToken) return { mode: "socket", botToken, appToken, connections: data.SLACK_CONNECTIONS };
  return signingSecret ? { mode: "http", botToken, signingSecret, port: data.PORT } : undefined;
}
