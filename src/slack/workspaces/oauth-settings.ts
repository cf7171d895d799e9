import { z } from "zod";
import { readKeys, whichAreNoKeys } from "../../store/keyring.ts";

const optional = z.string().trim().min(1).optional();

/** What the environment says where the app is installed in many workspaces. */
export const OAUTH_SHAPE = {
  SLACK_CLIENT_ID: optional,
  SLACK_CLIENT_SECRET: optional,
  TIGHTROPE_KEY: z
    .string()
    .refine((text) => readKeys(text) !== undefined)
    .transform((text) => readKeys(text) ?? [])
    .optional(),
};

/** What to say about a setting of these that is not understood. */
export const OAUTH_HELP: Record<string, (value: string) => string> = {
  TIGHTROPE_KEY: (value) => [whichAreNoKeys(value), KEY_HELP].filter(Boolean).join(" "),
};

const KEY_HELP =
  "TIGHTROPE_KEY must be 32 random bytes as base64 or hex; openssl rand -base64 32 makes them. To change the key, put the new one before the earlier one, with a comma between them.";

/** How to be installed in many workspaces, over HTTP. */
export type OauthConnection = {
  mode: "oauth";
  clientId: string;
  clientSecret: string;
  /** The first encrypts, all decrypt. */
  keys: readonly Buffer[];
  signingSecret: string;
  port: number;
};

type Data = { [Name in keyof typeof OAUTH_SHAPE]?: z.infer<(typeof OAUTH_SHAPE)[Name]> } & {
  SLACK_BOT_TOKEN?: string | undefined;
  SLACK_APP_TOKEN?: string | undefined;
  SLACK_SIGNING_SECRET?: string | undefined;
  PORT: number;
};

/** Whether the settings mean many workspaces. */
export const isForMany = ({ SLACK_CLIENT_ID, SLACK_CLIENT_SECRET }: Data): boolean =>
  SLACK_CLIENT_ID !== undefined || SLACK_CLIENT_SECRET !== undefined;

const PAGE = "Copy it from your app's Basic Information page.";

/** What is missing or too much for many workspaces; nothing where they are not meant. */
export function oauthProblems(data: Data): string[] {
  if (!isForMany(data)) return [];
  const problems: string[] = [];
  const both = "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, for many workspaces, belong together, and";
  if (!data.SLACK_CLIENT_ID) problems.push(`${both} SLACK_CLIENT_ID is missing. ${PAGE}`);
  if (!data.SLACK_CLIENT_SECRET) problems.push(`${both} SLACK_CLIENT_SECRET is missing. ${PAGE}`);
  if (!data.SLACK_SIGNING_SECRET)
    problems.push(
      `With SLACK_CLIENT_ID set, Slack sends requests over HTTP, and SLACK_SIGNING_SECRET is missing. ${PAGE}`,
    );
  if (!data.TIGHTROPE_KEY)
    problems.push(
      "With SLACK_CLIENT_ID set, the tokens of all workspaces are kept encrypted, and TIGHTROPE_KEY is missing. openssl rand -base64 32 makes one.",
    );
  for (const name of ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"] as const)
    if (data[name])
      problems.push(
        `${name} is for a single workspace, and SLACK_CLIENT_ID for many. Leave out the one you do not mean.`,
      );
  return problems;
}

/** The connection for many workspaces, where it is meant and whole. */
export function oauthConnection(data: Data): OauthConnection | undefined {
  const { SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, TIGHTROPE_KEY, SLACK_SIGNING_SECRET, PORT } = data;
  if (!SLACK_CLIENT_ID || !SLACK_CLIENT_SECRET || !TIGHTROPE_KEY || !SLACK_SIGNING_SECRET) return undefined;
  return {
    mode: "oauth",
    clientId: SLACK_CLIENT_ID,
    clientSecret: SLACK_CLIENT_SECRET,
    keys: TIGHTROPE_KEY,
    signingSecret: SLACK_SIGNING_SECRET,
    port: PORT,
  };
}
