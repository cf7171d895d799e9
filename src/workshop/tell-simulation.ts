import type { Flow } from "../flow/flow.ts";
import type { Problem } from "../flow/problem.ts";
import { shown } from "./judge-simulation.ts";
import { messageInWords } from "./message-in-words.ts";
import type { ShortestTalk } from "./shortest-talks.ts";
import { MANNERS, type Manner, type Row, type Simulation } from "./simulate.ts";

const WIDTH = 96;
const NAME = 14;
const HEADINGS: Record<Manner, string> = { bare: "In bare skills", words: "In real words" };

/** A simulation as a person reads it in a terminal, in lines of at most 100 characters. */
export function tellSimulation(flow: Flow, simulation: Simulation, found: readonly Problem[]): string {
  const { rows, neverFired, neverReached, shortest } = simulation;
  const rules = neverFired.map(({ line, mood, when }) =>
    `  line ${line}  ${mood ?? "anywhere"}: ${when.join(" + ") || "by its needs"}`.slice(0, WIDTH),
  );
  // Rules that never fired stand in a list of their own.
  const told = found.filter(({ code }) => code !== "simulate/rule-never-fired");
  return [
    ...wrapped(`${flow.title}  (${flow.id}, seed ${simulation.seed})`, ""),
    ...MANNERS.flatMap((manner) =>
      table(
        flow,
        manner,
        rows.filter((row) => row.manner === manner),
      ),
    ),
    "",
    "The shortest talk to",
    ...shortest.flatMap((one) =>
      wrapped(
        `  ${one.ending.padEnd(NAME - 2)}  ${howShort(one, simulation.quickest[one.ending])}`,
        " ".repeat(NAME + 2),
      ),
    ),
    ...(neverReached.length > 0 ? ["", ...wrapped(`Nobody reached: ${neverReached.join(", ")}`, "  ")] : []),
    ...(rules.length > 0 ? ["", "Rules that never fired   [simulate/rule-never-fired]", ...rules] : []),
    ...told.flatMap(({ severity, code, message, file, line, column, remedy }) => [
      "",
      ...wrapped(`${severity.toUpperCase()}  ${message}   [${code}]`, "  "),
      `  --> ${file}:${line}:${column}`,
      ...wrapped(`  = ${remedy}`, "    "),
    ]),
  ].join("\n");
}

// A heading is cut where many endings would not fit; their order is that of the file.
function table(flow: Flow, manner: Manner, rows: readonly Row[]): string[] {
  const first = rows[0];
  if (!first) return [];
  const endings = Object.keys(flow.endings);
  const own = manner === "words" ? "  read as meant" : "";
  const room = Math.max(6, Math.floor((WIDTH - NAME - 8 - own.length) / endings.length) - 2);
  const columns = endings.map((ending) => ({ ending, width: Math.max(5, Math.min(room, ending.length)) }));
  const cut = (text: string, width: number) => (text.length > width ? `${text.slice(0, width - 1)}…` : text);
  return [
    "",
    `${HEADINGS[manner]}, ${first.talks} talks each`,
    `${" ".repeat(NAME)}${columns.map(({ ending, width }) => `  ${cut(ending, width).padStart(width)}`).join("")}   turns${own}`,
    ...rows.map((row) => {
      const cells = columns.map(({ ending, width }) => {
        const count = row.endings[ending] ?? 0;
        return `  ${(count === 0 ? "·" : shown(count, row)).padStart(width)}`;
      });
      const read = own ? `${row.asMeant} %`.padStart(own.length) : "";
      return `  ${row.trainee.padEnd(NAME - 2)}${cells.join("")}${row.turns.toFixed(1).padStart(8)}${read}`;
    }),
  ];
}

function howShort({ messages, atLeast, tried }: ShortestTalk, played: number | undefined): string {
  if (messages) {
    const told = inGroups(messages.map(messageInWords)).join(" › ");
    return `${messages.length} ${messages.length === 1 ? "message" : "messages"}: ${told}`;
  }
  if (atLeast === undefined) return `none: no message that the flow names leads there (${tried} tried)`;
  const seen =
    played === undefined ? `it may take ${atLeast} or more` : `in the talks above it took ${played}`;
  return `not found within the bound of ${tried} messages tried; ${seen}`;
}

// The same message again and again is told once.
function inGroups(told: readonly string[]): string[] {
  const groups: { text: string; times: number }[] = [];
  for (const text of told) {
    const last = groups.at(-1);
    if (last?.text === text) last.times++;
    else groups.push({ text, times: 1 });
  }
  return groups.map(({ text, times }) => (times > 1 ? `${times} × ${text}` : text));
}

function wrapped(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/(?<=\S) (?!%)/)) {
    if (line !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
