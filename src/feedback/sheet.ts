import { fitting, xml } from "./lettering.ts";

/** Dark enough on the picture's ground for every eye (contrast 15:1). */
export const INK = "#22222e";
/** For what stands beside the main thing (contrast 9:1). */
export const QUIET = "#44444f";
/** What everything is drawn on. */
export const GROUND = "#fdfcf9";
/** For lines that only guide the eye. */
export const GRID = "#d8d5cc";
/** The colours of what is shown (contrast 7:1 or more); each goes with a shape of its own. */
export const GREEN = "#1d5c3a";
export const BLUE = "#1e4b8f";
export const VIOLET = "#5b2d86";
/** For what went wrong; like the others never without a shape or a word of its own. */
export const RUST = "#8f2d14";

/** The width of every picture, and how much of it stays free on each side. */
export const WIDTH = 840;
export const EDGE = 36;
/** From one line of words to the next. */
export const LINE = 40;
/** Half of this is the size on a phone, where a picture is 420 pixels wide. */
export const SIZE = 30;

/** A line of words. */
export type Words = { text: string; bold?: boolean };

/** A line of words in its place, cut where it would leave its width: by default all that is left of the sheet. */
export const words = (x: number, y: number, { text, bold = false }: Words, width = WIDTH - x - EDGE / 2) =>
  `<text x="${x}" y="${y}"${bold ? ' font-weight="700"' : ` fill="${QUIET}"`}>${xml(fitting(text, width, SIZE))}</text>`;

/** An SVG of this height, and where it has to be wider of that width, with what was drawn. */
export const sheet = (height: number, drawn: string[], width = WIDTH): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Atkinson Hyperlegible, Helvetica, Arial, sans-serif" font-size="${SIZE}" fill="${INK}">`,
    `<rect width="${width}" height="${height}" fill="${GROUND}"/>`,
    ...drawn,
    "</svg>",
  ].join("\n");
