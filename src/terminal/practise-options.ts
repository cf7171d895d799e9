import { parseArgs } from "node:util";

/** How to use it. */
export const USAGE = `Practise with a difficult customer in the terminal.

  npm run practise                               choose a customer
  npm run practise -- late-delivery              practise with this one (or with a file: draft.yml)
  npm run practise -- --path onboarding-week     walk a path: customers in an order, with a goal each
  npm run practise -- --progress                 how your practices went, and what to practise next
  npm run practise -- --forget                   erase everything that is kept of your practices
  npm run -s practise -- late-delivery --replies replies.txt --seed 7 --json
                                                 play one reply a line, and print JSON lines

Options:
  --seed N         the same seed and replies give the same talk
  --replies FILE   one reply a line ("-" for standard input); nothing of it is kept
  --json           print JSON lines (needs --replies)
  --help

Your practices are kept on this machine, in the file that TIGHTROPE_DB names.`;

/** What was asked for on the command line. */
export type Wanted = {
  command: "practise" | "progress" | "forget" | "help";
  path?: string;
  flow?: string;
  seed?: number;
  replies?: string;
};

/** Reads the command line; a sentence instead where it makes no sense. */
export function readOptions(): Wanted | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        seed: { type: "string" },
        replies: { type: "string" },
        path: { type: "string" },
        json: { type: "boolean", default: false },
        progress: { type: "boolean", default: false },
        forget: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const { help, progress, forget, json, replies, path } = values;
    const [flow, ...others] = positionals;
    const seed = values.seed === undefined ? undefined : Number(values.seed);
    if (seed !== undefined && !Number.isSafeInteger(seed))
      return `--seed takes a whole number, not "${values.seed}".`;
    if (others.length > 0) return `Name one flow, not ${positionals.length}.`;
    if (json !== (replies !== undefined)) return "--json and --replies FILE go together.";
    if (progress && forget) return "--progress and --forget do not go together.";
    const alone = progress ? "--progress" : forget ? "--forget" : undefined;
    if (!help && alone && (flow ?? seed ?? replies) !== undefined) return `${alone} goes alone.`;
    if (!help && path !== undefined && (flow ?? replies ?? alone) !== undefined)
      return "--path names whom you practise with, so it goes alone or with --seed.";
    return {
      command: help ? "help" : progress ? "progress" : forget ? "forget" : "practise",
      ...(flow === undefined ? {} : { flow }),
      ...(path === undefined ? {} : { path }),
      ...(seed === undefined ? {} : { seed }),
      ...(replies === undefined ? {} : { replies }),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
