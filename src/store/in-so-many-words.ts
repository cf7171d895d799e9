import { sql } from "kysely";

/**
 * Words that stand in a query as they are and not as parameters: an index of some rows alone serves only a query that
 * names the same rows in so many words.
 */
export const inSoManyWords = <Word extends string>(...words: Word[]) => words.map((word) => sql.lit(word));
