import { read } from "../skills/read.ts";
import { NO_CONTEXT } from "../skills/reading.ts";
import { clean, type Filling, list } from "./new-flow-text.ts";
import {
  asBriefing,
  askedFor,
  asObject,
  asPromise,
  asStake,
  bare,
  calledBy,
  capital,
  keyWords,
  sentence,
  shortened,
  toThem,
  within,
} from "./new-flow-words.ts";
import { feelingsIn, stakesIn, whoIs } from "./who-is.ts";

/** What a trainer answers about a new customer. */
export type Answers = {
  /** Their whole name, and what was said of them beside it. */
  name: string;
  /** What has happened to them, in a sentence. */
  happened: string;
  /** What hangs on it, as words; several may stand in one, with commas between. */
  stakes: string[];
  /** What they feel, in the same way. */
  feelings: string[];
  /** What they tell only when asked for it: in a few words, and as they would say it. */
  fact: { about: string; told: string };
  /** What the trainee can do for them. */
  offer: string;
};

// What Slack shows of a name and of a title at most.
const NAME = 60;
const TITLE = 90;
// Nobody says back more than this in one breath.
const SAID_BACK = 140;

/** What stands for each mark of the templates; `nameFor` makes a name of words. */
export function fillingsFor(
  answers: Answers,
  id: string,
  nameFor: (words: string) => string,
): Record<string, Filling> {
  const { name, pronoun, said } = whoIs(clean(answers.name));
  const happened = sentence(clean(answers.happened));
  const about = bare(clean(answers.fact.about));
  const offer = clean(answers.offer);
  const stakes = answers.stakes.map(clean).flatMap(stakesIn).map(bare);
  const feelings = answers.feelings.map(clean).flatMap(feelingsIn).map(bare);
  const [stake = "", other = stake] = stakes;
  const [feeling = "", next = feeling] = feelings;
  const factId = nameFor(keyWords(about).slice(0, 3).join(" ") || about);
  const free = (one: string) => ({ yaml: one === factId ? `${one}-2` : one });
  return {
    id: { yaml: id },
    name: shortened(name, NAME),
    pronoun: { yaml: pronoun },
    introduced: said ? `${shortened(name, NAME)}, ${said},` : shortened(name, NAME),
    "who it is": said ? `${sentence(`${name}, ${said}`)} ` : "",
    called: shortened(calledBy(name), NAME),
    title: shortened(bare(happened), TITLE),
    happened,
    briefing: asBriefing(offer),
    about: within(about),
    "all stakes": inSentence(stakes),
    "all feelings": inSentence(feelings),
    stakes: { yaml: list([...new Set(stakes.map(asStake))]) },
    feelings: { yaml: list(feelings) },
    "Stake 1": capital(stake),
    "stake 1": within(stake),
    "stake 2": within(other),
    "Feeling 1": capital(feeling),
    "feeling 1": within(feeling),
    "Feeling 2": capital(next),
    fact: { yaml: factId },
    wish: free("wish"),
    known: free("what-happened"),
    asked: { yaml: list(askedFor(about)) },
    told: sentence(clean(answers.fact.told)),
    "said back": saidBack(happened, stakes, feelings),
    question: `Before I do anything, can you tell me ${asObject(about)}?`,
    promise: `${asPromise(offer)}.`,
  };
}

const inSentence = (words: readonly string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

// A line that says back what this means, in the first of several wordings that the reader sees so.
function saidBack(happened: string, stakes: readonly string[], feelings: readonly string[]): string {
  const [one = "", other = "everything else"] = stakes.map((stake) => within(toThem(stake)));
  const feeling = within(toThem(feelings[0] ?? "upset"));
  const told = within(bare(toThem(happened)));
  const wordings = [
    ...(happened.length <= SAID_BACK
      ? [
          `So ${told}, and ${one} and ${other} hang on it. I can see why you feel ${feeling}.`,
          `You told me that ${told}. With ${one} and ${other} in it, I can see why you feel ${feeling}.`,
        ]
      : []),
    `You wrote about ${one} and ${other}. With that in front of you, anybody would feel ${feeling}.`,
    `It's ${one}, and on top of that ${other}. No wonder you feel ${feeling}.`,
  ];
  const context = { ...NO_CONTEXT, stakes, feelings };
  const isSeen = (wording: string) => {
    const { validation, escalating } = read(wording, happened, context);
    return validation.level === 2 && escalating.length === 0;
  };
  return wordings.find(isSeen) ?? wordings[0] ?? "";
}
