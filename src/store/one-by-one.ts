/** Does work after all that was asked for with the same key before, whatever became of that. */
export type OneByOne = <Found>(key: string, work: () => Promise<Found>) => Promise<Found>;

/** Nothing is asked for yet; work with different keys goes on side by side. */
export function oneByOne(): OneByOne {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work);
    const over = mine
      .catch(() => {})
      .then(() => {
        if (last.get(key) === over) last.delete(key);
      });
    last.set(key, over);
    return mine;
  };
}
