import type { Compilable, CompiledQuery, DialectAdapter, Kysely, QueryResult } from "kysely";
import type { Tables } from "./tables.ts";
import { send } from "./transact.ts";

/** Where a value will stand that is only known when the query is run. */
class Blank {
  name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** What a query found, and how many rows it wrote. */
export type Found<Row> = { rows: Row[]; changed: number };

/**
 * A query of the way that every message goes: built and put into SQL once for each open database, which takes longer
 * than running it, and from then on only run.
 * @param build gets blanks for the values, and so must neither look at them nor reckon with them.
 */
export function compiled<Given extends object, Row>(
  build: Build<Given, Row>,
): (db: Kysely<Tables>, given: Given) => Promise<Found<Row>> {
  const filled = compiledOnce(build);
  return async (db, given) => {
    const { rows, numAffectedRows }: QueryResult<Row> = await db.executeQuery(filled(db, given));
    return { rows, changed: Number(numAffectedRows ?? 0) };
  };
}

/** The same for a query that only writes, and of which nobody needs to hear before its transaction is over. */
export function compiledToSend<Given extends object, Row>(
  build: Build<Given, Row>,
): (db: Kysely<Tables>, given: Given) => Promise<void> {
  const filled = compiledOnce(build);
  return (db, given) => send(db, filled(db, given));
}

type Build<Given, Row> = (db: Kysely<Tables>, given: Given) => Compilable<Row>;

function compiledOnce<Given extends object, Row>(build: Build<Given, Row>) {
  const known = new WeakMap<DialectAdapter, CompiledQuery<Row>>();
  return (db: Kysely<Tables>, given: Given): CompiledQuery<Row> => {
    const { adapter } = db.getExecutor();
    const query = known.get(adapter) ?? build(db, blanks as Given).compile();
    known.set(adapter, query);
    const parameters = query.parameters.map((value) =>
      value instanceof Blank ? given[value.name as keyof Given] : value,
    );
    return { ...query, parameters };
  };
}

const blanks: object = new Proxy(
  {},
  {
    get: (_, name) => new Blank(String(name)),
    ownKeys: () => {
      throw new Error("A compiled query takes each value by its name.");
    },
  },
);
