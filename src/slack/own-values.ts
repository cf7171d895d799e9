import { z } from "zod";

/** What came back from a button or a dialogue is not what was put there: an older version's, or made up. */
export class NotOurs extends Error {
  override name = "NotOurs";
}

/** Said to whoever pressed it. */
export const NOT_OURS =
  "That button or dialogue comes from another version of me, so nothing was done. Open it again from the newest message, and try once more.";

// Slack lets a dialogue hold 3,000 characters and a button 2,000, so nothing of ours is longer.
const MOST = 3_000;
const words = z.string().max(MOST);
const count = z.number().int().min(0).max(1_000_000);
const positive = z.number().int().min(1).max(999_999_999);
const instant = z.number().int().min(0).max(8_640_000_000_000_000);

/** The parts that our buttons and dialogues are made of. */
export const own = {
  words,
  count,
  positive,
  instant,
  object: z.object,
  list: (most: number) => z.array(words).max(most),
  pair: <First extends z.ZodType, Second extends z.ZodType>(first: First, second: Second) =>
    z.tuple([first, second]),
  triple: z.tuple([words, words, words]),
  oneOf: z.enum,
  yesOrNo: z.boolean(),
  maybe: <Part extends z.ZodType>(part: Part) => part.optional(),
};

/** The two ids that many buttons hold. */
export const TWO_IDS = own.pair(words, words);

/**
 * Reads what we once put into a button's value or a dialogue's private_metadata; everything we put there comes back
 * through here. Parts that we did not put there are left out.
 * @throws {NotOurs} when it is of another shape.
 */
export function readOwn<Shape extends z.ZodType>(held: string | undefined, shape: Shape): z.infer<Shape> {
  if (held === undefined || held.length > MOST) throw new NotOurs("a value of ours is missing or too long");
  const read = shape.safeParse(parsed(held));
  // Which part it was, and never what it held.
  if (!read.success)
    throw new NotOurs(`a value of ours has another shape at "${read.error.issues[0]?.path.join(".")}"`);
  return read.data;
}

function parsed(held: string): unknown {
  try {
    return JSON.parse(held);
  } catch {
    throw new NotOurs("a value of ours is no JSON");
  }
}
