// What stands before a name: it is said, but it is no name to call somebody by.
const TITLES = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|frau|herr)\.?$/i;
const CLAUSE = /^(?:when|where|what|which|who|whom|whose|why|how|whether|if)\b/i;
const DETERMINED =
  /^(?:the|an?|another|this|that|these|those|some|any|my|your|our|their|his|her|its|no|one|two|\d)\b/i;
const AUXILIARY =
  /^(?:are|were|is|was|have|had|has|can|could|will|would|should|may|might|must|need to|want to)\b/i;
// Words that a question for something else has as well.
const COMMON = new Set(
  `a about after again all already also an and another any anybody are as at because been before being but by can
  could date day days did do does done else ever everything everybody exactly for from get getting given go going got had has
  have having he her hers him his how if in into is it its just kind know last later left like long made make making many
  may more most much must name need needs never new next no nobody not now number of off old on once one only or other
  our out over own part people person place please put really reason right said same say see sent she should so some
  somebody something soon sort such take taken tell than that the their them then there these they thing things
  this those time times to told too two under until up use used very want wanted wants was way we week well went
  were what when where whether which while who whom whose why will with without would year you your`.split(
    /\s+/,
  ),
);

/** What to call somebody by their whole name: the first name, or the title with the last one. */
export function calledBy(name: string): string {
  const parts = name.trim().split(/\s+/);
  const [first = name, ...others] = parts;
  if (!TITLES.test(first) || others.length === 0) return first;
  // "van der Meer" is one name.
  const last = others.findIndex((part) => /^\p{Ll}/u.test(part));
  return [first, ...others.slice(last < 0 ? -1 : last)].join(" ");
}

/** Said of themselves, as somebody else says it to them: "my only holiday" becomes "your only holiday". */
export const toThem = (said: string): string =>
  SWAPS.reduce((so, [from, to]) => so.replace(from, (...found) => inPlace(to, found)), said);

/** Said about them, or by them, as somebody says it to them: "when they travel on" becomes "when you travel on". */
const aboutThem = (said: string): string =>
  ABOUT.reduce((so, [from, to]) => so.replace(from, (...found) => inPlace(to, found)), toThem(said));

