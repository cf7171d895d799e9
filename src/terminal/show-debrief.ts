import { styleText } from "node:util";
import { chart } from "../feedback/chart.ts";
import type { Debrief } from "../feedback/debrief.ts";
import {
  barOf,
  NOTHING_TO_KEEP,
  NOTHING_TO_TRY,
  SKILL_TITLES,
  tellEnding,
  tellSkill,
  tellSuggestion,
} from "../feedback/tell.ts";
import { tellCustomerView, tellThenAndNow, tellTurn } from "../feedback/tell-talk.ts";
import { SILENCE, wholeTalk } from "../feedback/whole-talk.ts";
import type { Flow } from "../flow/flow.ts";
import { type Session, saidIntoSilence } from "../session/session.ts";

const title = (text: string) => styleText("bold", text);
const paragraphs = (parts: readonly (string | false | undefined)[]) => parts.filter(Boolean).join("\n\n");

/** The debrief for a terminal: the same words as in Slack, with bold titles. */
export function showDebrief(debrief: Debrief, meters: Flow["meters"]): string {
  if (debrief.turns === 0) return paragraphs([tellEnding(debrief), debrief.care]);
  return paragraphs([
    title(`Your debrief: ${debrief.title}`),
    debrief.ownView.join("\n"),
    debrief.compared && tellThenAndNow(debrief.compared),
    tellEnding(debrief),
    debrief.skills
      .map((report) =>
        [title(`${SKILL_TITLES[report.skill]}:`), barOf(report), tellSkill(report)].filter(Boolean).join(" "),
      )
      .join("\n"),
    `${title("One thing to keep")}\n${debrief.keep ? tellSuggestion(debrief.keep) : NOTHING_TO_KEEP}`,
    `${title("One thing to try")}\n${debrief.try ? tellSuggestion(debrief.try) : NOTHING_TO_TRY}`,
    chart(debrief, meters),
    debrief.hints > 0 && `Hints used: ${debrief.hints}.`,
    debrief.care,
  ]);
}

// Where nothing can be underlined, as with NO_COLOR, brackets say the same.
const marked = (text: string) => {
  const styled = styleText("underline", text);
  return styled === text ? `[${text}]` : styled;
};

/** The whole talk turn by turn, with the words that the findings stand on marked. */
export function showWholeTalk(session: Session): string {
  const said = (line: string) => `${session.flow.persona.name}: ${line}`;
  const turns = wholeTalk(session).map((told) => {
    const reply = told.reply.map(({ text, marked: isMarked }) => (isMarked ? marked(text) : text)).join("");
    return [
      ...told.customerSaid.map(said),
      `${title(`${told.turn}. You:`)} ${reply}`,
      ...tellTurn(told).map((line) => `    ${line}`),
    ].join("\n");
  });
  const key = `The words that a finding stands on are marked ${marked("like this")}.`;
  const late = saidIntoSilence(session);
  const silence = late.length > 0 ? [[SILENCE, ...late.map(said)].join("\n")] : [];
  return paragraphs([title("The whole talk"), key, ...turns, ...silence]);
}

/** The same talk from the other seat. */
export const showSeats = (debrief: Debrief): string =>
  paragraphs([title(`Swap seats: the same talk as ${debrief.customer} lived it`), tellCustomerView(debrief)]);
