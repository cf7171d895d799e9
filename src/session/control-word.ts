/** Words that steer a practice instead of being said to the customer. */
export const CONTROL_WORDS = [
  "hint",
  "hints",
  "no hints",
  "pause",
  "resume",
  "stop",
  "softer",
  "help",
] as const;
export type ControlWord = (typeof CONTROL_WORDS)[number];

// What is left of a wish once its politeness is taken away.
const WISHES: Record<string, ControlWord> = {
  hint: "hint",
  pause: "pause",
  break: "pause",
  resume: "resume",
  stop: "stop",
  quit: "stop",
  exit: "stop",
  end: "stop",
  softer: "softer",
  milder: "softer",
};
const ENDS = new Set(["stop", "quit", "exit", "end", "pause", "break"]);
const POLITE = new Set(
  `please pls now just the a this it practice practise session ok okay sorry can could may i we you want need would
  like to lets let us have get take give me make be some another id`.split(/\s+/),
);

// Wishes that could be said to a customer in fewer or other words; only exactly these mean us.
const EXACTLY: Record<string, ControlWord> = {
  help: "help",
  "help me": "help",
  "help please": "help",
  "please help": "help",
  hints: "hints",
  "no hints": "no hints",
  "without hints": "no hints",
  "i want out": "stop",
  "i give up": "stop",
  "go on": "resume",
  continue: "resume",
};

// Somebody for whom it has become too much is given room first, and can then stop.
const TOO_MUCH = [
  /^(?:this is |it'?s |that'?s )?(?:all |getting )*too much for me\b/,
  /^i (?:can'?t|cannot) (?:do|take|handle) (?:this|it|that)(?: any ?more)?$/,
  /\bi (?:don'?t|do not) want to do this\b/,
];

/**
 * The control word a message asks for, if it asks for nothing else: "Stop!", "please stop" and "can we pause?"
 * do, "stop the order", "I need you to stop" and "can I help you?" do not.
 */
export function controlWordOf(text: string): ControlWord | undefined {
  const plain = text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[^\p{L}' ]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const words = plain.split(" ");
  if (words.length > 20) return undefined;
  if (Object.hasOwn(EXACTLY, plain)) return EXACTLY[plain];
  if (TOO_MUCH.some((wish) => wish.test(plain))) return "pause";
  const wish = words.map((word) => word.replaceAll("'", "")).filter((word) => !POLITE.has(word));
  const [only] = wish;
  if (wish.length !== 1 || only === undefined || !Object.hasOwn(WISHES, only)) return undefined;
  return isForCustomer(words, only) ? undefined : WISHES[only];
}

// "I need you to stop" sets a customer a limit; only they can be meant, as nobody says a practice to a customer.
const isForCustomer = (words: readonly string[], wish: string) =>
  words.includes("you") && ENDS.has(wish) && !words.some((word) => /^(?:practi[cs]e|session)$/.test(word));

/** The words and what each does, for whoever asks. */
export const tellControlWords = (withoutHints = false): string =>
  `While you practise, type: ${
    withoutHints ? "“hints” to have hints back" : "“hint” for a nudge, “no hints” to go without"
  }, “pause” and “resume”, “softer” for a milder customer, “stop” to end it and see your debrief.`;