const SWAPS: [RegExp, string][] = [
  [/\b(?:I am|I[’']m|we[’']re)\b/gi, "you're"],
  [/\bI was\b/g, "you were"],
  [/\bam I\b/gi, "are you"],
  [/\bwas I\b/gi, "were you"],
  [/\b(?:I|we)(?=[’'](?:ve|d|ll)\b)/gi, "you"],
  [/\b(?:my|our)\b/gi, "your"],
  [/\b(?:mine|ours)\b/gi, "yours"],
  [/\b(?:myself|ourselves)\b/gi, "yourself"],
  [/\b(?:I|[Ww]e|[Mm]e|[Uu]s)\b/g, "you"],
];
const ABOUT: [RegExp, string][] = [
  [/\btheirs\b/gi, "yours"],
  [/\btheir\b/gi, "your"],
  [/\bthemselves\b/gi, "yourself"],
  [/\b(?:they|them)\b/gi, "you"],
];

// A word at the beginning of a sentence keeps its capital letter.
function inPlace(to: string, found: readonly unknown[]): string {
  const [word, offset, whole] = [found[0], found.at(-2), found.at(-1)] as [string, number, string];
  const begins = /(?:^|[.!?]\s+)$/.test(whole.slice(0, offset));
  return begins && /^\p{Lu}/u.test(word) ? capital(to) : to;
}

/** With a capital letter at its beginning. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** As it stands within a sentence; what may be a name keeps its capital letter. */
export const within = (words: string): string =>
  COMMON.has(words.split(/[^\p{L}]/u)[0]?.toLowerCase() ?? "") ? small(words) : words;

const small = (words: string) =>
  /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

/** Words with a full stop, unless they end in another sign. */
export const sentence = (words: string): string => {
  const said = words.trim();
  return /[.!?…]["'”’)]*$/.test(said) ? said : `${said}.`;
};

/** Without what ends a sentence. */
export const bare = (words: string): string => words.trim().replace(/(?<=\S)[\s.!?…,;:]+$/, "");

/** As many whole words as there is room for. */
export function shortened(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = words.slice(0, most - 1).replace(/\s+\S*$/, "");
  return `${bare(cut)}…`;
}

/** As the end of a question: "when you travel on" stays, and "address" becomes "the address". */
export function asObject(about: string): string {
  const said = small(bare(aboutThem(about)));
  return CLAUSE.test(said) || DETERMINED.test(said) ? said : `the ${said}`;
}

const CAN = /^(?:(?:you|we|i|they|somebody|someone) (?:can|could|will|may) |to )/i;

/** What the trainee can do, as the trainee says it: "send another tent" becomes "I'll send another tent". */
export function asPromise(offer: string): string {
  const said = small(bare(offer).replace(CAN, ""));
  return `I'll ${DETERMINED.test(said) ? "get you " : ""}${aboutThem(said)}`;
}

/** What the trainee can do, as the trainee is told: "You can send another tent." */
export function asBriefing(offer: string): string {
  const said = small(bare(offer).replace(CAN, ""));
  return `You can ${DETERMINED.test(said) ? "offer " : ""}${said}.`;
}

/** The words of this that hardly anything else has. */
export const keyWords = (about: string): string[] =>
  wordsIn(about)
    .map((word) => word.replace(/['’]s?$/, ""))
    .filter((word) => word.length > 2 && !isCommon(word));

const isCommon = (word: string) => [word, word.replace(/s$/, "")].some((one) => COMMON.has(one));

const wordsIn = (about: string) =>
  bare(aboutThem(about))
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’]+/u)
    .filter((word) => word !== "");

// Nobody asks in more of the very same words.
const MOST_WORDS = 8;

/** Words by which a question for this is known: said in several ways, and none that other questions have too. */
export function askedFor(about: string): string[] {
  const words = wordsIn(about);
  const own = keyWords(about);
  const ways = CLAUSE.test(words.join(" ")) ? clauseWays(words) : nounWays(words, own.length > 0);
  const short = ways.filter((way) => way.split(" ").length <= MOST_WORDS);
  const found = [...new Set([...(own.length > 0 ? short : ways.map(asked)), ...own])].filter(
    (one) => one !== "",
  );
  return found.length > 0 ? found : [about];
}

// A word that many questions have, alone, would be asked for by any of them.
const asked = (way: string) => (/^\S+$/.test(way) ? `about ${way}` : way);

// "when you travel on" is also asked as "when do you travel on".
function clauseWays(words: readonly string[]): string[] {
  const at = words.indexOf("you");
  const whole = words.join(" ");
  if (at < 1) return [whole];
  const [before, rest] = [words.slice(0, at).join(" "), words.slice(at + 1).join(" ")];
  const [auxiliary] = AUXILIARY.exec(rest) ?? [];
  if (auxiliary === undefined || auxiliary.includes(" ")) return [whole, `${before} do you ${rest}`];
  return [whole, `${before} ${auxiliary} you ${rest.slice(auxiliary.length).trim()}`];
}

// A thing is asked for by its name; a name that many things have needs a word before it.
function nounWays(words: readonly string[], isOwn: boolean): string[] {
  const noun = words.join(" ").replace(DETERMINED, "").trim();
  if (noun === "") return [words.join(" ")];
  return isOwn ? [noun] : [`what ${noun}`, `which ${noun}`, `the ${noun}`, `your ${noun}`];
}

/** Words for what hangs on it, without what stands before them: "our only holiday" is said back as "only holiday". */
export const asStake = (stake: string): string =>
  bare(stake).replace(/^(?:the|an?|my|our|your|their)\s+/i, "");
