import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readSettings } from "../src/slack/settings.ts";
import { OPTIONAL_SCOPES, SCOPES } from "../src/slack/workspaces/scopes.ts";

const root = join(import.meta.dirname, "..");
const text = readFileSync(join(root, "manifest.yml"), "utf8");
const manifest = parse(text) as z.infer<typeof documented>;
const code = readdirSync(join(root, "src/slack"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(join(root, "src/slack", file), "utf8"))
  .join("\n");

/** The part of Slack's manifest that we use, with the lengths its reference gives. */
const documented = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2) }),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().min(1).max(140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/i),
    long_description: z.string().min(175).max(4_000),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: z.string().min(1).max(80), always_online: z.boolean() }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z
            .string()
            .regex(/^\/\S+$/)
            .max(32),
          description: z.string().min(1).max(2_000),
          usage_hint: z.string().max(1_000),
          should_escape: z.boolean(),
        }),
      )
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(24),
          type: z.enum(["message", "global"]),
          callback_id: z.string().min(1).max(255),
          description: z.string().min(1).max(150),
        }),
      )
      .max(10),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({
      bot: z.array(z.string()).max(255),
      bot_optional: z.array(z.string()).max(255),
    }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.boolean() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

// What Slack's method reference asks of each method that the code calls.
const SCOPE_OF: Record<string, string> = {
  "chat.postMessage": "chat:write",
  "chat.update": "chat:write",
  "chat.postEphemeral": "chat:write",
  "chat.delete": "chat:write",
  "conversations.open": "im:write",
  "conversations.history": "im:history",
  "users.info": "users:read",
  "usergroups.list": "usergroups:read",
  "usergroups.users.list": "usergroups:read",
  "files.info": "files:read",
  "files.getUploadURLExternal": "files:write",
  "files.completeUploadExternal": "files:write",
};
const WITHOUT_SCOPE = [
  "auth.test",
  "auth.teams.list",
  "views.open",
  "views.push",
  "views.update",
  "views.publish",
];
const SCOPE_OF_EVENT: Record<string, string | undefined> = {
  app_mention: "app_mentions:read",
  "message.im": "im:history",
  app_home_opened: undefined,
  app_uninstalled: undefined,
  tokens_revoked: undefined,
};

describe("manifest.yml", () => {
  it("keeps to Slack's documented names and lengths", () => {
    expect(documented.parse(manifest)).toEqual(manifest);
  });

  const folder = join(root, "node_modules/.cache/tightrope-manifest");
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  it("is a manifest to Slack's own types, and a misspelt scope would not be", () => {
    const typed = (value: unknown) =>
      `import type { AppsManifestValidateArguments } from "@slack/web-api";\nexport const manifest: AppsManifestValidateArguments["manifest"] = ${JSON.stringify(value)};\n`;
    const check = (value: unknown) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "manifest.ts"), typed(value));
      const options = [
        "--noEmit",
        "--strict",
        "--skipLibCheck",
        "--module",
        "nodenext",
        "--target",
        "es2022",
      ];
      const tsc = join(root, "node_modules/.bin/tsc");
      return () =>
        execFileSync(tsc, [...options, "--ignoreConfig", join(folder, "manifest.ts")], { encoding: "utf8" });
    };
    expect(check(manifest)).not.toThrow();
    const misspelt = structuredClone(manifest);
    misspelt.oauth_config.scopes.bot = ["chat:writ"];
    expect(check(misspelt)).toThrow();
  });

  it("asks for the scopes that the code needs, and for no other", () => {
    const called = [...code.matchAll(/client\.([a-z]+(?:\.[a-zA-Z]+)+)\(/g)].map((found) => found[1] ?? "");
    expect(called.filter((method) => !SCOPE_OF[method] && !WITHOUT_SCOPE.includes(method))).toEqual([]);
    const events = manifest.settings.event_subscriptions.bot_events.map((event) => SCOPE_OF_EVENT[event]);
    const needed = [
      ...called.map((method) => SCOPE_OF[method]),
      ...events,
      "commands",
      "chat:write.customize",
    ];
    const scopes = [...new Set(needed.filter((scope) => scope !== undefined))].sort();
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual(scopes);
    expect([...SCOPES]).toEqual(scopes);
    expect([...manifest.oauth_config.scopes.bot_optional].sort()).toEqual([...OPTIONAL_SCOPES].sort());
    expect(scopes).toEqual(expect.arrayContaining([...OPTIONAL_SCOPES]));
    expect(code).toContain("username:");
  });

  it("declares every event that the code listens to, and no other", () => {
    const heard = [...code.matchAll(/app\.event\("([a-z_]+)"/g)].map((found) => found[1] ?? "").sort();
    const declared = manifest.settings.event_subscriptions.bot_events
      .map((event) => event.split(".")[0])
      .sort();
    expect(declared).toEqual(heard);
  });

  it("declares every shortcut that the code listens to, and no other", () => {
    const heard = [...code.matchAll(/app\.shortcut<[^>]*>\("([a-z_]+)"/g)].map((found) => found[1]);
    expect(manifest.features.shortcuts.map(({ callback_id }) => callback_id)).toEqual(heard);
  });

  it("names the command that the code listens to unless it is told otherwise", () => {
    const settings = readSettings({});
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([
      "problems" in settings ? "" : settings.command,
    ]);
  });
});
