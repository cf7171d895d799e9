import { isCancel, select } from "@clack/prompts";
import { type Beside, debrief } from "../feedback/debrief.ts";
import { type OwnView, WORTH_ASKING } from "../feedback/own-view.ts";
import { shortened } from "../feedback/shortened.ts";
import { rewind, type Session } from "../session/session.ts";
import { showDebrief, showSeats, showWholeTalk } from "./show-debrief.ts";

/** A session as it was left, and whether the person wants to leave altogether. */
export type Talked = { session: Session; left: boolean };

const print = (text: string) => process.stdout.write(`\n${text}\n`);

/** Looks back on a talk: two questions first, the debrief, and every way on from there. */
export async function lookBack(
  { session, left }: Talked,
  talk: (session: Session) => Promise<Talked>,
): Promise<"again" | "quit"> {
  const isAsked = process.stdin.isTTY && !left && session.state === "ended";
  const ownView = isAsked && session.turns.length >= WORTH_ASKING ? await ask(session) : undefined;
  let beside: Beside = { ownView };
  let now = session;
  print(showDebrief(debrief(now, beside), now.flow.meters));
  if (left || !process.stdin.isTTY) return "quit";
  for (;;) {
    const way = await choose(now, beside);
    if (way === "again" || way === "quit") return way;
    if (way === "talk") print(showWholeTalk(now));
    else if (way === "seats") print(showSeats(debrief(now, beside)));
    else {
      const turn =
        way === "try" ? debrief(now).try?.turn : await pick(now, "Which message do you want to take again?");
      if (turn === undefined) continue;
      const first = now;
      const again = await talk(rewind(first, turn));
      now = again.session;
      beside = { retried: { first, turn } };
      print(showDebrief(debrief(now, beside), now.flow.meters));
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
  const options = turns.map(({ n, reply }) => ({ value: n, label: shortened(`${n}. ${reply}`, 90) }));
  const picked = await select({ message, options: [...options, { value: 0, label: "None, or skip this" }] });
  return isCancel(picked) || picked === 0 ? undefined : picked;
}

type Way = "try" | "message" | "talk" | "seats" | "again" | "quit";

async function choose(session: Session, beside: Beside): Promise<Way> {
  const tried = debrief(session, beside).try;
  const some = session.turns.length > 0;
  const way = await select<Way>({
    message: "What next?",
    options: [
      ...(tried ? [{ value: "try" as const, label: `Try message ${tried.turn} again` }] : []),
      ...(some
        ? [
            { value: "message" as const, label: "Try another message again" },
            { value: "talk" as const, label: "The whole talk, turn by turn" },
            { value: "seats" as const, label: "Swap seats" },
          ]
        : []),
      { value: "again" as const, label: "Choose a customer" },
      { value: "quit" as const, label: "That's all for now" },
    ],
  });
  return isCancel(way) ? "quit" : way;
}
