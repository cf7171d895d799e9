import { randomBytes } from "node:crypto";
import { pino } from "pino";
import { createTightrope, type Tightrope } from "../../../src/slack/tightrope.ts";
import { openStore, type Store } from "../../../src/store/store.ts";
import type { Agreement } from "../../slack-double/installing.ts";
import { type SlackDouble, startSlackDouble } from "../../slack-double/slack-double.ts";
import type { TeamDouble } from "../../slack-double/team.ts";
import { until } from "../../slack-double/until.ts";
import type { Message } from "../../slack-double/workspace.ts";
import { COLD_SOUP, quietly } from "../practice-room.ts";

const ORGANISATION = { id: "E0001", name: "Harbour Group" };

/** Two workspaces with the same people, and a Tightrope that nobody has installed yet. */
export type ManyRoom = {
  slack: SlackDouble;
  /** The first workspace, T0001, and the second, T0002; both belong to one organisation. */
  harbour: TeamDouble;
  pine: TeamDouble;
  store: Store;
  logged: string[];
  /** Starts an instance in front of Slack; the one before may go on. */
  start(keys?: readonly Buffer[]): Promise<Instance>;
  close(): Promise<void>;
};

/** One of the processes, and what is asked of it. */
export type Instance = {
  tightrope: Tightrope;
  /** Installs the app the way a person does it in a browser; gives the page they end on. */
  install(agreement?: Agreement): Promise<Page>;
  /** Asks for a page of the app. */
  page(path: string, cookie?: string): Promise<Page>;
  quiet(): Promise<void>;
  stop(): Promise<void>;
};

type Page = { status: number; text: string; cookie: string };

export const KEYS = [randomBytes(32)];

/** Opens it; no token is known to anybody yet. */
export async function openManyRoom(): Promise<ManyRoom> {
  const people = ["U1", "U2"].map((id) => ({ id, name: "Ada" }));
  // Bolt's installation provider looks at the clock on the wall.
  const startAt = Math.floor(Date.now() / 1_000) * 1_000;
  const there = { people, channels: [{ id: "C1", bot: true }], installed: false, enterprise: ORGANISATION };
  const slack = await startSlackDouble({ ...there, startAt, echo: true });
  const pine = slack.addTeam({ ...there, team: { id: "T0002", name: "Pine" } });
  const store = await openStore(":memory:", slack.clock.now);
  const logged: string[] = [];
  const running = new Set<Instance>();

  const start = async (keys: readonly Buffer[] = KEYS): Promise<Instance> => {
    const tightrope = createTightrope({
      connection: {
        mode: "oauth",
        clientId: slack.clientId,
        clientSecret: slack.clientSecret,
        keys,
        signingSecret: slack.signingSecret,
        port: 0,
      },
      apiUrl: slack.slackApiUrl,
      store,
      flows: () => [COLD_SOUP],
      command: "/practice",
      log: pino({ level: "trace" }, { write: (line: string) => void logged.push(line) }),
      now: slack.clock.now,
      seed: () => 1,
    });
    const own = `http://127.0.0.1:${await tightrope.start()}`;
    slack.deliverTo(`${own}/slack/events`);
    const page = async (path: string, cookie = ""): Promise<Page> => {
      const answer = await fetch(`${own}${path}`, { headers: { cookie } });
      const set = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
      return { status: answer.status, text: await answer.text(), cookie: set };
    };
    const instance: Instance = {
      tightrope,
      page,
      install: async (agreement) => {
        const begin = await page("/slack/install");
        const leadsTo = /href="(https:[^"]+)"/.exec(begin.text)?.[1]?.replaceAll("&#38;", "&") ?? "";
        const back = new URL(slack.agree(leadsTo, agreement));
        return page(`/slack/oauth_redirect${back.search}`, begin.cookie);
      },
      quiet: () => quietly(tightrope, store),
      stop: async () => {
        running.delete(instance);
        await tightrope.stop();
      },
    };
    running.add(instance);
    return instance;
  };

  return {
    slack,
    harbour: slack,
    pine,
    store,
    logged,
    start,
    close: async () => {
      for (const instance of [...running]) await instance.stop();
      await store.close();
      await slack.close();
    },
  };
}

/** The running practice of a person, as it is kept for an installation. */
export const running = ({ store }: ManyRoom, team: string, person = "U1") =>
  store.together(team, (desk) => desk.running(team, person));

/** The buttons of a message. */
export const buttonsIn = ({ blocks = [] }: Message): string[] =>
  [...JSON.stringify(blocks).matchAll(/"action_id":"([^"]+)"/g)].map(([, action = ""]) => action);

/** The message with the buttons of a person's practice. */
export function controlIn(team: TeamDouble, person = "U1"): Message {
  const control = team.dm(person).find((message) => buttonsIn(message).includes("practice:stop"));
  if (!control) throw new Error("There are no buttons.");
  return control;
}

/** What a person was told by the app, customers included. */
export const told = (team: TeamDouble, person = "U1"): string[] =>
  team
    .dm(person)
    .filter(({ bot }) => bot)
    .map(({ text }) => text);

/** What of it customers said. */
export const customerSaid = (team: TeamDouble, person = "U1"): string[] =>
  team
    .dm(person)
    .filter(({ username }) => username)
    .map(({ text }) => text);

/** Begins a practice in a workspace, and waits for its first line. */
export async function begin({ quiet }: Instance, team: TeamDouble, person = "U1"): Promise<void> {
  await team.person(person).command("/practice", "cold-soup");
  await until(() => customerSaid(team, person).length > 0);
  await quiet();
}
