import type { Session, Turn } from "../session/session.ts";
import { isStacked } from "../skills/question.ts";
import type { Evidence } from "../skills/reading.ts";
import { type Sentence, sentencesOf } from "../skills/sentences.ts";

/** The trainee's own line with a small change, and what was changed. */
export type Edit = { text: string; how: string };

/** The line of a turn with the one small change that a sign asks for, where the line allows one. */
export function editOf({ turns, flow }: Session, n: number, about: string): Edit | undefined {
  const turn = turns[n - 1];
  if (turn === undefined || turn.reading.inOtherLanguage) return undefined;
  const edit = EDITS[about]?.(turn, flow.feedback.validation?.try[0]);
  const text = edit?.text.replace(/\s+/g, " ").trim();
  return edit && text && text !== turn.reply.trim() ? { ...edit, text } : undefined;
}

type EditLine = (turn: Turn, strong: string | undefined) => Edit | undefined;

const EDITS: Readonly<Record<string, EditLine>> = {
  "validate-then-but": butToAnd,
  "premature-solution": acknowledgeFirst,
  validation: saysItBack,
  canned: saysItBack,
  question: oneQuestion,
  interrogate: withoutIt,
  "repeated-apology": withoutIt,
  "over-empathy": withoutIt,
  overpromise: withoutIt,
  "calm-command": withoutIt,
  minimise: withoutIt,
  "non-apology": withoutIt,
  "blame-customer": withoutIt,
  "blame-others": withoutIt,
  argue: withoutIt,
  sarcasm: withoutIt,
  threat: withoutIt,
  "self-centred": withoutIt,
};

// An "and" helps what comes after it only where that is no slip itself, nor merely what cannot be done.
function butToAnd({ reply, reading }: Turn): Edit | undefined {
  const found = /([,.;]?\s+)(but|however),?(?=\s)/i.exec(reply);
  if (!found) return undefined;
  const [whole, gap = "", word = ""] = found;
  const after = found.index + whole.length;
  const slips = [
    ...reading.escalating.filter(({ tag }) => tag !== "validate_then_but"),
    ...reading.faults,
    ...reading.moves.filter(({ tag }) => tag === "limit"),
  ].flatMap(({ evidence }) => evidence);
  if (slips.some(({ end }) => end > after)) return undefined;
  const text = `${reply.slice(0, found.index)}${gap}${/^[A-Z]/.test(word) ? "And" : "and"}${reply.slice(after)}`;
  return { text, how: `“${word.toLowerCase()}” became “and”` };
}

// The line's own acknowledgement moves to the front; where it has none, the flow's opens it.
function acknowledgeFirst({ reply, reading }: Turn, strong: string | undefined): Edit | undefined {
  const sentences = sentencesOf(reply);
  const kind = sentences.filter((one) => overlaps(one, reading.validation.evidence));
  const fixes = sentences.filter((one) => !kind.includes(one));
  if (kind.length > 0 && fixes.length > 0)
    return { text: joined([...kind, ...fixes]), how: "the acknowledgement came first, the fix after it" };
  if (strong === undefined || strong.length + reply.length > MOST) return undefined;
  return { text: `${strong} ${reply}`, how: "an acknowledgement came before the fix" };
}

// A stock phrase gives way to what this customer said.
function saysItBack({ reply, reading, customerSaid }: Turn): Edit | undefined {
  const words = tellingWords(customerSaid);
  if (words === undefined) return undefined;
  const sentences = sentencesOf(reply);
  const stock = sentences.find((one) => overlaps(one, reading.validation.evidence));
  const rest = sentences.filter((one) => one !== stock);
  if (rest.length === sentences.length && rest.length > 2) return undefined;
  // A mere "Ugh." says nothing beside it.
  const kept = rest.flatMap((one) => one.words).length < FEWEST ? [] : rest;
  const text = `You told me: ‘${words}’. ${joined(kept)}`;
  const what = stock
    ? "the stock phrase gave way to what the customer said"
    : "what the customer said came first";
  return { text, how: `${what}; now put it in your own words` };
}

function oneQuestion(turn: Turn): Edit | undefined {
  const sentences = sentencesOf(turn.reply);
  if (!isStacked(sentences)) return undefined;
  const asked = sentences.filter((one) => one.marked).length;
  return { text: joined(withOneQuestion(sentences, turn)), how: `one question was kept of ${asked}` };
}

// Of several questions the one that is most about what the customer said.
function withOneQuestion(sentences: readonly Sentence[], { customerSaid }: Turn): Sentence[] {
  const asked = sentences.filter((one) => one.marked);
  const heard = new Set(
    sentencesOf(customerSaid.join("\n")).flatMap((one) => one.words.map(({ stem }) => stem)),
  );
  const about = (one: Sentence) => one.words.filter(({ stem }) => stem.length > 3 && heard.has(stem)).length;
  const [kept] = asked.toSorted((a, b) => about(b) - about(a) || a.start - b.start);
  return sentences.filter((one) => !one.marked || one === kept);
}

function withoutIt(turn: Turn): Edit | undefined {
  const { reply, reading } = turn;
  const found = [...reading.escalating, ...reading.faults].flatMap((one) => one.evidence);
  const apologies = reading.moves.filter((one) => one.tag === "apology").flatMap((one) => one.evidence);
  const sentences = sentencesOf(reply);
  const left = sentences.filter((one) => !overlaps(one, found.length > 0 ? found : apologies));
  const words = left.flatMap((one) => one.words).length;
  if (left.length === sentences.length || words < FEWEST) return undefined;
  const kept = isStacked(left) ? withOneQuestion(left, turn) : left;
  return {
    text: joined(kept),
    how: kept === left ? "what hurt was left out" : "what hurt was left out, and one question kept",
  };
}

const FEWEST = 4;
const MOST = 320;
const TELLING = { fewest: 4, most: 22 };

// What they say to us ("I don't know whether you've read it") is no news of theirs, and sounds odd said back.
const TO_US = /\b(?:you|your|yours|you['’](?:re|ve|ll|d))\b/i;

// What they hold against themselves is not to be held before them.
const OF_THEMSELVES =
  /\b(?:stupid|useless|idiot|fool|foolish|ashamed|nuisance|hopeless|(?:my|own) fault)\b|\bI (?:shouldn|should not)/i;

// The last sentence of theirs that tells something: not a mere question or outcry.
function tellingWords(said: readonly string[]): string | undefined {
  const sentences = sentencesOf(said.join("\n")).filter(
    ({ words, marked, text }) =>
      !marked &&
      words.length >= TELLING.fewest &&
      words.length <= TELLING.most &&
      !TO_US.test(text) &&
      !OF_THEMSELVES.test(text),
  );
  return sentences.at(-1)?.text.replace(/[.!…]+$/, "");
}

const overlaps = (sentence: Sentence, evidence: readonly Evidence[]) =>
  evidence.some((one) => one.start < sentence.end && one.end > sentence.start);

const joined = (sentences: readonly Sentence[]) => sentences.map(({ text }) => text).join(" ");
