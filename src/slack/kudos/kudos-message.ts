import type { KnownBlock } from "@slack/types";
import { shortened } from "../../feedback/shortened.ts";
import { SKILL_TITLES } from "../../feedback/tell.ts";
import type { Kudos } from "../../store/kudos.ts";
import { button, context, escaped, type Message, section } from "../message.ts";

/** The outbox id of kudos in the direct message of who got them. */
export const kudosTo = ({ id }: Pick<Kudos, "id">) => `kudos/${id}/to`;
/** The same where they show them; they may remove them there and show them again, a showing each. */
export const kudosIn = ({ id }: Pick<Kudos, "id">, showing: string) => `kudos/${id}/in/${showing}`;

/** The kudos of which a message with this outbox id is one, and which one. */
export function kudosSentAs(outboxId: string): { id: string; place: "to" | "in" } | undefined {
  const [, id, place] = /^kudos\/([^/]+)\/(to|in)(?:\/|$)/.exec(outboxId) ?? [];
  return id && place ? { id, place: place as "to" | "in" } : undefined;
}

const quoted = (text: string) =>
  escaped(text)
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");

const linkTo = (link: string | undefined) => (link ? `\n<${link}|The message it is about>` : "");

const pressable = (elements: ReturnType<typeof button>[]): KnownBlock => ({ type: "actions", elements });

/** Hands kudos over. */
export function youGotKudos(kudos: Kudos): Message {
  const { id, from, skill, reason, link } = kudos;
  const head = `<@${from}> noticed something you did. ${SKILL_TITLES[skill]}:`;
  const body = `${quoted(reason)}${linkTo(link)}`;
  const care = `Only you see this, here and with your progress. If you like, show it in a channel; <@${from}> knows that you may.`;
  return {
    text: [head, body, care].join("\n\n"),
    blocks: [
      section(head),
      section(body),
      context(care),
      pressable([button("Show it in a channel…", "kudos:show", id)]),
    ],
  };
}

/** Tells who gave them that they arrived. */
export function youGaveKudos({ id, to, reason }: Kudos): Message {
  const text = `<@${to}> got this from you:\n${quoted(reason)}\nWhether anybody else sees it is up to them.`;
  return {
    text,
    blocks: [section(text), pressable([button("Take it back", "kudos:take-back", id)])],
  };
}

/** What a channel sees, once whoever got the kudos shows them. */
export const shownKudos = ({ from, to, skill, reason }: Kudos): string =>
  `<@${from}> noticed something that <@${to}> did. ${SKILL_TITLES[skill]}:\n${quoted(reason)}`;

/** The same as a message there; only whoever got the kudos can remove it. */
export function kudosShown(kudos: Kudos): Message {
  const text = shownKudos(kudos);
  return { text, blocks: [section(text), pressable([button("Remove it", "kudos:hide", kudos.id)])] };
}

/** Tells who got them that a channel sees them now. */
export function youShowKudos({ id }: Kudos, channel: string): Message {
  const text = `It stands in <#${channel}> now.`;
  return {
    text,
    blocks: [section(text), pressable([button("Remove it there", "kudos:hide", id)])],
  };
}

/** Stands in place of kudos that can't be removed where they were. */
export const NO_LONGER: Message = { text: "This was taken back." };

const IN_LIST = 140;

/** The last kudos somebody got, for their eyes; nothing where there are none. */
export function peopleNoticed(kudos: readonly Kudos[]): string | undefined {
  if (kudos.length === 0) return undefined;
  const lines = kudos.map(
    ({ from, skill, reason }) =>
      `• ${SKILL_TITLES[skill]}: “${escaped(shortened(reason, IN_LIST))}” From <@${from}>.`,
  );
  return ["People noticed:", ...lines].join("\n");
}
