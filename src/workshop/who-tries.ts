import { ANY, habit, type MadeUpTrainee, NEW, ONE, TWO } from "./made-up-trainee.ts";

/** Somebody who does what the practice is about, with a slip now and then. */
export const SKILLED: MadeUpTrainee = {
  name: "skilled",
  who: "hears the customer first, asks what a fix depends on, then says who does what by when",
  isGamer: false,
  does: {
    opening: [
      habit(50, ["specific-validation", "exploring-question"], ONE),
      habit(25, ["specific-validation"]),
      habit(10, ["specific-validation", "concrete-de-escalation"]),
      habit(10, ["specific-validation", "apology"]),
      habit(5, ["generic-validation", "exploring-question"], ONE),
    ],
    slipped: [
      habit(60, ["repair", "specific-validation"]),
      habit(25, ["specific-validation", "concrete-de-escalation"]),
      habit(15, ["specific-validation", "apology"]),
    ],
    unheard: [
      habit(45, ["specific-validation", "exploring-question"], ONE),
      habit(30, ["specific-validation"]),
      habit(20, ["specific-validation", "concrete-de-escalation"]),
      habit(5, ["generic-validation"]),
    ],
    "apology-due": [habit(1, ["specific-validation", "apology"])],
    "handover-due": [habit(1, ["handover", "specific-validation", "concrete-de-escalation"])],
    "limit-due": [
      habit(75, ["limit", "specific-validation"]),
      habit(25, ["limit", "exploring-question"], ONE),
    ],
    "step-given": [
      habit(60, ["exploring-question"], ONE),
      habit(20, ["specific-validation", "exploring-question"], ONE),
      habit(20, ["solution", "concrete-de-escalation", "timeframe"]),
    ],
    asking: [
      habit(50, ["exploring-question"], ONE),
      habit(15, ["exploring-question"], TWO),
      habit(15, ["specific-validation", "exploring-question"], ONE),
      habit(10, ["concrete-de-escalation", "exploring-question"], ONE),
      habit(10, ["routine-question"], ONE),
    ],
    otherwise: [
      habit(60, ["solution", "concrete-de-escalation", "timeframe"]),
      habit(15, ["solution", "concrete-de-escalation"]),
      habit(10, ["specific-validation", "solution", "concrete-de-escalation"]),
      habit(10, ["concrete-de-escalation", "timeframe"]),
      habit(5, ["exploring-question"], NEW),
    ],
  },
  slips: {
    likely: 0.03,
    into: [habit(50, ["generic-validation", "solution"]), habit(50, ["blame-others"])],
  },
};

/** Somebody as most are on a long day. */
export const AVERAGE: MadeUpTrainee = {
  name: "average",
  who: "means well, says the usual things, and often fixes before asking",
  isGamer: false,
  does: {
    opening: [
      habit(30, ["generic-validation", "apology", "routine-question"], NEW),
      habit(20, ["generic-validation", "exploring-question"], ONE),
      habit(15, ["specific-validation"]),
      habit(15, ["specific-validation", "exploring-question"], ONE),
      habit(15, ["generic-validation", "generic-de-escalation"]),
      habit(5, ["generic-validation", "solution"]),
    ],
    slipped: [
      habit(35, ["generic-validation", "apology"]),
      habit(20, ["repair", "specific-validation"]),
      habit(15, ["generic-de-escalation"]),
      habit(15, ["solution"]),
      habit(15, ["generic-validation", "handover"]),
    ],
    unheard: [
      habit(25, ["generic-validation"]),
      habit(20, ["specific-validation"]),
      habit(20, ["specific-validation", "exploring-question"], ONE),
      habit(15, ["generic-validation", "solution"]),
      habit(5, ["generic-de-escalation"]),
      habit(10, ["routine-question"], NEW),
      habit(5, ["handover"]),
    ],
    "apology-due": [
      habit(60, ["generic-validation", "apology"]),
      habit(20, ["routine-question"], NEW),
      habit(20, ["solution"]),
    ],
    "handover-due": [
      habit(40, ["handover"]),
      habit(20, ["handover", "generic-validation"]),
      habit(40, ["solution"]),
    ],
    "limit-due": [
      habit(30, ["limit"]),
      habit(20, ["limit", "generic-validation"]),
      habit(20, ["limit", "specific-validation"]),
      habit(15, ["exploring-question"], ONE),
      habit(15, ["solution"]),
    ],
    "step-given": [
      habit(40, ["solution"]),
      habit(30, ["exploring-question"], ONE),
      habit(20, ["generic-de-escalation"]),
      habit(10, ["routine-question"], NEW),
    ],
    asking: [
      habit(30, ["routine-question"], NEW),
      habit(30, ["exploring-question"], ONE),
      habit(10, ["generic-validation", "exploring-question"], ONE),
      habit(15, ["solution"]),
      habit(5, ["solution", "concrete-de-escalation"]),
      habit(5, ["concrete-de-escalation"]),
      habit(5, ["handover"]),
    ],
    otherwise: [
      habit(30, ["solution", "concrete-de-escalation"]),
      habit(20, ["solution", "concrete-de-escalation", "timeframe"]),
      habit(20, ["solution"]),
      habit(5, ["generic-de-escalation"]),
      habit(5, ["concrete-de-escalation"]),
      habit(5, ["timeframe"]),
      habit(5, ["generic-validation"]),
      habit(5, ["routine-question"], NEW),
      habit(5, ["handover"]),
    ],
  },
  slips: {
    likely: 0.1,
    into: [
      habit(20, ["generic-validation", "validate-then-but"]),
      habit(15, ["policy-wall"]),
      habit(15, ["overpromise"]),
      habit(15, ["generic-validation", "over-empathy"]),
      habit(15, ["routine-question"], ANY),
      habit(10, ["minimise"]),
      habit(10, ["blame-others"]),
      habit(10, ["non-apology"]),
    ],
  },
};
