import type { Flow } from "../flow/flow.ts";
import { courseOf, type Lived, type Strand } from "./course.ts";
import { clipped, pointTitle, strandTitle } from "./tell-course.ts";

const STEPS = "▁▂▃▄▅▆▇█";
// Wider would wrap in a terminal of 80 characters beside the longest name.
const NAME = 20;
const MOST_TURNS = 28;

/** The picture of a practice for a terminal: one row of blocks for each meter, its start and end in numbers. */
export function chart(lived: Lived, meters: Flow["meters"]): string | undefined {
  const course = courseOf(lived, meters);
  if (!course) return undefined;
  const { turns, strands, points } = course;
  const every = Math.ceil((turns + 1) / MOST_TURNS);
  const shown = Array.from({ length: turns + 1 }, (_, turn) => turn).filter(
    (turn) => turn % every === 0 || turn === turns,
  );
  const width = Math.max(...strands.map((strand) => nameOf(strand).length), 0);
  const row = (name: string, rest: string) => `${name.padEnd(width)}  ${rest}`.trimEnd();
  const marks = shown.map((turn, index) => {
    const from = (shown[index - 1] ?? -1) + 1;
    const point = points.find((one) => one.turn >= from && one.turn <= turn);
    if (!point) return " ";
    return point.better ? "^" : "v";
  });
  return [
    ...strands.map((strand) => row(nameOf(strand), wayOf(strand, shown))),
    ...(points.length > 0 ? [row("", `     ${marks.join("")}`)] : []),
    ...points.map((point) => `${point.better ? "^" : "v"} ${pointTitle(point)}.`),
    `From the opening to message ${turns}; 0 to 100.`,
  ].join("\n");
}

const nameOf = (strand: Strand) => clipped(strandTitle(strand), NAME);

function wayOf({ values, better }: Strand, shown: number[]): string {
  const blocks = shown.map((turn) => STEPS[Math.round(((values[turn] ?? 0) / 100) * 7)] ?? "").join("");
  const [start = 0] = values;
  return `${String(start).padStart(3)}  ${blocks}  ${String(values.at(-1) ?? start).padStart(3)}  ${better === "low" ? "lower" : "higher"} is better`;
}
