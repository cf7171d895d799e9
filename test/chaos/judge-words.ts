import { escaped } from "../../src/slack/message.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import type { Journal, Written } from "./journal.ts";
import type { Replayed } from "./stored.ts";

// What the app says when nobody in a practice reads a line.
const UNREAD = [
  /^No practice is running, so nobody is reading along\./,
  /^The practice with .+ is over, so nobody read that\./,
  /^The practice is paused, so .+ hasn't seen that\./,
];

/** Every line somebody wrote had one effect: it was heard once in one practice, or answered once that nobody read it. */
export function judgeWords(
  slack: SlackDouble,
  people: readonly string[],
  { written }: Journal,
  practices: readonly Replayed[],
): string[] {
  return people.flatMap((person) => {
    const lines = written.filter((one) => one.person === person);
    const heard = practices.filter(({ row }) => row.user_id === person).flatMap((one) => one.heard);
    const times = ({ wordings }: Written) => heard.filter((line) => wordings.includes(line)).length;
    const twice = lines.filter((line) => times(line) > 1);
    const nowhere = lines.filter((line) => times(line) === 0);
    const known = lines.flatMap(({ wordings }) => wordings);
    const told = slack.dm(person).flatMap(({ bot, username, text }) => (bot && !username ? text : []));
    const unread = told.filter((text) => UNREAD.some((words) => words.test(text))).length;
    // What was taken back may have been answered before, or not.
    const least = nowhere.filter(({ deleted }) => !deleted).length;
    return [
      ...twice.map(({ wordings: [line] }) => `${person}: "${line}" was heard more than once.`),
      ...heard.filter((line) => !known.includes(line)).map((line) => `${person}: nobody wrote "${line}".`),
      ...(unread < least || unread > nowhere.length
        ? [
            `${person}: ${least} to ${nowhere.length} lines were heard in no practice, and ${unread} were answered so: ${nowhere.map(nameOf).join(" / ")}. They were told: ${told.join(" / ")}`,
          ]
        : []),
    ];
  });
}

const nameOf = ({ wordings: [line], acknowledged }: Written) =>
  `"${line}"${acknowledged ? "" : " (never acknowledged)"}`;

/** Everything a customer said, by the stored events, stands in Slack once and in that order, and nothing else does. */
export function judgeLines(
  slack: SlackDouble,
  people: readonly string[],
  practices: readonly Replayed[],
): string[] {
  return people.flatMap((person) => {
    const told = slack.dm(person).filter(({ username }) => username);
    const posted = told.map(({ text }) => text);
    const said = practices
      .filter(({ row }) => row.user_id === person)
      .flatMap((one) => one.said.map(escaped));
    const at = said.findIndex((line, index) => line !== posted[index]);
    if (at < 0 && posted.length === said.length) return [];
    const place = at < 0 ? said.length : at;
    return [
      `${person}: customers said ${said.length} lines and ${posted.length} stand in Slack; the first that differs is "${said[place]}" against "${posted[place]}".`,
    ];
  });
}
