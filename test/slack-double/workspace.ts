import type { Json } from "./blocks.ts";
import type { Clock } from "./clock.ts";
import { DECLARED } from "./manifest.ts";

/** A person of the workspace, or an app, or somebody of another `team`. `tz` is an IANA zone. */
export type Person = {
  id: string;
  name: string;
  tz: string;
  locale: string;
  deactivated?: boolean;
  /** Slack says nothing of them to the app. */
  hidden?: boolean;
  app?: boolean;
  team?: string;
  /** Owns the workspace. */
  owner?: boolean;
};

/** A place for messages. `people` may read it; `bot` says whether the app is in it. */
export type Channel = {
  id: string;
  name: string;
  kind: "channel" | "private" | "im" | "slackbot";
  people: string[];
  bot: boolean;
  /** Nobody writes in it any more. */
  archived?: boolean;
};

/** A message as Slack stores it. `for` is set on an ephemeral one: the only person who sees it. */
export type Message = {
  channel: string;
  ts: string;
  text: string;
  user: string;
  bot: boolean;
  username?: string;
  icon_emoji?: string;
  icon_url?: string;
  blocks?: Json[];
  metadata?: Json;
  thread_ts?: string;
  subtype?: string;
  edited?: { user: string; ts: string };
  files?: Json[];
  client_msg_id?: string;
  for?: string;
};

/** A modal or a Home tab as Slack stores it, and whose screen it is on. */
export type View = Json & { id: string; type: string; hash: string; owner: string };

/** A file someone shared, with its bytes; one that the app uploaded may be shown from an instant on. */
export type StoredFile = { json: Json; content: Buffer; readyAt?: number };

/** Everything the double knows. */
export type Workspace = {
  clock: Clock;
  /** Where it is served, once it is. */
  address: string;
  team: { id: string; name: string; domain: string };
  /** The organisation it belongs to, if any. */
  enterprise?: { id: string; name: string } | undefined;
  /** Whether the app is in it at all, and whether by one installation for the whole organisation. */
  installed: boolean;
  orgWide: boolean;
  app: { id: string; botUser: string; botId: string; name: string };
  scopes: string[];
  /** What the app hears of. */
  events: string[];
  people: Map<string, Person>;
  channels: Map<string, Channel>;
  /** User groups, with who is in them. */
  groups: Map<string, string[]>;
  messages: Message[];
  modals: Map<string, View[]>;
  homes: Map<string, View>;
  files: Map<string, StoredFile>;
  /** What the app announced it would upload, by file id, with the bytes once they came. */
  uploads: Map<string, { name: string; length: number; bytes?: Buffer }>;
  /** How long Slack looks through an upload before it may stand in a message, in ms. */
  fileDelay: number;
  nextId: (letter: string) => string;
};

/** What a test may say about a workspace before anything happens in it. */
export type WorkspaceOptions = {
  /** What the app may do, and what it hears of: what our manifest.yml says, unless told. */
  scopes?: string[];
  events?: string[];
  team?: { id: string; name?: string; domain?: string };
  enterprise?: { id: string; name: string };
  /** Whether the app is there from the beginning, as it is unless told. */
  installed?: boolean;
  people: ({ id: string } & Partial<Person>)[];
  channels?: ({ id: string } & Partial<Channel>)[];
};

/** A workspace where nothing was said yet. Every person is in every channel that does not name its people. */
export function createWorkspace(
  options: WorkspaceOptions,
  clock: Clock,
  nextId: Workspace["nextId"] = counting(),
): Workspace {
  const people = options.people.map(
    (one): Person => ({ name: one.id, tz: "Europe/Amsterdam", locale: "en-US", ...one }),
  );
  const everyone = people.map((one) => one.id);
  const channels = (options.channels ?? []).map(
    (one): Channel => ({ name: one.id.toLowerCase(), kind: "channel", people: everyone, bot: false, ...one }),
  );
  const { id: team, name = "Harbour Support", domain = "harbour-support" } = options.team ?? { id: "T0001" };
  return {
    clock,
    address: "",
    team: { id: team, name, domain },
    enterprise: options.enterprise,
    installed: options.installed ?? true,
    orgWide: false,
    app: { id: "A0001", botUser: "U0BOT", botId: "B0001", name: "tightrope" },
    scopes: options.scopes ?? [...DECLARED.scopes],
    events: options.events ?? [...DECLARED.events],
    people: new Map(people.map((one) => [one.id, one])),
    channels: new Map(channels.map((one) => [one.id, one])),
    groups: new Map(),
    messages: [],
    modals: new Map(),
    homes: new Map(),
    files: new Map(),
    uploads: new Map(),
    fileDelay: 0,
    nextId,
  };
}

/** Ids that no other thing of the same Slack has. */
export function counting(): Workspace["nextId"] {
  let ids = 0;
  return (letter) => `${letter}${String(++ids).padStart(5, "0")}`;
}

/** A person by id. Throws when a test made the id up. */
export function knownPerson(workspace: Workspace, id: string): Person {
  const person = workspace.people.get(id);
  if (!person) throw new Error(`There is no person "${id}" in this workspace.`);
  return person;
}

/** The direct messages between a person and the app, opened when they are not yet; or their Slackbot ones. */
export function directMessages(
  workspace: Workspace,
  person: string,
  kind: "im" | "slackbot" = "im",
): Channel {
  knownPerson(workspace, person);
  const id = kind === "im" ? `D${person}` : `DSLACKBOT${person}`;
  const known = workspace.channels.get(id);
  if (known) return known;
  const channel: Channel = { id, name: "directmessage", kind, people: [person], bot: kind === "im" };
  workspace.channels.set(id, channel);
  return channel;
}

/** Whether a person is in a place. */
export function isIn(workspace: Workspace, person: string, channel: string): boolean {
  return workspace.channels.get(channel)?.people.includes(person) ?? false;
}

/** A message by its place and time, whoever may see it. */
export function findMessage(workspace: Workspace, channel: unknown, ts: unknown): Message | undefined {
  return workspace.messages.find((one) => one.channel === channel && one.ts === ts);
}

/** What a person sees in a channel, oldest first: copies, as what is seen does not change when the store does. */
export function seenBy(workspace: Workspace, person: string, channel: string): Message[] {
  const visible = workspace.messages.filter(
    (one) => one.channel === channel && (!one.for || one.for === person),
  );
  return structuredClone(visible.sort((a, b) => Number(a.ts) - Number(b.ts)));
}
