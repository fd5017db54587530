/** What every connection to a file is set to; migrate.ts asserts it at start. @module */
export const pragmas = [
  "pragma journal_mode=WAL",
  "pragma synchronous=FULL",
  "pragma foreign_keys=ON",
  "pragma cache_size=-65536",
  "pragma wal_autocheckpoint=4000",
] as const;
