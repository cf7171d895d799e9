import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { isAnybody, type NamedElsewhere, type WhoIsWho } from "./roles.ts";
import type { Connection } from "./settings.ts";
import type { Directory } from "./share-modal.ts";
import type { Upload } from "./upload-picture.ts";

/** A local Slack with a small made-up workspace, for trying everything without an account. */
export type StandIn = {
  /** The address to open in a browser. */
  url: string;
  apiUrl: string;
  connection: Connection;
  /** Shows a picture within the message: files stand in it only in Slack itself. */
  upload: Upload;
  /** Its people and channels: its own lists of them stay empty in a dialogue. */
  directory: Directory;
  /** Whom the environment names; where it names no trainer or no admin, its one user is that. */
  whoIsWho: (named: WhoIsWho) => NamedElsewhere;
  stop(): Promise<void>;
};

/** The stand-in has no build for this machine, or did not start. */
export class NoStandIn extends Error {}

const TOKENS = { botToken: "xoxb-stand-in", appToken: "xapp-stand-in" };
const NEWCOMER = { id: "U01PRIYA", name: "priya", real_name: "Priya Raman" };
const PEOPLE = [
  NEWCOMER,
  { id: "U02TOMAS", name: "tomas", real_name: "Tomás Lindqvist" },
  { id: "U03GRACE", name: "grace", real_name: "Grace Okafor" },
];
const TEAM = { id: "C01TEAM", name: "support-team" };
const NIGHT = { id: "C02NIGHT", name: "night-shift" };
const DIRECTORY: Directory = {
  people: PEOPLE.map(({ id, real_name }) => ({ id, name: real_name })),
  channels: [TEAM, NIGHT].map(({ id, name }) => ({ id, name: `#${name}` })),
};
const FIRST_PORT = 3_300;

const workspace = (command: string) => ({
  workspace: { name: "Harbour & Pine Support", domain: "harbour-pine", teamId: "T01HARBOUR" },
  apps: [
    {
      appId: "A01TIGHTROPE",
      botUserId: "U0TIGHTROPE",
      botName: "Tightrope",
      ...TOKENS,
      signingSecret: "stand-in",
      mode: "socket",
      commands: [{ command, description: "Practise with a difficult customer" }],
    },
  ],
  users: PEOPLE,
  channels: [TEAM, NIGHT].map((one) => ({
    ...one,
    members: [...PEOPLE.map(({ id }) => id), "U0TIGHTROPE"],
  })),
});

const binary = () =>
  fileURLToPath(new URL("../../node_modules/local-slack-linux-x64/bin/local-slack", import.meta.url));

/**
 * Starts the stand-in and waits until it answers.
 * @throws {NoStandIn} where it has no build for this machine or does not start within ten seconds.
 */
export async function startStandIn(command: string, port?: number): Promise<StandIn> {
  if (!existsSync(binary()))
    throw new NoStandIn(`The local Slack stand-in has no build for ${process.platform} on ${process.arch}.`);
  const folder = mkdtempSync(join(tmpdir(), "tightrope-stand-in-"));
  const config = join(folder, "workspace.yaml");
  writeFileSync(config, stringify(workspace(command)));
  const at = port ?? (await freePort());
  const url = `http://localhost:${at}`;
  const child = spawn(
    binary(),
    ["--config", config, "--port", String(at), "--files-dir", join(folder, "files")],
    // In a group of its own, so that Ctrl+C reaches the app first and the app can say goodbye to it.
    { stdio: "ignore", detached: true },
  );
  const kill = () => void child.kill("SIGTERM");
  process.once("exit", kill);
  const stop = async () => {
    process.off("exit", kill);
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  if (!(await answers(`${url}/_control/state`, child))) {
    await stop();
    throw new NoStandIn("The local Slack stand-in did not start within ten seconds.");
  }
  await openDirectMessage(`${url}/api/`);
  const connection: Connection = { mode: "socket", ...TOKENS };
  return { url, apiUrl: `${url}/api/`, connection, upload: inline, directory: DIRECTORY, whoIsWho, stop };
}

const FOR_TRYING = "In this local Slack as well, so that everything can be tried";

const whoIsWho = (named: WhoIsWho): NamedElsewhere => {
  const lacking = (["trainers", "admins"] as const).filter((role) => !isAnybody(named[role]));
  const giving = <Value>(value: Value) => Object.fromEntries(lacking.map((role) => [role, value]));
  return { ...named, ...giving({ people: [NEWCOMER.id], groups: [] }), otherwise: giving(FOR_TRYING) };
};

const inline: Upload = async (_client, _name, png) => ({
  image_url: `data:image/png;base64,${png.toString("base64")}`,
});

// So that the newcomer finds it in the list before anything was written in it.
async function openDirectMessage(apiUrl: string): Promise<void> {
  await fetch(`${apiUrl}conversations.open`, {
    method: "POST",
    headers: { authorization: `Bearer ${TOKENS.botToken}`, "content-type": "application/json" },
    body: JSON.stringify({ users: NEWCOMER.id }),
  });
}

async function answers(address: string, child: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 100 && child.exitCode === null; tries++) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}

async function freePort(): Promise<number> {
  for (let port = FIRST_PORT; port < FIRST_PORT + 20; port++) if (await isFree(port)) return port;
  throw new NoStandIn(
    `No port from ${FIRST_PORT} to ${FIRST_PORT + 19} is free for the local Slack stand-in.`,
  );
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
