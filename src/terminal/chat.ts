import { styleText } from "node:util";
import type { Flow } from "../flow/flow.ts";
import { hintsCanFade } from "../programme/progress.ts";
import { WITHOUT_HINTS_OFFERED } from "../programme/tell-progress.ts";
import { begin, type Session } from "../session/session.ts";
import { agreedFlow } from "./begin-heavy.ts";
import { lookBack } from "./look-back.ts";
import { unlessOutOfReach } from "./own-practices.ts";
import { aside, print } from "./print.ts";
import { type Here, talk } from "./talk.ts";

/** One practice in the terminal, from the opening to the debrief; `quit` when the person wants to leave altogether. */
export async function chat(wanted: Flow, seed: number, { flows, own }: Here): Promise<"again" | "quit"> {
  const progress = own && (await unlessOutOfReach(own.progress()));
  const flow = await agreedFlow(wanted, flows, progress);
  if (!flow) return "again";
  print(`\n${styleText("bold", flow.title)}`);
  aside(flow.about);
  aside("You are Sam from support. The customer is not a real person.");
  aside("Type hint, pause, softer, stop or quit at any time, or help for what each does.");
  // Before a heavy one these words have been read already, where somebody could be asked.
  if (flow.care.before && !(flow.care.heavy && process.stdin.isTTY)) aside(flow.care.before);
  if (progress?.practices.length === 0) aside(KEPT);
  if (progress && hintsCanFade(progress)) aside(WITHOUT_HINTS_OFFERED);
  print("");
  const here = { flows, own: progress && own };
  const talkOn = (session: Session) => talk(session, here);
  return lookBack(await talkOn(begin(flow, seed, "Sam")), talkOn, here);
}

const KEPT =
  "Your practices are kept on this machine, for you alone. To erase them:  npm run practise -- --forget";
