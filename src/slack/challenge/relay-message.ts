import type { KnownBlock } from "@slack/types";
import type { Relay } from "../../challenge/relay.ts";
import { tellIntroduction } from "../../challenge/tell-relay.ts";
import { tellTeamTalk } from "../../challenge/tell-team-talk.ts";
import { debrief } from "../../feedback/debrief.ts";
import { barOf } from "../../feedback/tell.ts";
import type { Flow } from "../../flow/flow.ts";
import { button, context, escaped, type Message, section } from "../message.ts";
import { personaLine } from "../persona-line.ts";
import { quoted } from "./quoted.ts";

/** The button that opens the page for an answer; its value is the challenge. */
export const answerButton = (challenge: string, label = "Answer the customer") =>
  button(label, "relay:answer", challenge);

/** Opens the thread of a relay: what this is, and what may be hard about it. */
export function introductionMessage(flow: Flow): Message {
  const [about = "", ...how] = tellIntroduction(flow).map(escaped);
  return { text: [about, ...how].join("\n"), blocks: [section(about), context(how.join("\n"))] };
}

/** The customer's newest line, with the button to take the turn. */
export const newestLine = (flow: Flow, line: string, challenge: string): Message => ({
  ...personaLine(flow, line),
  blocks: [
    section(escaped(line)),
    { type: "actions", elements: [answerButton(challenge, "Take this turn")] },
  ],
});

/** What a colleague answered, under the name they chose. */
export const colleagueLine = (name: string, alias: string | undefined, text: string): Message => ({
  text: escaped(text),
  // An alias could be somebody else's name.
  username: alias ? `${alias} (a colleague's alias)` : `${name} (colleague)`,
  icon_emoji: ":bust_in_silhouette:",
});

/** Gives somebody back what they wrote and what was not posted. */
export const returnedMessage = (why: string, text: string): Message => ({
  text: escaped(`${why} Nothing was posted. Here is what you wrote, so that it isn't lost:\n\n${text}`),
});

/** Tells the lead that the customer of a relay could not come. */
export function nobodyCame(title: string, id: string): Message {
  const text = escaped(
    `“${title}” has begun, but its customer is no longer available, so nobody came to the channel. Call it off and launch one with another customer.`,
  );
  return {
    text,
    blocks: [section(text), { type: "actions", elements: [button("Call it off", "challenge:call-off", id)] }],
  };
}

/** What a team is shown when its relay is over: the three skills, what to keep, what to try, and how to replay it. */
export function teamDebriefMessage({ session, authors }: Relay, command: string): Message {
  const told = debrief(session);
  const title = escaped(`Relay: ${told.title}`);
  const talk = tellTeamTalk(told, new Set(authors).size);
  if (told.turns === 0) return { text: `${title}\n\n${escaped(talk.ending)}` };
  const again = `At your next meeting you can replay it turn by turn: ${command} huddle, typed here, shows each line of the customer, and you vote on the next one before you see what was said.`;
  const parts: [string, string[]][] = [
    ["One thing to keep", talk.keep],
    ["One thing to try", talk.try],
  ];
  const skills = talk.skills.map(({ title: name, words }) => `${name}: ${words}`);
  return {
    text: [
      title,
      escaped(talk.ending),
      skills.map(escaped).join("\n"),
      ...parts.map(([head, lines]) => escaped(`${head}: ${lines.join("\n")}`)),
      ...(talk.care ? [escaped(talk.care)] : []),
      escaped(again),
    ].join("\n\n"),
    blocks: [
      section(`*${title}*\n${escaped(talk.ending)}`),
      ...told.skills.map((report, index) =>
        section(
          `*${talk.skills[index]?.title}* ${barOf(report)} ${escaped(talk.skills[index]?.words ?? "")}`,
        ),
      ),
      ...parts.map(([head, lines]) => section(`*${head}*\n${lines.map(paragraph).join("\n")}`)),
      ...(talk.care ? [section(escaped(talk.care))] : []),
      context(escaped(again)),
    ],
  };
}

const paragraph = (text: string) => quoted(text, 900);

/** The blocks of what the customer said, for a page. */
export const saidBlocks = (flow: Flow, lines: readonly string[]): KnownBlock[] =>
  lines.map((line) => section(`*${escaped(flow.persona.name)}*\n${quoted(line, 2_500)}`));
