import type { SkillName } from "../flow/flow.ts";
import type { Sign, TALK_SIGNS } from "../flow/signs.ts";
import type { Turn } from "../session/session.ts";
import type { Finding } from "../skills/reading.ts";
import { gradeOf } from "./skill-report.ts";
import { SKILL_TITLES } from "./tell.ts";

/** What one may say of a part of a reading: the reader says it of the words, the trainee may say another. */
const OPINIONS = ["specific", "general", "present", "absent", "fitting", "unsure"] as const;
export type Opinion = (typeof OPINIONS)[number];

/** A part of one turn's reading that the trainee may see differently: what the reader said, and what else one may say. */
export type Appealable = { about: Sign; said: Opinion; others: Opinion[] };

type Named =
  | Exclude<(typeof TALK_SIGNS)[number], "nothing">
  | "overpromise"
  | "over-empathy"
  | "canned"
  | "calm-command"
  | "minimise"
  | "dismiss"
  | "non-apology"
  | "validate-then-but"
  | "blame-customer"
  | "blame-others"
  | "policy-wall"
  | "argue"
  | "sarcasm"
  | "threat"
  | "buck-passing"
  | "rush-close"
  | "self-centred"
  | "interrogate";

// What a debrief says of a line, as a name that fits into a list to choose from.
const NAMES: Record<Named, string> = {
  "premature-solution": "A fix before the customer was heard",
  "asked-again": "Asking for what was already told",
  "repeated-apology": "One apology after another",
  dwelling: "Kind lines without a step forward",
  overpromise: "A promise that nobody can be sure of",
  "over-empathy": "More feeling than the moment can bear",
  canned: "Words that would fit any customer",
  "calm-command": "Telling somebody to calm down",
  minimise: "Making the trouble sound small",
  dismiss: "Nothing for the customer to hold on to",
  "non-apology": "An apology for how somebody feels",
  "validate-then-but": "A “but” that takes the understanding back",
  "blame-customer": "Putting the fault with the customer",
  "blame-others": "Putting the fault with somebody else",
  "policy-wall": "Rules as the answer",
  argue: "Contradicting the customer's account",
  sarcasm: "Words that can be read as mockery",
  threat: "Words that can be read as a threat",
  "buck-passing": "Sending the customer elsewhere",
  "rush-close": "Closing before it is solved",
  "self-centred": "Our own side instead of the customer's",
  interrogate: "A question that can sound like blame",
};

const SAID: Record<Opinion, string> = {
  specific: "seen, specific",
  general: "seen, in general words",
  present: "seen",
  absent: "not spotted",
  fitting: "seen, and right at that moment",
  unsure: "I can't tell",
};

const THOUGHT: Record<Opinion, string> = {
  specific: "It is there, and specific to this customer",
  general: "It is there, in general words",
  present: "It is there",
  absent: "It isn't there",
  fitting: "It is there, and it was right at that moment",
  unsure: "One can't tell",
};

// As one answer beside others, which has to be short enough for a list.
const ANSWER: Record<Opinion, string> = {
  specific: "there, and specific",
  general: "there, in general words",
  present: "there",
  absent: "not there",
  fitting: "there, and right at that moment",
  unsure: "one can't tell",
};

/** What of a turn's reading can be appealed: the three skills, the solution, and everything the debrief may point at. */
export function appealablesOf(turn: Turn): Appealable[] {
  const { solution } = turn.reading;
  const skills = (Object.keys(SKILL_TITLES) as SkillName[]).map((skill) => {
    const grade = gradeOf(turn, skill);
    return appealable(skill, saidOf(grade, LEVELS[grade.level]), LEVELS);
  });
  const seen = turn.signs.filter((sign) => sign in NAMES);
  return [
    ...skills,
    appealable("solution", saidOf(solution, solution.present ? "present" : "absent"), ["absent", "present"]),
    ...seen.map((sign) => appealable(sign, "present", ["absent", "fitting"])),
  ];
}

const LEVELS = ["absent", "general", "specific"] as const;

const saidOf = (found: Finding, said: Opinion): Opinion => (found.certainty === "unsure" ? "unsure" : said);

const appealable = (about: Sign, said: Opinion, all: readonly Opinion[]): Appealable => ({
  about,
  said,
  others: all.filter((opinion) => opinion !== said),
});

/** What a part of a reading is called. */
export const titleOf = (about: Sign): string =>
  SKILL_TITLES[about as SkillName] ?? NAMES[about as Named] ?? (about === "solution" ? "A solution" : about);

/** What the reader said, in words: "Validation: seen, specific". */
export const tellSaid = ({ about, said }: Pick<Appealable, "about" | "said">): string =>
  `${titleOf(about)}: ${SAID[said]}`;

/** What a trainee may say instead, in words. */
export const tellThought = (opinion: Opinion): string => THOUGHT[opinion];

/** One answer to a reading, in words of at most 75 characters: "Validation: there, in general words". */
export const tellAnswer = (about: Sign, opinion: Opinion): string => `${titleOf(about)}: ${ANSWER[opinion]}`;
