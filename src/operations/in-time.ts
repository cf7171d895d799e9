/** How long something may take to answer before it counts as away, in ms. */
const PATIENCE = 2_000;

/** Gives what a question comes to; nothing when it takes too long or fails. */
export async function inTime<Answer>(question: Promise<Answer>, ms = PATIENCE): Promise<Answer | undefined> {
  return (await whyNot(question, ms)) ? undefined : question;
}

/** Why a question comes to nothing in time: what it failed with, or that it took too long; nothing when it is answered. */
export async function whyNot(question: Promise<unknown>, ms = PATIENCE): Promise<Error | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Error>((resolve) => {
    timer = setTimeout(() => resolve(new Error("it does not answer in time")), ms);
  });
  const failed = question.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
  try {
    return await Promise.race([failed, late]);
  } finally {
    clearTimeout(timer);
  }
}
