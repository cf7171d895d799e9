/** Waits until the condition holds and returns what it returned; gives up loudly after `ms` (5,000 unless told). */
export async function until<Value>(condition: () => Value, ms = 5000): Promise<NonNullable<Value>> {
  const end = performance.now() + ms;
  for (;;) {
    const value = condition();
    if (value) return value;
    if (performance.now() > end) throw new Error(`Still not so after ${ms} ms: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
