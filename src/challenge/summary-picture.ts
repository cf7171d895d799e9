import { inLines } from "../feedback/lettering.ts";
import type { Picture } from "../feedback/picture.ts";
import {
  BLUE,
  EDGE,
  GREEN,
  GRID,
  GROUND,
  LINE,
  QUIET,
  SIZE,
  sheet,
  WIDTH,
  words,
} from "../feedback/sheet.ts";
import { SKILL_TITLES } from "../feedback/tell.ts";
import { clipped, LONGEST_ALT } from "../feedback/tell-course.ts";
import type { Plan } from "./challenge.ts";
import { type MeterCourse, shortDay } from "./meter-course.ts";
import { BANDS } from "./team-batch.ts";
import type { DatedBatch } from "./team-view.ts";
import { tellBand } from "./tell-celebration.ts";
import { courseTitle, tellCourseOf } from "./tell-meter-course.ts";

type Box = { left: number; right: number; top: number; bottom: number };

const PLOT_HEIGHT = 300;
const ROW = 56;
const CELL = 46;
const BAR = EDGE + 334;
const LABEL = 38;
// Room for "goal 10000" beside the plot.
const BESIDE = 210;
const BANDS_TITLE = "In how many practices each was clear";

/** How a skill showed in a team. */
export type SkillBand = Pick<DatedBatch, "skill" | "share">;

/** What a team did, to look at: its meter in day steps with the goal as a line, and its skills as bands. */
export function summaryPicture(
  plan: Pick<Plan, "kind" | "counted">,
  course: MeterCourse,
  bands: readonly SkillBand[],
): Picture {
  const alt = [tellCourseOf(plan, course), ...bands.map(tellBand)].join(" ");
  return { svg: draw(courseTitle(plan), course, bands), alt: clipped(alt, LONGEST_ALT) };
}

function draw(title: string, course: MeterCourse, bands: readonly SkillBand[]): string {
  const head = inLines(title, WIDTH - 2 * EDGE, SIZE, 2);
  const top = EDGE + head.length * LINE + 40;
  const box = { left: EDGE + 12, right: WIDTH - BESIDE, top, bottom: top + PLOT_HEIGHT };
  const rows = box.bottom + 120;
  const below = bands.length > 0 ? LINE + bands.length * ROW + 8 : -40;
  return sheet(rows + below, [
    ...head.map((text, index) => words(EDGE, EDGE + 26 + index * LINE, { text, bold: true })),
    ...drawCourse(box, course),
    ...(bands.length > 0 ? [words(EDGE, rows, { text: BANDS_TITLE, bold: true })] : []),
    ...bands.flatMap((band, index) => drawBand(band, rows + 50 + index * ROW)),
  ]);
}

function drawCourse(box: Box, { days, goal }: MeterCourse): string[] {
  const total = days.at(-1)?.reached ?? 0;
  const most = Math.max(goal, total, 1);
  const y = (value: number) => Math.round(box.bottom - (value / most) * (box.bottom - box.top));
  const step = (box.right - box.left) / Math.max(1, days.length);
  const x = (index: number) => Math.round(box.left + index * step);
  // A day is a step up at its beginning, and level from there on.
  const way = days.map(({ reached }, index) => `V${y(reached)}H${x(index + 1)}`).join("");
  const [atGoal, atTotal] = apart(y(goal), y(total), box);
  const beside = (at: number, text: string, more: string) =>
    `<text x="${box.right + 20}" y="${at + 10}" ${more}>${text}</text>`;
  return [
    `<path d="M${box.left} ${box.bottom}H${box.right}" stroke="${GRID}" stroke-width="2"/>`,
    `<path d="M${box.left} ${box.bottom}${way}V${box.bottom}Z" fill="${GREEN}" fill-opacity="0.14"/>`,
    `<path d="M${box.left} ${box.bottom}${way}" fill="none" stroke="${GREEN}" stroke-width="5"/>`,
    `<path d="M${box.left} ${y(goal)}H${box.right}" stroke="${BLUE}" stroke-width="4" stroke-dasharray="14 9"/>`,
    beside(atGoal, `goal ${goal}`, `fill="${BLUE}"`),
    beside(atTotal, `${total}`, `fill="${GREEN}" font-weight="700"`),
    ...drawDays(box, days, step),
  ];
}

// Two labels never lie on each other: the higher one makes room, or the lower one where there is none.
function apart(goal: number, total: number, { top, bottom }: Box): [number, number] {
  if (Math.abs(goal - total) >= LABEL) return [goal, total];
  const upper = Math.max(top, Math.min((goal + total) / 2 - LABEL / 2, bottom - LABEL));
  return goal <= total ? [upper, upper + LABEL] : [upper + LABEL, upper];
}

function drawDays({ left, bottom }: Box, days: MeterCourse["days"], step: number): string[] {
  const every = Math.ceil(136 / step);
  return days.flatMap(({ day }, index) => {
    const middle = Math.round(left + (index + 0.5) * step);
    const name = `<text x="${Math.max(middle, left + 40)}" y="${bottom + 44}" text-anchor="middle" fill="${QUIET}">${shortDay(day)}</text>`;
    return index % every === 0 ? [name] : [];
  });
}

// The cells and the words say the same; neither needs a colour.
function drawBand({ skill, share }: SkillBand, y: number): string[] {
  const full = BANDS.indexOf(share) + 1;
  const cells = BANDS.map((_, index) => {
    const fill = index < full ? GREEN : GROUND;
    return `<rect x="${BAR + index * (CELL + 6)}" y="${y - 24}" width="${CELL}" height="28" fill="${fill}" stroke="${GREEN}" stroke-width="3"/>`;
  });
  return [
    words(EDGE, y, { text: SKILL_TITLES[skill] }, 330),
    ...cells,
    words(BAR + BANDS.length * (CELL + 6) + 14, y, { text: share }),
  ];
}
