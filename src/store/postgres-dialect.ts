import {
  type ColumnMetadata,
  type DatabaseIntrospector,
  type Kysely,
  PostgresDialect,
  sql,
  type TableMetadata,
} from "kysely";
import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE } from "kysely/migration";

/**
 * PostgreSQL, seen as far as the first schema of the search path. To say which tables there are, Kysely looks into every
 * schema of the database, and PostgreSQL breaks that off when somebody drops one of them meanwhile.
 */
export class OwnSchemaDialect extends PostgresDialect {
  override createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    const everywhere = super.createIntrospector(db);
    return {
      getSchemas: () => everywhere.getSchemas(),
      getTables: async ({ withInternalKyselyTables } = { withInternalKyselyTables: false }) => {
        const tables = await ownTables(db);
        return withInternalKyselyTables ? tables : tables.filter(({ name }) => !KYSELYS_OWN.includes(name));
      },
    };
  }
}

const KYSELYS_OWN = [DEFAULT_MIGRATION_TABLE, DEFAULT_MIGRATION_LOCK_TABLE];

async function ownTables(db: Kysely<unknown>): Promise<TableMetadata[]> {
  const { rows } = await sql<{ schema: string; name: string; columns: ColumnMetadata[] }>`
    select schema.nspname as schema, one.relname as name, json_agg(json_build_object(
        'name', columns.attname, 'dataType', type.typname, 'isNullable', not columns.attnotnull,
        'hasDefaultValue', columns.atthasdef, 'isAutoIncrementing', columns.attidentity <> ''
      ) order by columns.attnum) as columns
    from pg_namespace as schema
    join pg_class as one on one.relnamespace = schema.oid and one.relkind = 'r'
    join pg_attribute as columns on columns.attrelid = one.oid and columns.attnum > 0 and not columns.attisdropped
    join pg_type as type on type.oid = columns.atttypid
    where schema.nspname = current_schema()
    group by schema.nspname, one.relname order by one.relname`.execute(db);
  return rows.map((row) => ({ ...row, isView: false, isForeign: false }));
}
