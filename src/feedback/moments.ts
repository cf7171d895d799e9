import type { Sign } from "../flow/signs.ts";
import type { Session } from "../session/session.ts";
import type { Finding, Reading } from "../skills/reading.ts";
import type { Quote } from "./skill-report.ts";
import { speakOf } from "./speak-of.ts";

/** A moment of order or dose, or a line likely to inflame: the words it stands on, and what to try there. */
export type Moment = Quote & {
  sign: Sign;
  /** Unless the reader is sure, the debrief asks instead of saying. */
  sure: boolean;
  words: string;
  example: string | undefined;
};

// What is said where the flow has no feedback of its own for it. Always about the line, never the person.
const GENERAL: Partial<Record<Sign, string>> = {
  "premature-solution": "A fix came before the customer had been heard, so it sounded like a script.",
  "asked-again": "This asked for something the customer had already told.",
  "repeated-apology": "By the third apology a customer looks for what happens next.",
  dwelling: "Several kind lines in a row without a step forward keep the customer waiting.",
  overpromise: "This promised what nobody can be sure of.",
  "over-empathy": "This carried more feeling than the moment could bear.",
  canned: "This could have been sent to any customer.",
  "calm-command": "Being told to calm down says that the feeling is the problem.",
  minimise: "This made the customer's trouble sound small.",
  dismiss: "This left the customer without anything to hold on to.",
  "non-apology": "An apology for how somebody feels is not heard as an apology.",
  "validate-then-but": "The “but” took back the understanding before it.",
  "blame-customer": "This put the fault with the customer.",
  "blame-others": "This put the fault with somebody else, and nobody owned it.",
  "policy-wall": "This gave the rules as the answer.",
  argue: "This contradicted the customer's account.",
  sarcasm: "This can be read as mockery, however it was meant.",
  threat: "This can be read as a threat, however it was meant.",
  "buck-passing": "This sent the customer elsewhere with nothing carried over.",
  "rush-close": "This closed the matter before it was solved.",
  "self-centred": "This turned to our own side instead of the customer's.",
  interrogate: "This question can sound like blame.",
};

/** Every such moment of a session, in the order of the talk. */
export function findMoments(session: Session): Moment[] {
  const { pronoun } = session.flow.persona;
  return session.turns.flatMap((turn) =>
    turn.signs
      .filter((sign) => sign in GENERAL)
      .map((sign) => {
        const own = session.flow.feedback[sign];
        const shared = isEscalation(sign, turn.reading) ? session.flow.feedback.escalating : undefined;
        const found = standsOn(sign, turn.reading);
        return {
          sign,
          turn: turn.n,
          quote: found?.evidence[0]?.quote ?? turn.reply,
          sure: (found?.certainty ?? "sure") === "sure",
          words: own?.missed ?? speakOf(pronoun, (isExact(found) ? found.why : GENERAL[sign]) ?? ""),
          example: own?.try[0] ?? shared?.try[0],
        };
      }),
  );
}

// A rule that is certain by itself says better what it saw than the general words for its tag.
const EXACT = 0.97;
const isExact = (found: Finding | undefined): found is Finding =>
  found !== undefined && found.confidence >= EXACT && found.confidence < 1;

const tagOf = (sign: Sign) => sign.replaceAll("-", "_");

const isEscalation = (sign: Sign, reading: Reading) =>
  reading.escalating.some((found) => found.tag === tagOf(sign));

// The finding whose words a moment stands on.
function standsOn(sign: Sign, reading: Reading): Finding | undefined {
  switch (sign) {
    case "premature-solution":
      return reading.solution;
    case "asked-again":
      return reading.question;
    case "dwelling":
      return reading.validation;
    case "repeated-apology":
      return reading.moves.find((found) => found.tag === "apology");
    default:
      return [...reading.escalating, ...reading.faults].find((found) => found.tag === tagOf(sign));
  }
}
