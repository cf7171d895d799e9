import type { Flow } from "../flow/flow.ts";
import { type Course, courseOf, type Lived, type Strand, type TurningPoint } from "./course.ts";
import { drawable, inLines, widthOf } from "./lettering.ts";
import { EDGE, LINE, SIZE, sheet, WIDTH, type Words, words } from "./sheet.ts";
import { drawStrands, marker, type Plot } from "./strands.ts";
import { pointTitle, strandTitle, tellCourse } from "./tell-course.ts";

/** A practice to look at: an SVG, and in `alt` the same in words (at most 2,000 characters). */
export type Picture = { svg: string; alt: string };

const STRANDS_SHOWN = 4;

/** The customer's meters over the turns, with the messages where the talk turned; nothing before the first message. */
export function picture(lived: Lived, meters: Flow["meters"]): Picture | undefined {
  const course = courseOf(lived, meters);
  return course && { svg: draw(course), alt: tellCourse(course) };
}

function draw(course: Course): string {
  const strands = mostMoved(course.strands);
  const head = [...titleOf(course.customer), ...readingAid(strands)];
  const marks = 24 + 46 * new Set(course.points.map(({ better }) => better)).size;
  const top = EDGE + head.length * LINE + marks;
  const plot: Plot = { left: EDGE + 62, right: WIDTH - 312, top, bottom: top + 300, end: WIDTH - EDGE / 2 };
  const notes = plot.bottom + 150;
  const height = notes + course.points.reduce((sum, point) => sum + noteLines(point).length * LINE + 14, 0);
  return sheet(height, [
    ...head.map((line, index) => words(EDGE, EDGE + 26 + index * LINE, line)),
    ...drawStrands(plot, strands, course),
    ...drawNotes(notes, course.points),
  ]);
}

const titleOf = (customer: string): Words[] => {
  const name = drawable(customer) ?? "the customer";
  return inLines(`How ${name} felt, message by message`, WIDTH - 2 * EDGE, SIZE, 2).map((text) => ({
    text,
    bold: true,
  }));
};

// Without it a falling line could be read either way.
function readingAid(strands: Strand[]): Words[] {
  const named = (better: Strand["better"]) => strands.filter((strand) => strand.better === better);
  const sentence = (which: string, found: Strand[]) =>
    found.length > 0 ? [`${which} is better: ${found.map(strandTitle).join(", ").toLowerCase()}.`] : [];
  const sentences = [...sentence("Lower", named("low")), ...sentence("Higher", named("high"))];
  const width = WIDTH - 2 * EDGE;
  const whole = sentences.join(" ");
  // Each on a line of its own where they do not fit on one.
  const lines =
    widthOf(whole, SIZE) <= width ? [whole] : sentences.flatMap((line) => inLines(line, width, SIZE, 2));
  return lines.map((text) => ({ text }));
}

// More lines than this could not be told apart; the words in `alt` tell of all of them.
function mostMoved(strands: Strand[]): Strand[] {
  const moved = ({ values }: Strand) => Math.max(...values) - Math.min(...values);
  const shown = [...strands].sort((a, b) => moved(b) - moved(a)).slice(0, STRANDS_SHOWN);
  return strands.filter((strand) => shown.includes(strand));
}

function noteLines({ turn, better, reply }: TurningPoint): Words[] {
  const quote = drawable(reply);
  const title = { text: `${pointTitle({ turn, better })}${quote ? ":" : "."}`, bold: true };
  if (!quote) return [title];
  const lines = inLines(`“${quote}”`, WIDTH - 2 * EDGE - 50, SIZE, 2);
  return [title, ...lines.map((text) => ({ text }))];
}

function drawNotes(top: number, points: TurningPoint[]): string[] {
  let at = top;
  return points.flatMap((point) => {
    const lines = noteLines(point);
    const drawn = lines.map((line, index) => words(EDGE + 50, at + index * LINE, line));
    const mark = marker(EDGE + 16, at - 10, point.better);
    at += lines.length * LINE + 14;
    return [mark, ...drawn];
  });
}
