// A server that stops, starts or has no connection left; a connection that broke; a lock that two waited for.
const STATES = /^(?:08...|57P0[1235]|53300|40001|40P01|25P0[34])$/;
const CODES =
  /^(?:ECONN(?:RESET|REFUSED|ABORTED)|EPIPE|ETIMEDOUT|ENOENT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/;
const WORDS =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|not queryable/i;

/**
 * Whether an error says that the database could not be reached just now: nothing of the work was done, or nobody knows,
 * and the same work may be done in a moment.
 */
export function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (typeof code === "string" && (STATES.test(code) || (CODES.test(code) && syscall !== "open")))
    return true;
  return WORDS.test(error.message);
}
