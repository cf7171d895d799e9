import { type Child, startChild } from "./child.ts";

let spare: Child | undefined;

/** Gives a process that has read everything already, where one is ready, and readies the next. */
export function takeChild(): Child {
  const child = spare && !spare.isGone() ? spare : startChild();
  spare = startChild();
  return child;
}

/** Ends the process that is kept ready for whoever needs one next. */
export const endSpare = () => spare?.kill();
