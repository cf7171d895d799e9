import type { Json } from "./blocks.ts";
import { messageJson } from "./message.ts";
import { needScope, refusal } from "./refusal.ts";
import { type Channel, directMessages, type Workspace } from "./workspace.ts";

/** The methods that say who and where: `auth.*`, `users.*` and `conversations.*`. */
export const lookupMethods = {
  "auth.test": (workspace: Workspace): Json => ({
    url: `https://${workspace.team.domain}.slack.com/`,
    team: workspace.team.name,
    user: workspace.app.name,
    team_id: workspace.team.id,
    user_id: workspace.app.botUser,
    bot_id: workspace.app.botId,
    ...(workspace.enterprise ? { enterprise_id: workspace.enterprise.id } : {}),
    is_enterprise_install: workspace.orgWide,
  }),

  "users.info": (workspace: Workspace, args: Json): Json => {
    const person = workspace.people.get(String(args.user));
    if (!person) throw refusal("user_not_found");
    if (person.hidden) throw refusal("user_not_visible");
    const {
      id,
      name,
      tz,
      locale,
      deactivated = false,
      app = false,
      team = workspace.team.id,
      owner = false,
    } = person;
    const names = { real_name: name, display_name: name };
    // Of a deactivated account Slack no longer tells the time zone.
    const zone = deactivated ? {} : { tz, tz_label: tz, tz_offset: offsetOf(tz, workspace.clock.now()) };
    const base = {
      id,
      team_id: team,
      name: name.toLowerCase().replaceAll(" ", "."),
      real_name: name,
      ...zone,
    };
    const user = {
      ...base,
      profile: names,
      deleted: deactivated,
      is_bot: app,
      ...(deactivated ? {} : { is_owner: owner, is_admin: owner }),
      ...(team === workspace.team.id ? {} : { is_stranger: true }),
      ...(asked(args.include_locale) ? { locale } : {}),
    };
    return { user };
  },

  "usergroups.list": (workspace: Workspace): Json => ({
    usergroups: [...workspace.groups.keys()].map((id) => ({
      ...{ id, team_id: workspace.team.id, name: `Group ${id}`, handle: id.toLowerCase(), date_delete: 0 },
    })),
  }),

  "usergroups.users.list": (workspace: Workspace, args: Json): Json => {
    const users = workspace.groups.get(String(args.usergroup));
    if (!users) throw refusal("no_such_subteam");
    return { users };
  },

  "conversations.open": (workspace: Workspace, args: Json): Json => {
    const users = String(args.users ?? "")
      .split(",")
      .filter(Boolean);
    const [person] = users;
    if (!person) throw refusal(args.channel ? "channel_not_found" : "users_list_not_supplied");
    if (users.length > 1) needScope(workspace.scopes, "mpim:write");
    const known = workspace.people.get(person);
    if (!known) throw refusal("user_not_found");
    if (known.deactivated) throw refusal("user_disabled");
    if (known.app) throw refusal("cannot_dm_bot");
    const already = workspace.channels.has(`D${person}`);
    const { id } = directMessages(workspace, person);
    return { ...(already ? { no_op: true, already_open: true } : {}), channel: { id } };
  },

  "conversations.info": (workspace: Workspace, args: Json): Json => {
    const channel = workspace.channels.get(String(args.channel));
    if (!channel || channel.kind === "slackbot") throw refusal("channel_not_found");
    const scopes = { channel: "channels:read", private: "groups:read", im: "im:read" };
    needScope(workspace.scopes, scopes[channel.kind]);
    return { channel: channelJson(channel) };
  },

  "conversations.history": (workspace: Workspace, args: Json): Json => {
    const channel = workspace.channels.get(String(args.channel));
    if (channel?.kind !== "im") throw refusal("channel_not_found");
    const from = Number(args.oldest ?? 0);
    const to = Number(args.latest ?? Number.POSITIVE_INFINITY);
    const within = (ts: number) => (asked(args.inclusive) ? ts >= from && ts <= to : ts > from && ts < to);
    const listed = workspace.messages
      .filter((one) => one.channel === channel.id && !one.for && within(Number(one.ts)))
      .filter((one) => !one.thread_ts || one.thread_ts === one.ts || one.subtype === "thread_broadcast")
      .sort((a, b) => Number(b.ts) - Number(a.ts));
    const limit = Number(args.limit ?? 100);
    const messages = listed.slice(0, limit).map((one) => {
      const { metadata, ...rest } = messageJson(workspace, one);
      return asked(args.include_all_metadata) && metadata ? { ...rest, metadata } : rest;
    });
    return { messages, has_more: listed.length > limit };
  },
};

function channelJson({ id, name, kind, people, bot }: Channel): Json {
  if (kind === "im") return { id, is_im: true, is_channel: false, user: people[0], is_open: true };
  return { id, name, is_channel: true, is_im: false, is_private: kind === "private", is_member: bot };
}

function asked(value: unknown): boolean {
  return value === true || value === "true" || value === "1" || value === 1;
}

function offsetOf(tz: string, at: number): number {
  const format = new Intl.DateTimeFormat("en", { timeZone: tz, timeZoneName: "longOffset" });
  const name = format.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60);
}
