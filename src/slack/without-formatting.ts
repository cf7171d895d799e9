/** Signs that turn the direction of what follows: with them, words can be made to read as others. */
export const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

// Slack formats what stands between two of these where words begin and end, and quotes a line that begins with >.
const LOOKALIKES: Record<string, string> = { "*": "∗", _: "＿", "~": "∼" };
const AT_AN_EDGE = /(?<![\p{L}\p{N}])[*_~]+(?!\s|$)|(?<!\s|^)[*_~]+(?![\p{L}\p{N}])/gmu;
const QUOTING = /^([^\S\n]*)(>+)/gm;

/** Words in which Slack finds nothing to set bold, slanted, struck out or apart; signs within a word or a sum stay. */
export const withoutFormatting = (text: string): string =>
  text
    .replace(TURNING, "")
    .replace(AT_AN_EDGE, (signs) => [...signs].map((sign) => LOOKALIKES[sign] ?? sign).join(""))
    .replaceAll("`", "‵")
    .replace(QUOTING, (_, indent: string, signs: string) => indent + "›".repeat(signs.length));
