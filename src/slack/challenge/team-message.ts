import type { KnownBlock } from "@slack/types";
import { customerFor } from "../../challenge/customer-for.ts";
import { teamPicture } from "../../challenge/team-picture.ts";
import { teamTable } from "../../challenge/team-table.ts";
import { hasFigures, type TeamView, weakSpot } from "../../challenge/team-view.ts";
import { TEAM_CARE, tellClosed, tellSkills, tellTaking, tellWeakSpot } from "../../challenge/tell-team.ts";
import type { Flow } from "../../flow/flow.ts";
import { button, context, escaped, type Message, section } from "../message.ts";

/** What a lead looks at: the team of a channel, with the customers there are and whether the digest comes weekly. */
export type Look = {
  channel: string;
  view: TeamView;
  flows: readonly Flow[];
  isWeekly: boolean;
  /** The lead's time zone, by its IANA name. */
  zone: string;
};

/** What of it stands in the Home tab. */
export type LookInShort = Omit<Look, "isWeekly">;

/** How the team of a channel is doing, for a lead; `above` stands before everything else. */
export function teamMessage(look: Look, above: string[] = []): Message {
  const { channel, view, isWeekly } = look;
  const picture = teamPicture(view);
  const head = `How the team of <#${channel}> is doing`;
  const parts = [...above, ...partsOf(look)];
  const customer = customerOf(look);
  const care = view.state === "open" ? [TEAM_CARE] : [];
  return {
    text: [head, ...parts, ...care, ...(picture ? [picture.alt] : [])].join("\n\n"),
    blocks: [
      section(`*${head}*`),
      ...parts.map(section),
      ...care.map(context),
      {
        type: "actions",
        elements: [
          ...(customer ? [button("Play it first yourself", `start:${customer.id}`, customer.id)] : []),
          ...(hasFigures(view) ? [button("As a table (CSV)", "team:table", channel)] : []),
          ...(view.state === "open" || isWeekly ? [weeklyButton(channel, isWeekly)] : []),
          button("Look again", "team:look", channel),
        ],
      },
    ],
    ...(picture && { picture: { ...picture, name: "team.png" } }),
  };
}

const weeklyButton = (channel: string, isWeekly: boolean) =>
  isWeekly
    ? button("Weekly digest: turn off", "team:weekly-off", channel)
    : button("Weekly digest: turn on", "team:weekly-on", channel);

const customerOf = ({ view, flows }: Pick<Look, "view" | "flows">): Flow | undefined => {
  const skill = weakSpot(view);
  return skill && customerFor(skill, flows);
};

function partsOf(look: Pick<Look, "view" | "flows" | "zone">): string[] {
  const { view, zone } = look;
  if (view.state === "closed") return [tellClosed(view.opensAt, zone)];
  const weak = tellWeakSpot(view, customerOf(look));
  return [tellTaking(view.taking), tellSkills(view).join("\n"), ...(weak ? [weak] : [])].map(escaped);
}

/** The same in short for the Home tab of a lead, a block for each channel. */
export const teamsInShort = (looks: readonly LookInShort[]): KnownBlock[] =>
  looks.map((look) => ({
    type: "section",
    text: {
      type: "mrkdwn",
      verbatim: true,
      text: `*How the team of <#${look.channel}> is doing*\n${partsOf(look).join("\n")}`.slice(0, 3_000),
    },
    accessory: button("Look closer", "team:look", look.channel),
  }));

/** The same figures as a file. */
export function tableMessage({ channel, view }: Pick<Look, "channel" | "view">): Message {
  const text = `The figures of <#${channel}> as a table. It holds what you were shown, and nothing else.`;
  return { text, file: { name: `team-${channel}.csv`, content: teamTable(view) } };
}
