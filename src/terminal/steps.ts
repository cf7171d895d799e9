import { progress } from "@clack/prompts";

/** How far a long work is, for whoever watches. */
export type Steps = {
  begin(all: number): void;
  done(count: number, what: string): void;
  /** Ends it, well or not. */
  end(well: boolean): void;
};

const SOME = 10;

/** Shows how far a work is: a bar in a terminal, elsewhere a line at every tenth of it. */
export function steps(title: string): Steps {
  return process.stdout.isTTY ? bar(title) : lines(title);
}

/** The same for a work of moments: a bar in a terminal, and elsewhere nothing but what came of it. */
export const stepsForWatchers = (title: string): Steps => (process.stdout.isTTY ? bar(title) : UNSEEN);

const UNSEEN: Steps = { begin: () => {}, done: () => {}, end: () => {} };

function bar(title: string): Steps {
  let shown: ReturnType<typeof progress> | undefined;
  return {
    begin: (all) => {
      shown = progress({ max: Math.max(all, 1), size: 30 });
      shown.start(title);
    },
    done: (count, what) => shown?.advance(count, `${title}: ${what}`),
    end: (well) => (well ? shown?.stop(`${title}: done`) : shown?.error(`${title}: stopped`)),
  };
}

function lines(title: string): Steps {
  let [all, done, told] = [0, 0, 0];
  return {
    begin: (number) => {
      all = number;
    },
    done: (count) => {
      done += count;
      const tenths = Math.floor((done / all) * SOME);
      if (tenths > told) console.log(`${title}: ${tenths * 10} %`);
      told = tenths;
    },
    end: () => {},
  };
}
