import { confirm, isCancel, select, text } from "@clack/prompts";
import { appealOf, LONGEST_WHY } from "../feedback/appeal.ts";
import { appealablesOf, type Opinion, tellSaid, tellThought } from "../feedback/appealable.ts";
import { APPEAL_ASKS, tellNoted, tellNotedBefore, tellTakenBack } from "../feedback/tell-appeal.ts";
import type { Session } from "../session/session.ts";
import { type OwnPractices, unlessOutOfReach } from "./own-practices.ts";
import { print } from "./print.ts";

/** The message of a kept practice whose reading somebody sees differently; `turn` is 1 for the first. */
export type Place = { practice: string; session: Session; turn: number };

/** Asks how somebody sees a reading of their message, and whether a trainer may see it; then it is noted or taken back. */
export async function seeDifferently(own: OwnPractices, { practice, session, turn }: Place): Promise<void> {
  const found = await askWhich(session, turn);
  if (!found) return;
  const said = await askHow(found.others);
  if (!said) return;
  const appeal = appealOf(session, practice, { turn, about: found.about, ...said });
  const kept = appeal && (await unlessOutOfReach(own.appeal(appeal)));
  if (!kept) return;
  print(`\n${kept.stands ? tellNotedBefore(appeal) : tellNoted(appeal)}\n`);
  const stays = await confirm({
    message: kept.stands ? "Let it stand?" : "Keep it like that?",
    active: "Yes",
    inactive: "No, take it back",
  });
  if (isCancel(stays) || stays) return;
  const taken = await unlessOutOfReach(own.takeBack(kept.id));
  if (taken !== undefined) print(`\n${tellTakenBack(taken)}\n`);
}

async function askWhich({ turns }: Session, turn: number) {
  const [one] = turns.slice(turn - 1, turn);
  const all = one ? appealablesOf(one) : [];
  const about = await select<string>({
    message: `${APPEAL_ASKS.about} ${APPEAL_ASKS.stays}`,
    options: all.map((found) => ({ value: found.about, label: tellSaid(found) })),
  });
  return all.find((found) => found.about === about);
}

type Said = { thinks: Opinion; consent: boolean; why: string | undefined };

async function askHow(others: readonly Opinion[]): Promise<Said | undefined> {
  const options = others.map((opinion) => ({ value: opinion as string, label: tellThought(opinion) }));
  const picked = await select({ message: APPEAL_ASKS.thinks, options });
  const thinks = others.find((opinion) => opinion === picked);
  if (!thinks) return undefined;
  const consent = await confirm({
    message: `${APPEAL_ASKS.consent} ${APPEAL_ASKS.agreedTo}`,
    active: APPEAL_ASKS.agreed,
    inactive: "No",
    initialValue: false,
    vertical: true,
  });
  if (isCancel(consent)) return undefined;
  const why = consent ? await askWhy() : undefined;
  return { thinks, consent, why };
}

async function askWhy(): Promise<string | undefined> {
  const why = await text({
    message: `${APPEAL_ASKS.why} (You may leave it empty.)`,
    validate: (words) =>
      (words?.length ?? 0) > LONGEST_WHY ? `Please say it in at most ${LONGEST_WHY} characters.` : undefined,
  });
  return isCancel(why) ? undefined : why;
}
