/** What is kept of who used a privilege. */
export type AuditTables = {
  /** One act each, or one that was refused. No words of anybody, no scores. */
  audit: {
    team_id: string;
    /** Begins with the instant and the place within a transaction, so that it tells the order. */
    id: string;
    at: number;
    /** Nobody where the app did it by itself. */
    by_user: string | null;
    did: string;
    /** What it was about: ids and names, one a line. */
    about: string;
    denied: number;
  };
};
