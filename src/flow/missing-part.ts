import type { Path } from "./yaml-source.ts";

/** What belongs at a name, as in "Add  title:  with …", and how it may look. */
type Part = readonly [what: string, example: string];

// A star stands for a name that the trainer has chosen. A list is told by what is in it.
const PARTS: Readonly<Record<string, Part>> = {
  flow: ["the name of this file without .yml", "late-parcel"],
  shared: ["the name of this file without .yml", "basics"],
  path: ["the name of this file without .yml", "first-week"],
  version: ["a whole number", "1"],
  language: ["the two letters of the language", "en"],
  title: ["what people read when they choose", "The parcel that never came"],
  about: ["what people read before they start", "Kim's parcel is a week late. You write for the shop."],
  level: ["how hard it is", "easy"],
  minutes: ["how long it takes", "8"],
  care: [
    "what to be ready for, and what to do afterwards",
    "{ before: It gets loud., after: Drink some water. }",
  ],
  persona: ["who the customer is", "{ name: Kim Ro, emoji: 📦, backstory: Kim waits for a parcel. }"],
  "persona.name": ["their whole name", "Kim Ro"],
  "persona.emoji": ["one emoji for them", "📦"],
  "persona.backstory": ["who they are and what has happened", "Kim runs a stall and waits for a parcel."],
  "facts.*.asked": ["words that a question for it has", "[street, address]"],
  "facts.*.reveals": ["what they answer then", "It is 14 Mill Lane."],
  "story.tells": ["what they tell, a message each", "[It was to come on Monday., The party is tonight.]"],
  "story.facts": [
    "what there is to hear in it",
    "{ monday: { what: It was due on Monday., words: [monday] } }",
  ],
  "story.facts.*.what": ["what the team reads at the end", "It was due on Monday."],
  "story.facts.*.words": ["words of somebody who says it back", "[monday, due]"],
  "story.feelings.*.what": ["what the team reads at the end", "Left alone with it."],
  "story.feelings.*.words": ["words of somebody who says it back", "[alone, on your own]"],
  meters: ["how they feel at the start, from 0 to 100", "{ frustration: 60, trust: 20 }"],
  "meters.*.start": ["where it stands at the start, from 0 to 100", "60"],
  "meters.*.better": ["which end of it is good, high or low", "low"],
  start: ["the mood in which the talk begins", "cross"],
  opens: ["what they say first", "[Where is my parcel?, I'm still waiting for my parcel.]"],
  moods: [
    "every mood they can be in",
    "{ cross: { emoji: 😠, feels: Nobody listens., calls-for: [validation], says: [And now?, I'm waiting., Well?] } }",
  ],
  "moods.*.emoji": ["one emoji for the mood", "😠"],
  "moods.*.feels": ["one sentence from the inside, in their voice", "Nobody listens to me."],
  "moods.*.calls-for": ["which of the three skills help most here", "[validation, question]"],
  "moods.*.says": ["what they say when no rule fits", "[And now?, I'm still waiting., Is anybody there?]"],
  limits: ["what ends the talk; one of them counts messages", "[{ need: { turns: at least 14 }, go: left }]"],
  "limits.need": ["when it is reached", "{ turns: at least 14 }"],
  "limits.go": ["the ending it leads to", "left"],
  "idle.after": ["how long nobody writes", "4 minutes"],
  "idle.says": ["what they say then", "[Are you still there?, Hello?]"],
  endings: [
    "where the talk can end, one of them good and one bad",
    "{ calm: { outcome: good, says: Thank you., debrief: Kim knows when it comes. }, left: { outcome: bad, says: Goodbye., debrief: Kim gave up. } }",
  ],
  "endings.*.outcome": ["good, mixed or bad", "mixed"],
  "endings.*.says": ["what they say last", "[Thank you. Goodbye., That will do. Goodbye.]"],
  "endings.*.debrief": ["how it ended for them, in a sentence or two", "Kim knows when it comes."],
  feedback: [
    "what trainees read about the skills",
    "{ validation: { missed: I didn't spot a line about the wait., try: A whole week of waiting for it. } }",
  ],
  "tests.name": ["what it shows, in a few words", "A fix that comes too early"],
  "tests.talk": ["the messages, one after the other", "[{ say: Calm down., expect: { mood: cross } }]"],
  "opens.say": ["what they say", "Where is my parcel?"],
  steps: [
    "the flows in their order",
    "[{ flow: late-delivery, goal: Say back what the wait has cost Dana. }]",
  ],
  "steps.flow": ["the name of a flow", "late-delivery"],
  "steps.goal": ["what to do in this talk", "Say back what the wait has cost Dana."],
};

/** What to write where a part is missing that has to be there, with an example that can stand there as it is. */
export function addPart(path: Path): string {
  const name = String(path.at(-1));
  const [what, example] = partAt(path) ?? [];
  return what
    ? `Add  ${name}:  with ${what}, such as  ${name}: ${example}`
    : `Add  ${name}:  and what it is.`;
}

function partAt(path: Path): Part | undefined {
  // A line has the same form wherever it stands.
  if (path.at(-1) === "say") return PARTS["opens.say"];
  const names = path.filter((part) => typeof part === "string");
  const starred = (...free: number[]) => names.map((part, at) => (free.includes(at) ? "*" : part)).join(".");
  return PARTS[names.join(".")] ?? PARTS[starred(1)] ?? PARTS[starred(2)];
}
