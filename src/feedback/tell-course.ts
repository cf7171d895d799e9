import type { Course, Strand, TurningPoint } from "./course.ts";

/** Slack takes at most this many characters of words in place of a picture. */
export const LONGEST_ALT = 2_000;

/** The picture in words, at most 2,000 characters: each meter's way through the talk, and where it turned. */
export function tellCourse({ customer, turns, strands, points }: Course): string {
  const scale = `How ${clipped(customer, 80)} felt ${turns === 1 ? "before and after your message" : `over your ${turns} messages`}, from 0 to 100.`;
  return clipped([scale, ...points.map(tellPoint), ...strands.map(tellStrand)].join(" "), LONGEST_ALT);
}

/** A turning point in a few words. */
export const pointTitle = ({ turn, better }: Pick<TurningPoint, "turn" | "better">) =>
  `Message ${turn} ${better ? "helped" : "hurt"} most`;

/** A meter's name as the start of a sentence. */
export const strandTitle = ({ meter }: Pick<Strand, "meter">) =>
  `${meter.charAt(0).toUpperCase()}${meter.slice(1).replaceAll("-", " ")}`;

/** Words cut to a length, with an ellipsis where something is missing and never within a character. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept.trimEnd()}…`;
}

const tellPoint = (point: TurningPoint) =>
  `${pointTitle(point)}: “${clipped(point.reply.replace(/\s+/g, " "), 160)}”`;

function tellStrand({ meter, better, values }: Strand): string {
  const [start = 0] = values;
  const end = values.at(-1) ?? start;
  const peaks = [Math.max(...values), Math.min(...values)].filter((peak, index, both) => {
    const between = peak !== start && peak !== end;
    return between && both.indexOf(peak) === index;
  });
  const via = peaks.map((peak) => `${peak} after message ${values.indexOf(peak)}`);
  const way = [`${start} at the start`, ...via.sort(byTurn), `${end} at the end`].join(", ");
  return `${clipped(strandTitle({ meter }), 60)} (${better === "low" ? "lower" : "higher"} is better): ${way}.`;
}

const byTurn = (a: string, b: string) => Number(a.split(" ").at(-1)) - Number(b.split(" ").at(-1));
