import type { Migration } from "kysely/migration";
import { ACQUAINTANCE_MIGRATIONS } from "./acquaintance-migrations.ts";
import { AUDIT_MIGRATIONS } from "./audit-migrations.ts";
import { CELEBRATION_MIGRATIONS } from "./celebration-migrations.ts";
import { CHALLENGE_MIGRATIONS } from "./challenge-migrations.ts";
import { HOLDER_MIGRATIONS } from "./holder-migrations.ts";
import { INSTALLATION_MIGRATIONS } from "./installation-migrations.ts";
import { KUDOS_MIGRATIONS } from "./kudos-migrations.ts";
import { LAYOUT_MIGRATIONS } from "./layout-migrations.ts";
import { LISTENING_MIGRATIONS } from "./listening-migrations.ts";
import { MIGRATIONS } from "./migrations.ts";
import { OUTBOX_MIGRATIONS } from "./outbox-migrations.ts";
import { PATH_MIGRATIONS } from "./path-migrations.ts";
import { RELAY_MIGRATIONS } from "./relay-migrations.ts";
import { RETENTION_MIGRATIONS } from "./retention-migrations.ts";
import { SETTING_MIGRATIONS } from "./setting-migrations.ts";
import { TEAM_MIGRATIONS } from "./team-migrations.ts";
import { VERSION_MIGRATIONS } from "./version-migrations.ts";

/** The store's whole history, oldest first. */
export const HISTORY: Record<string, Migration> = {
  ...MIGRATIONS,
  ...PATH_MIGRATIONS,
  ...VERSION_MIGRATIONS,
  ...CHALLENGE_MIGRATIONS,
  ...RELAY_MIGRATIONS,
  ...LISTENING_MIGRATIONS,
  ...CELEBRATION_MIGRATIONS,
  ...TEAM_MIGRATIONS,
  ...KUDOS_MIGRATIONS,
  ...HOLDER_MIGRATIONS,
  ...OUTBOX_MIGRATIONS,
  ...INSTALLATION_MIGRATIONS,
  ...SETTING_MIGRATIONS,
  ...AUDIT_MIGRATIONS,
  ...RETENTION_MIGRATIONS,
  ...LAYOUT_MIGRATIONS,
  ...ACQUAINTANCE_MIGRATIONS,
};
