import type { Elsewhere } from "../../store/elsewhere.ts";
import type { Erased } from "../../store/erase-person.ts";
import { button, escaped, type Message, note, section } from "../message.ts";

/** What there is of somebody, as they are asked whether it should go. */
export type Asked = { practices: number; running: string | undefined; elsewhere: Elsewhere };

const count = (number: number, one: string, many: string) => (number === 1 ? one : `${number} ${many}`);

/** What can be taken back from where others see it, in a few words each. */
const shown = ({ shares, kudos, lines, slips }: Elsewhere): string[] => [
  ...(shares.length > 0
    ? [count(shares.length, "a practice that you share", "practices that you share")]
    : []),
  ...(kudos.length > 0
    ? [count(kudos.length, "kudos that you show in a channel", "kudos that you show in channels")]
    : []),
  ...(lines.length > 0
    ? [count(lines.length, "a line shown after a listening game", "lines shown after listening games")]
    : []),
  ...(slips.length > 0
    ? [count(slips.length, "a slip that you show your team", "slips that you show your team")]
    : []),
];

const stays = ({ given, relayed, leads, published }: Elsewhere): string[] => [
  ...(given > 0 ? ["Kudos that you gave: they belong to whoever got them."] : []),
  ...(relayed > 0
    ? [
        "What a channel read of you in a relay or a challenge: it stands in Slack. Here it loses your name and your words.",
      ]
    : []),
  ...(leads > 0
    ? [
        `A challenge that you launched and that goes on: end it in its channel first if nobody should go on with it.`,
      ]
    : []),
  ...(published > 0
    ? ["Flows that you published: they are the workspace's, and keep who published them."]
    : []),
  "Counts that hold nobody, such as a team's meter, and what the admins' audit log says of you: what you did with a role.",
  "Files that I gave you, such as those of “my data”, and pictures: they stay in Slack until somebody who runs your Slack workspace deletes them. Copies that you saved are yours.",
  "What you and the customers wrote in this conversation: Slack lets only you delete your messages, and nobody those of the customers.",
];

/** Says what would go and what would stay, and asks. */
export function askMessage({ practices, running, elsewhere }: Asked): Message {
  const goes = [
    practices > 0
      ? `• ${count(practices, "your practice", "practices of yours")}, with every word and everything that was read in ${practices === 1 ? "it" : "them"}`
      : "• whatever is kept of your practices",
    ...(running
      ? [`• the practice with ${escaped(running)} that is running: it ends, without a debrief`]
      : []),
    "• how you saw readings differently, your paths, your progress and your reminders",
    "• your part in challenges, also where it waits to be counted, and kudos you got",
    "• my own messages to you here, as far back as I know where they stand (about a month)",
  ];
  const others = shown(elsewhere);
  const parts = [
    "*Shall I erase everything I keep about you?* It cannot be undone. To have it for yourself first, write “my data”.",
    ["*This goes:*", ...goes].join("\n"),
    ...(others.length > 0
      ? [
          `*Others see this, and you can have it taken back with the rest.* Left where it is, a share ends when its time is up; the rest I can no longer take back for you later.\n${others.map((one) => `• ${one}`).join("\n")}`,
        ]
      : []),
    ["*This stays:*", ...stays(elsewhere).map((one) => `• ${one}`)].join("\n"),
  ];
  const buttons =
    others.length > 0
      ? [
          button("Erase and take back", "own:forget-back", "all", "danger"),
          button("Erase, leave what I share", "own:forget", "own"),
        ]
      : [button("Erase everything", "own:forget", "own", "danger")];
  return {
    text: parts.join("\n\n"),
    blocks: [
      ...parts.map(section),
      { type: "actions", elements: [...buttons, button("Keep everything", "own:keep", "keep")] },
    ],
  };
}

/** Says what was erased. */
export function erasedMessage({ practices }: Erased, taken: number, elsewhere: Elsewhere): Message {
  const left = shown(elsewhere);
  return note(
    [
      `It is done. ${practices > 0 ? `${count(practices, "Your practice", "practices of yours")} and everything else` : "Everything"} that I kept about you is erased.`,
      taken > 0 ? `What others could see of you is taken back: ${count(taken, "one thing", "things")}.` : "",
      left.length > 0 ? `Others still see ${left.join(", ")}, until its time is up.` : "",
      "My messages above go within the next minutes, as far as Slack lets me. Files I gave you stay in Slack until somebody who runs your Slack workspace deletes them.",
      "You can practise again whenever you like: type practice.",
    ]
      .filter(Boolean)
      .join(" "),
  );
}

export const KEPT = note("Nothing was erased.");
export const DONE_ALREADY = note("It is done already: there is nothing more of you to erase.");
export const ERASED_HERE: Message = note("This was erased, because you asked for it.");
