import { isCancel, select } from "@clack/prompts";
import { type Beside, debrief } from "../feedback/debrief.ts";
import { type OwnView, WORTH_ASKING } from "../feedback/own-view.ts";
import { shortened } from "../feedback/shortened.ts";
import { APPEAL_ASKS } from "../feedback/tell-appeal.ts";
import { tellTakenAgain } from "../feedback/tell-talk.ts";
import { rewind, type Session } from "../session/session.ts";
import type { Retry } from "../store/sessions.ts";
import { unlessOutOfReach } from "./own-practices.ts";
import { aside, print } from "./print.ts";
import { seeDifferently } from "./see-differently.ts";
import { showDebrief, showSeats, showWholeTalk } from "./show-debrief.ts";
import { showProgress } from "./show-progress.ts";
import type { Here, Talked } from "./talk.ts";

const show = (text: string) => print(`\n${text}\n`);

/** Looks back on a talk: two questions first, the debrief, and every way on from there. */
export async function lookBack(
  talked: Talked,
  talk: (session: Session) => Promise<Talked>,
  { flows, own }: Here,
): Promise<"again" | "quit"> {
  let now = talked.session;
  const isAsked = process.stdin.isTTY && !talked.left && now.state === "ended";
  const ownView = isAsked && now.turns.length >= WORTH_ASKING ? await ask(now) : undefined;
  let beside: Beside = { ownView };
  const keep = async ({ left: _, ...done }: Talked, more: { ownView?: OwnView; retry?: Retry }) =>
    own && unlessOutOfReach(own.keep({ ...done, ...more }));
  let kept = await keep(talked, ownView ? { ownView } : {});
  const debriefNow = () => show(showDebrief(debrief(now, beside), now.flow.meters));
  debriefNow();
  if (talked.left || !process.stdin.isTTY) return "quit";
  for (;;) {
    const way = await choose(now, { tried: debrief(now, beside).try?.turn, isKept: kept !== undefined });
    if (way === "again" || way === "quit") return way;
    if (way === "talk") show(showWholeTalk(now));
    else if (way === "seats") show(showSeats(debrief(now, beside)));
    else if (way === "progress") {
      const progress = own && (await unlessOutOfReach(own.progress()));
      if (progress) show(showProgress(progress, flows));
    } else if (way === "differently") {
      const turn = await pick(now, "Which of your messages do you see differently?");
      if (own && kept && turn) await seeDifferently(own, { practice: kept, session: now, turn });
    } else {
      const turn =
        way === "try" ? debrief(now).try?.turn : await pick(now, "Which message do you want to take again?");
      if (turn === undefined) continue;
      aside(`\n${tellTakenAgain(turn)}`);
      const first = now;
      const again = await talk(rewind(first, turn));
      now = again.session;
      beside = { retried: { first, turn } };
      kept = kept && (await keep(again, { retry: { of: kept, turn } }));
      debriefNow();
      if (again.left) return "quit";
    }
  }
}

async function ask(session: Session): Promise<OwnView> {
  return {
    helped: await pick(session, "Before I say anything: which of your messages helped most?"),
    takeBack: await pick(session, "And which one would you take back?"),
  };
}

async function pick({ turns }: Session, message: string): Promise<number | undefined> {
  const options = turns.map(({ n, reply }) => ({ value: n, label: shortened(`${n}. ${reply}`, 60) }));
  const picked = await select({ message, options: [...options, { value: 0, label: "None, or skip this" }] });
  return isCancel(picked) || picked === 0 ? undefined : picked;
}

const WAYS = {
  try: "Try that message again",
  message: "Try another message again",
  talk: "The whole talk, turn by turn",
  seats: "Swap seats",
  differently: APPEAL_ASKS.title,
  progress: "Your progress",
  again: "Choose a customer",
  quit: "That's all for now",
} as const;
type Way = keyof typeof WAYS;

async function choose(
  { turns }: Session,
  { tried, isKept }: { tried: number | undefined; isKept: boolean },
): Promise<Way> {
  const some = turns.length > 0;
  const ways: Way[] = [
    ...(tried ? (["try"] as const) : []),
    ...(some ? (["message", "talk", "seats"] as const) : []),
    ...(some && isKept ? (["differently"] as const) : []),
    ...(isKept ? (["progress"] as const) : []),
    "again",
    "quit",
  ];
  const options = ways.map((way) => ({
    value: way,
    label: way === "try" ? `Try message ${tried} again` : WAYS[way],
  }));
  const way = await select<Way>({ message: "What next?", options });
  return isCancel(way) ? "quit" : way;
}
