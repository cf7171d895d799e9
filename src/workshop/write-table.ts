import type { Change, Flow, SkillName } from "../flow/flow.ts";
import type { Sign } from "../flow/signs.ts";
import { betterBy } from "./mood-map.ts";
import type { Case, MoodTable, Row } from "./mood-table.ts";
import { tellNeeds } from "./tell-rules.ts";

const SIGNS_WIDE = 26;
const FELT_WIDE = 18;
const MOOD_WIDE = 22;
const BETWEEN = "  ";

/** The table in words: its moods with what they call for, and in each row the lines of its cells. */
export type WrittenTable = {
  moods: { mood: string; callsFor: string }[];
  rows: { messages: string[]; felt: string; cells: string[][] }[];
};

/** The words of every cell. */
export const tableInWords = ({ flow, moods, rows }: MoodTable): WrittenTable => ({
  moods: moods.map((mood) => ({ mood, callsFor: callsFor(flow, mood) })),
  rows: rows.map(({ messages, change, cells }) => ({
    messages: messages.map(signsOf),
    felt: felt(flow, change),
    cells: cells.map(linesOf),
  })),
});

/** The table as Markdown, for a pull request. */
export function tableInMarkdown(table: MoodTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const { moods, rows } = tableInWords(table);
  const heads = moods.map(({ mood, callsFor }) => `${mood}<br>${callsFor}`);
  return [
    `### ${table.flow.title}`,
    "",
    line(["A message that shows", "They feel", ...heads]),
    line(Array.from({ length: heads.length + 2 }, () => "---")),
    ...rows.map(({ messages, felt, cells }) =>
      line([messages.join(",<br>"), felt, ...cells.map((lines) => lines.join("<br>"))]),
    ),
    "",
  ].join("\n");
}

/** The table as text of so many columns; moods that do not fit beside each other follow below. */
export function tableInText(table: MoodTable, width: number): string {
  const room = Math.max(1, Math.floor((width - SIGNS_WIDE - FELT_WIDE - 2) / (MOOD_WIDE + BETWEEN.length)));
  const parts = Array.from({ length: Math.ceil(table.moods.length / room) }, (_, part) => part * room);
  return [table.flow.title, ...parts.map((from) => textOf(table, from, from + room))].join("\n\n");
}

function textOf({ flow, moods, rows }: MoodTable, from: number, to: number): string {
  const shown = moods.slice(from, to);
  const widths = [SIGNS_WIDE, FELT_WIDE, ...shown.map(() => MOOD_WIDE)];
  const head = [
    ["A message that shows"],
    ["They feel"],
    ...shown.map((mood) => [mood, callsFor(flow, mood)]),
  ];
  const rule = widths.map((width) => "─".repeat(width)).join(BETWEEN);
  const body = rows.map(({ messages, change, cells }: Row) =>
    inRow(
      [
        messages.map((signs, at) => `${signsOf(signs)}${at < messages.length - 1 ? "," : ""}`),
        [felt(flow, change)],
        ...cells.slice(from, to).map(linesOf),
      ],
      widths,
    ),
  );
  return [inRow(head, widths), rule, body.join("\n\n")].join("\n");
}

// Each cell is wrapped to its width, and all are as high as the highest.
function inRow(cells: readonly (readonly string[])[], widths: readonly number[]): string {
  const wrapped = cells.map((lines, at) => lines.flatMap((line) => wrap(line, widths[at] ?? MOOD_WIDE)));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, at) => (lines[line] ?? "").padEnd(widths[at] ?? MOOD_WIDE))
      .join(BETWEEN)
      .trimEnd(),
  ).join("\n");
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  // An arrow stays with what it points to.
  for (const word of text.split(/(?<!→) /)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(last === undefined ? word : `  ${word}`);
  }
  return lines;
}

const signsOf = (signs: readonly Sign[]) => signs.join(" + ");

const callsFor = (flow: Flow, mood: string) => {
  const skills: SkillName[] = flow.moods[mood]?.callsFor ?? [];
  return skills.length > 0 ? `(calls for ${skills.join(", ")})` : "";
};

// A message that is good for one meter and bad for another says both.
function felt(flow: Flow, change: Change): string {
  const moved = (name: string, isMeant: (by: number) => boolean) => {
    const moves = Object.entries(change).filter(([meter, amount]) =>
      isMeant(betterBy(flow, { [meter]: amount })),
    );
    return moves.length > 0 ? [`${name}: ${movesOf(Object.fromEntries(moves))}`] : [];
  };
  const told = [...moved("better", (by) => by > 0), ...moved("worse", (by) => by < 0)];
  return told.join("; ") || "no different";
}

const movesOf = (change: Change) =>
  Object.entries(change)
    .filter(([, amount]) => amount !== 0)
    .map(([meter, amount]) => `${meter} ${amount > 0 ? "+" : ""}${amount}`)
    .join(", ");

function linesOf(cases: readonly Case[] | undefined): string[] {
  if (cases === undefined) return ["–"];
  return cases.map(({ to, needs, feel }, at) => {
    const moved = movesOf(feel);
    const when = tellNeeds(needs) || (at > 0 ? "else" : "");
    const where = to === undefined ? `${when && when !== "else" ? ":" : ""} stays` : ` → ${to}`;
    return `${when}${where}${moved === "" ? "" : ` (${moved})`}`.trim();
  });
}
