import { signal } from "@preact/signals";
import type { AuditFilter } from "../../shared/console/endpoints.ts";

/** What the log shows; kept over visits to what it tells of, so that back leads to the same place. */
export interface LogQuery {
  filter: AuditFilter;
  cursors: readonly string[];
}

export const logQuery = signal<LogQuery>({ filter: {}, cursors: [] });

/** Changes one condition and starts on the first page; empty takes it away. */
export const putFilter = (part: Partial<Record<keyof AuditFilter, string>>): void => {
  const filter = Object.fromEntries(
    Object.entries({ ...logQuery.value.filter, ...part }).filter(([, value]) => value),
  ) as AuditFilter;
  logQuery.value = { filter, cursors: [] };
};
