/**
 * Gives what lets each who comes wait for a round of the event loop of its own, in which nobody else of them begins:
 * what comes in meanwhile is heard between two of them, and not only after the last.
 */
export function ownRounds(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const next = () => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(next);
    });
}
