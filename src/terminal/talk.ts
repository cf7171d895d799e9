import { createInterface } from "node:readline/promises";
import { styleText } from "node:util";
import type { Flow } from "../flow/flow.ts";
import { asksForProgress } from "../programme/tell-progress.ts";
import { controlWordOf } from "../session/control-word.ts";
import { tellEnglishOnly, turnedToOtherLanguage } from "../session/other-language.ts";
import { happen, type Session } from "../session/session.ts";
import { steer } from "../session/steer.ts";
import { takeTurn } from "../session/take-turn.ts";
import { type OwnPractices, unlessOutOfReach } from "./own-practices.ts";
import { aside, print } from "./print.ts";
import { showProgress } from "./show-progress.ts";

/** What there is to practise with, and what is kept of it, where anything can be. */
export type Here = { flows: readonly Flow[]; own: OwnPractices | undefined };

/** A session as it was left, and whether the person wants to leave altogether; times in ms since 1970. */
export type Talked = { session: Session; withoutHints: boolean; startedAt: number; left: boolean };

/** Plays a session on until it ends, is stopped, or the person leaves. */
export async function talk(begun: Session, { flows, own }: Here): Promise<Talked> {
  const { flow } = begun;
  const startedAt = Date.now();
  let session = begun;
  let withoutHints = false;
  let left = false;
  customerSays(session, session.unanswered);
  const prompt = createInterface({
    input: process.stdin,
    output: process.stdout,
    prompt: `${styleText("bold", "You")}: `,
  });
  prompt.on("SIGINT", () => prompt.close());
  // What was piped in may end while something is looked up; the lines that came before are still heard.
  let isOpen = true;
  prompt.on("close", () => {
    isOpen = false;
  });
  const ask = () => isOpen && prompt.prompt();

  let silence: NodeJS.Timeout | undefined;
  const listen = () => {
    clearTimeout(silence);
    if (flow.idle && session.state === "playing" && process.stdin.isTTY)
      silence = setTimeout(() => {
        const before = session.said.length;
        session = happen(session, { type: "idle" });
        print("");
        customerSays(session, session.said.slice(before));
        if (session.state === "playing") ask();
        else prompt.close();
      }, flow.idle.afterMs);
    ask();
  };

  listen();
  for await (const line of prompt) {
    const text = line.trim();
    const word = controlWordOf(text);
    if (text.toLowerCase() === "quit") {
      left = true;
      break;
    }
    if (word === "stop") session = happen(session, { type: word });
    else if (word) {
      const { says, ...steered } = steer({ session, withoutHints }, word);
      ({ session, withoutHints } = steered);
      aside(word === "help" ? `${says} Type quit to leave altogether.` : says);
    } else if (asksForProgress(text)) {
      const progress = own && (await unlessOutOfReach(own.progress()));
      aside(progress ? showProgress(progress, flows) : "There is no progress to show while nothing is kept.");
    } else if (session.state === "paused") {
      aside(
        `The practice is paused, so ${flow.persona.name} hasn't seen that. Type resume, then send it again.`,
      );
    } else if (text !== "") {
      session = takeTurn(session, text);
      customerSays(session, session.unanswered);
      if (turnedToOtherLanguage(session)) aside(tellEnglishOnly(flow));
    }
    if (session.state === "ended" || session.state === "stopped") break;
    listen();
  }
  clearTimeout(silence);
  prompt.close();
  if (session.state !== "ended") session = happen(session, { type: "stop" });
  return { session, withoutHints, startedAt, left };
}

function customerSays({ flow }: Session, lines: readonly string[]): void {
  for (const line of lines) print(`${styleText(["bold", "cyan"], flow.persona.name)}: ${line}`);
}
