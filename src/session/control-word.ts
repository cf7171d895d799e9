/** Words that steer a practice instead of being said to the customer. */
export const CONTROL_WORDS = ["hint", "pause", "resume", "stop", "softer"] as const;
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
const POLITE = new Set(
  `please pls now just the a this it practice practise session ok okay sorry can could may i we you want need would
  like to lets let us have get take give me make be some another id`.split(/\s+/),
);

// Wishes that could be said to a customer in fewer or other words; only exactly these mean us.
const EXACTLY: Record<string, ControlWord> = {
  "i want out": "stop",
  "i give up": "stop",
  "go on": "resume",
  continue: "resume",
};

const HELP = new Set(["help", "help me", "help please", "please help"]);

// Somebody for whom it has become too much is given room first, and can then stop.
const TOO_MUCH = [
  /^(?:this is |it'?s |that'?s )?(?:all |getting )*too much for me\b/,
  /^i (?:can'?t|cannot) (?:do|take|handle) (?:this|it|that)(?: any ?more)?$/,
  /\bi (?:don'?t|do not) want to do this\b/,
];

/**
 * The control word a message asks for, if it asks for nothing else: "Stop!", "please stop" and "can we pause?"
 * do, "stop the order" and "can I help you?" do not.
 */
export function controlWordOf(text: string): ControlWord | undefined {
  const plain = plainly(text);
  const words = plain.split(" ");
  if (words.length > 20) return undefined;
  if (Object.hasOwn(EXACTLY, plain)) return EXACTLY[plain];
  if (TOO_MUCH.some((wish) => wish.test(plain))) return "pause";
  const wish = words.map((word) => word.replaceAll("'", "")).filter((word) => !POLITE.has(word));
  const [only] = wish;
  return wish.length === 1 && only !== undefined && Object.hasOwn(WISHES, only) ? WISHES[only] : undefined;
}

/** Whether a message asks which words there are, and asks for nothing else. */
export const asksForHelp = (text: string): boolean => HELP.has(plainly(text));

/** What one can type while one practises, a line each. */
export const tellControlWords = (customer: string): string =>
  [
    "While you practise you can type:",
    "“hint” for a nudge,",
    "“pause” for a break, and “resume” to go on,",
    `“softer” to make ${customer} milder,`,
    "“stop” to end it and see your debrief.",
    `Everything else goes to ${customer}.`,
  ].join("\n");

const plainly = (text: string) =>
  text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[^\p{L}' ]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
