import { SqliteAdapter, SqliteDialect } from "kysely";

class WithTransactionalDdl extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * SQLite for bringing a store up to date: all of it in one transaction, so that a process that dies within leaves the
 * store as it was. Kysely does so on PostgreSQL by itself; SQLite can do it as well, which Kysely does not use.
 */
export class MigratingDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new WithTransactionalDdl();
  }
}
