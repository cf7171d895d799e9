import { createInterface } from "node:readline/promises";
import { styleText } from "node:util";
import type { Flow } from "../flow/flow.ts";
import { controlWordOf } from "../session/control-word.ts";
import { begin, happen, type Session } from "../session/session.ts";
import { steer } from "../session/steer.ts";
import { takeTurn } from "../session/take-turn.ts";
import { lookBack, type Talked } from "./look-back.ts";

const print = (text: string) => process.stdout.write(`${text}\n`);
const aside = (text: string) => print(styleText("dim", text));

const customerSays = ({ flow }: Session, lines: readonly string[]) => {
  for (const line of lines) print(`${styleText(["bold", "cyan"], flow.persona.name)}: ${line}`);
};

/** One practice in the terminal, from the opening to the debrief; `quit` when the person wants to leave altogether. */
export async function chat(flow: Flow, seed: number): Promise<"again" | "quit"> {
  aside(`\n${flow.title}. ${flow.about}`);
  aside("You are Sam from support. The customer is not a real person.");
  aside("Type hint, pause, softer, stop or quit at any time, or help for what each does.");
  if (flow.care.before) aside(flow.care.before);
  print("");
  return lookBack(await talk(begin(flow, seed, "Sam")), talk);
}

/** Plays a session on until it ends, is stopped, or the person leaves. */
async function talk(begun: Session): Promise<Talked> {
  const { flow } = begun;
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

  let silence: NodeJS.Timeout | undefined;
  const listen = () => {
    clearTimeout(silence);
    if (flow.idle && session.state === "playing" && process.stdin.isTTY)
      silence = setTimeout(() => {
        const before = session.said.length;
        session = happen(session, { type: "idle" });
        print("");
        customerSays(session, session.said.slice(before));
        prompt.prompt();
      }, flow.idle.afterMs);
    prompt.prompt();
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
      aside(word === "help" ? `${says} Type quit to leave.` : says);
    } else if (session.state === "paused")
      aside(
        `The practice is paused, so ${flow.persona.name} hasn't seen that. Type resume, then send it again.`,
      );
    else if (text !== "") {
      session = takeTurn(session, text);
      customerSays(session, session.unanswered);
    }
    if (session.state === "ended" || session.state === "stopped") break;
    listen();
  }
  clearTimeout(silence);
  prompt.close();
  if (session.state !== "ended") session = happen(session, { type: "stop" });
  return { session, left };
}
