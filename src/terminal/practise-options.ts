import { given, mistyped, type Usage } from "./usage.ts";

/** How `practise` is used. */
const PRACTISE = {
  command: "npm run practise",
  takes: "[FLOW]",
  does: `Practise with a difficult customer in the terminal.
A FLOW is its name, such as late-delivery, or a file; without one, you choose from a list.`,
  options: {
    path: { type: "string", takes: "PATH", does: "walk a path: customers in an order, with a goal each" },
    progress: {
      type: "boolean",
      default: false,
      does: "how your practices went, and what to practise next",
    },
    forget: { type: "boolean", default: false, does: "erase everything that is kept of your practices" },
    seed: { type: "string", takes: "N", does: "the same seed and replies give the same talk" },
    replies: {
      type: "string",
      takes: "FILE",
      does: 'play one reply a line ("-" for standard input); nothing of it is kept',
    },
    json: { type: "boolean", default: false, does: "print JSON lines (goes with --replies)" },
  },
  examples: [
    ["npm run practise", "choose a customer"],
    ["npm run practise -- late-delivery", "practise with this one"],
    ["npm run practise -- draft.yml", "with one you are writing"],
    ["npm run practise -- --path onboarding-week", "customers in an order"],
    ["npm run -s practise -- late-delivery --replies replies.txt --seed 7 --json", "a talk as data"],
  ],
  more: `While you practise, help lists what you can type besides messages.
Your practices are kept on this machine, in the file that TIGHTROPE_DB names.`,
} as const satisfies Usage;

/** What was asked for on the command line. */
export type Wanted = {
  command: "practise" | "progress" | "forget";
  path?: string;
  flow?: string;
  seed?: number;
  replies?: string;
};

/** Reads the command line; what makes no sense is told in a sentence, and ends the command. */
export function readOptions(): Wanted {
  const { values, positionals } = given(PRACTISE);
  const { progress, forget, json, replies, path } = values;
  const [flow, ...others] = positionals;
  const seed = values.seed === undefined ? undefined : Number(values.seed);
  const alone = progress ? "--progress" : forget ? "--forget" : undefined;
  const complain = (sentence: string) => mistyped(PRACTISE, sentence);
  if (seed !== undefined && !Number.isSafeInteger(seed))
    complain(`--seed takes a whole number, not "${values.seed}".`);
  if (others.length > 0) complain(`Name one flow, not ${positionals.length}.`);
  if (json !== (replies !== undefined)) complain("--json and --replies FILE go together.");
  if (progress && forget) complain("--progress and --forget do not go together.");
  if (alone && (flow ?? seed ?? replies) !== undefined) complain(`${alone} goes alone.`);
  if (path !== undefined && (flow ?? replies ?? alone) !== undefined)
    complain("--path names whom you practise with, so it goes alone or with --seed.");
  return {
    command: progress ? "progress" : forget ? "forget" : "practise",
    ...(flow === undefined ? {} : { flow }),
    ...(path === undefined ? {} : { path }),
    ...(seed === undefined ? {} : { seed }),
    ...(replies === undefined ? {} : { replies }),
  };
}
