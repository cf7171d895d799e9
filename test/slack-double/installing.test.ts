import { WebClient } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clientOf, refused } from "./client.ts";
import { type EchoApp, startEchoApp } from "./echo-app.ts";
import { type SlackDouble, startSlackDouble } from "./slack-double.ts";
import { until } from "./until.ts";

const HOUR = 3_600_000;
const CALLBACK = "https://tightrope.example/slack/oauth_redirect";

describe("one app in several workspaces", () => {
  let slack: SlackDouble;
  let bolt: EchoApp;
  const anonymous = () =>
    new WebClient(undefined, { slackApiUrl: slack.slackApiUrl, retryConfig: { retries: 0 } });
  const page = (scope = "chat:write,im:history") =>
    `https://slack.com/oauth/v2/authorize?${new URLSearchParams({ client_id: slack.clientId, scope, redirect_uri: CALLBACK, state: "S1" })}`;
  const codeIn = (address: string) => new URL(address).searchParams.get("code") ?? "";
  const access = (rest: object) =>
    anonymous().oauth.v2.access({
      client_id: slack.clientId,
      client_secret: slack.clientSecret,
      ...rest,
    } as never);
  const install = async (agreement = {}) =>
    access({ code: codeIn(slack.agree(page(), agreement)), redirect_uri: CALLBACK });

  beforeEach(async () => {
    slack = await startSlackDouble({
      scopes: ["chat:write", "im:history"],
      events: ["message.im", "app_uninstalled", "tokens_revoked"],
      people: [{ id: "U1" }],
      enterprise: { id: "E0001", name: "Harbour" },
    });
    bolt = await startEchoApp(slack);
  });
  afterEach(async () => {
    await bolt.stop();
    await slack.close();
  });
  const other = (more = {}) =>
    slack.addTeam({
      team: { id: "T0002", name: "Pine" },
      people: [{ id: "U1" }, { id: "U2" }],
      installed: false,
      ...more,
    });

  it("a token opens its own workspace and no other, even where ids are the same", async () => {
    const pine = other();
    const { access_token } = await install({ team: pine, person: "U2" });
    const theirs = clientOf(slack, access_token);
    expect((await theirs.auth.test()).team_id).toBe("T0002");
    const { ts = "" } = await theirs.chat.postMessage({ channel: "U1", text: "only for Pine" });
    expect([slack.dm("U1"), pine.dm("U1").map(({ text }) => text)]).toEqual([[], ["only for Pine"]]);
    const ours = clientOf(slack);
    expect(await refused(ours.chat.update({ channel: "DU1", ts, text: "x" }))).toBe("channel_not_found");
    expect(await refused(ours.chat.postMessage({ channel: "U2", text: "x" }))).toBe("channel_not_found");
  });

  it("what people do comes with the id of their workspace", async () => {
    const pine = other({ installed: true });
    const { envelope } = await pine.person("U2").writes("hello");
    expect(envelope.body).toMatchObject({ team_id: "T0002", authorizations: [{ team_id: "T0002" }] });
  });

  it("a code is exchanged once, within ten minutes, at the address it was asked from", async () => {
    const back = slack.agree(page(), { team: other() });
    expect(back).toContain(`${CALLBACK}?code=T0002.`);
    expect(new URL(back).searchParams.get("state")).toBe("S1");
    const code = codeIn(back);
    expect(await refused(access({ code, redirect_uri: "https://elsewhere" }))).toBe("bad_redirect_uri");
    expect(await refused(access({ code, client_secret: "guess" }))).toBe("bad_client_secret");
    const granted = await access({ code, redirect_uri: CALLBACK });
    expect(granted).toMatchObject({
      token_type: "bot",
      scope: "chat:write,im:history",
      bot_user_id: "U0BOT",
      team: { id: "T0002", name: "Pine" },
      authed_user: { id: "U1" },
      is_enterprise_install: false,
    });
    expect(await refused(access({ code, redirect_uri: CALLBACK }))).toBe("code_already_used");
    const late = codeIn(slack.agree(page(), {}));
    slack.clock.advance(600_000);
    expect(await refused(access({ code: late, redirect_uri: CALLBACK }))).toBe("invalid_code");
    expect(new URL(slack.decline(page())).searchParams.get("error")).toBe("access_denied");
  });

  it("A11: a rotated token ends after twelve hours, and a refresh token works once", async () => {
    slack.rotateTokens();
    const first = await install();
    expect(first).toMatchObject({ expires_in: 43_200, refresh_token: expect.stringMatching(/^xoxe-/) });
    slack.clock.advance(11 * HOUR);
    const again = { grant_type: "refresh_token", refresh_token: first.refresh_token };
    const second = await access(again);
    expect(await refused(access(again))).toBe("invalid_refresh_token");
    // Until its own end the old token is as good as the new one.
    expect(await refused(clientOf(slack, first.access_token).auth.test())).toBeUndefined();
    slack.clock.advance(1 * HOUR);
    expect(await refused(clientOf(slack, first.access_token).auth.test())).toBe("token_expired");
    expect(await refused(clientOf(slack, second.access_token).auth.test())).toBeUndefined();
  });

  it("a token for ever is exchanged for one that rotates, where the app rotates at all", async () => {
    const exchange = () =>
      anonymous().oauth.v2.exchange({
        client_id: slack.clientId,
        client_secret: slack.clientSecret,
        token: slack.token,
      });
    expect(await refused(exchange())).toBe("token_rotation_not_enabled");
    slack.rotateTokens();
    expect(await exchange()).toMatchObject({ expires_in: 43_200 });
    expect(await refused(exchange())).toBe("token_already_exchanged");
  });

  it("A11: taking the app out ends its tokens, and tells it so", async () => {
    const pine = other();
    const { access_token } = await install({ team: pine });
    const told = await slack.uninstall({ team: pine });
    expect(
      told.map(({ status, envelope }) => [status, envelope.body.team_id, envelope.body.event]),
    ).toMatchObject([
      [200, "T0002", { type: "tokens_revoked", tokens: { oauth: [], bot: ["U0BOT"] } }],
      [200, "T0002", { type: "app_uninstalled" }],
    ]);
    expect(await refused(clientOf(slack, access_token).auth.test())).toBe("account_inactive");
    expect(await refused(clientOf(slack).auth.test())).toBeUndefined();
  });

  it("an app that hands its token back is told that it was revoked", async () => {
    expect(await clientOf(slack).auth.revoke({ test: true })).toMatchObject({ revoked: false });
    expect(await clientOf(slack).auth.revoke()).toMatchObject({ revoked: true });
    expect(await refused(clientOf(slack).auth.test())).toBe("token_revoked");
    expect(await refused(clientOf(slack, "xoxb-guess").auth.test())).toBe("invalid_auth");
  });

  it("A11: one installation for the whole organisation reaches each of its workspaces", async () => {
    const pine = other({ enterprise: { id: "E0001", name: "Harbour" } });
    const granted = await install({ orgWide: true });
    expect(granted).toMatchObject({ team: null, enterprise: { id: "E0001" }, is_enterprise_install: true });
    const client = clientOf(slack, granted.access_token);
    await client.chat.postMessage({ channel: "U2", text: "to Pine" });
    await client.chat.postMessage({ channel: "U1", text: "to Pine as well", team_id: "T0002" } as never);
    expect([pine.dm("U2").length, pine.dm("U1").length, slack.dm("U1").length]).toEqual([1, 1, 0]);
    const { envelope } = await pine.person("U2").writes("hello");
    expect(envelope.body).toMatchObject({
      team_id: "T0002",
      enterprise_id: "E0001",
      authorizations: [{ team_id: null, enterprise_id: "E0001", is_enterprise_install: true }],
    });
    await until(() => pine.dm("U2").length === 3);
    const [, gone] = await slack.uninstall({ orgWide: true });
    expect(gone?.envelope.body).toMatchObject({ enterprise_id: "E0001", event: { type: "app_uninstalled" } });
    expect(gone?.envelope.body.team_id).toBeUndefined();
  });
});
