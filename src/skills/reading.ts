/** The three skills a practice is about. */
export const SKILLS = ["validation", "question", "deescalation"] as const;
export type Skill = (typeof SKILLS)[number];

/** What is likely to inflame a customer; the names are the rubric's. */
export const ESCALATIONS = [
  "calm_command",
  "minimise",
  "dismiss",
  "non_apology",
  "validate_then_but",
  "blame_customer",
  "blame_others",
  "policy_wall",
  "argue",
  "sarcasm",
  "threat",
  "buck_passing",
  "rush_close",
  "self_centred",
  "interrogate",
] as const;
export type Escalation = (typeof ESCALATIONS)[number];

/** Too much, or too little of one's own; the names are the rubric's. */
export const FAULTS = ["overpromise", "over_empathy", "canned"] as const;
export type Fault = (typeof FAULTS)[number];

/** Smaller things that words do, which a flow may react to. They carry no judgement of their own. */
export const MOVES = ["apology", "limit", "timeframe", "handover", "repair"] as const;
export type Move = (typeof MOVES)[number];

/** 0 not shown, 1 generic, 2 specific to this customer. */
export type Level = 0 | 1 | 2;

/** The trainee's own words: `message.slice(start, end) === quote`, in UTF-16 units. */
export type Evidence = { quote: string; start: number; end: number };

/** How firmly a finding may be said: as it is, as a guess, or not at all ("can't tell"). */
export type Certainty = "sure" | "likely" | "unsure";

/** Something the words show, how sure the reader is of it (0–1), and why, in a trainee's words. */
export type Finding = { confidence: number; certainty: Certainty; evidence: Evidence[]; why: string };

/** A skill at its level; at level 0 the confidence is that of its absence, and there is no evidence. */
export type Graded = Finding & { level: Level };

/** Something that is there or not, such as a solution. */
export type Present = Finding & { present: boolean };

/** A named finding, such as an escalation or a fault. */
export type Tagged<Tag extends string> = Finding & { tag: Tag };

/** Everything that one message shows, by the rubric. */
export type Reading = {
  validation: Graded;
  question: Graded;
  deescalation: Graded;
  solution: Present;
  escalating: Tagged<Escalation>[];
  faults: Tagged<Fault>[];
  moves: Tagged<Move>[];
  /** Ids of the facts (of the context) that its questions ask for. */
  asks: string[];
  /** It is in another language than the reader knows, so nothing is said of it. */
  inOtherLanguage?: true;
};

/** What is known around a message: who this customer is and what was said before. */
export type Context = {
  /** What a question may ask for: `asked` holds words that such a question uses. */
  facts: readonly { id: string; asked: readonly string[] }[];
  /** What hangs on it for this customer, in words a paraphrase would use. */
  stakes: readonly string[];
  /** What this customer feels, in words a trainee might use for it. */
  feelings: readonly string[];
  /** Everything the customer said so far, oldest first, without the last message. */
  told: readonly string[];
  /** The trainee's earlier messages, oldest first. */
  earlier: readonly string[];
};

/** A context about which nothing is known. */
export const NO_CONTEXT: Context = { facts: [], stakes: [], feelings: [], told: [], earlier: [] };
