import { ANY, habit, type MadeUpTrainee, THREE } from "./made-up-trainee.ts";

const gamer = (name: string, who: string, does: MadeUpTrainee["does"]): MadeUpTrainee => ({
  name,
  who,
  isGamer: true,
  does,
});

/** People with one trick, who should not get away with it. */
export const GAMERS: readonly MadeUpTrainee[] = [
  gamer("robot", "only sends scripts", {
    opening: [habit(1, ["generic-validation", "canned", "apology"])],
    otherwise: [
      habit(25, ["canned", "generic-validation", "apology"]),
      habit(25, ["routine-question"], ANY),
      habit(25, ["canned", "generic-de-escalation"]),
      habit(25, ["solution"]),
    ],
  }),
  gamer("fixer", "offers one fix after the other and never asks", {
    otherwise: [
      habit(30, ["solution"]),
      habit(30, ["solution", "concrete-de-escalation"]),
      habit(20, ["solution", "concrete-de-escalation", "timeframe"]),
      habit(10, ["generic-validation", "solution"]),
      habit(10, ["specific-validation", "solution"]),
    ],
  }),
  gamer("parrot", "only validates", {
    otherwise: [
      habit(50, ["specific-validation"]),
      habit(40, ["generic-validation"]),
      habit(10, ["specific-validation", "apology"]),
    ],
  }),
  gamer("apologiser", "says sorry whatever happens", {
    otherwise: [
      habit(60, ["generic-validation", "apology"]),
      habit(20, ["generic-validation", "over-empathy", "apology"]),
      habit(20, ["generic-validation", "generic-de-escalation", "apology"]),
    ],
  }),
  gamer("interrogator", "works through a form, hears nobody, and then fixes it", {
    ready: [habit(90, ["solution"]), habit(10, ["interrogate"])],
    otherwise: [
      habit(45, ["routine-question"], THREE),
      habit(25, ["routine-question"], ANY),
      habit(10, ["interrogate"]),
      habit(20, ["solution"]),
    ],
  }),
  gamer("dismissive", "brushes the customer off", {
    otherwise: [
      habit(25, ["dismiss"]),
      habit(20, ["policy-wall"]),
      habit(20, ["minimise"]),
      habit(15, ["calm-command"]),
      habit(10, ["buck-passing"]),
      habit(10, ["blame-customer"]),
    ],
  }),
  gamer("promiser", "promises the moon", {
    otherwise: [
      habit(45, ["overpromise", "solution"]),
      habit(30, ["overpromise", "generic-validation"]),
      habit(25, ["overpromise"]),
    ],
  }),
  gamer("silent", "says next to nothing", {
    otherwise: [habit(75, []), habit(25, [], { waits: true })],
  }),
];
