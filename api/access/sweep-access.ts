/** What identity leaves behind and nobody needs: ended sessions, spent codes, old tries and scans.
 *  @module */
import { ranks, type Write, writing } from "../db/statement.ts";

const sweep = (name: string, sql: string) =>
  writing<{ before: number }>(`sweep ${name}`, ranks.change, ["before"], sql);

const sessions = sweep(
  "sessions",
  `delete from session where expires_at < (select min(j.value->>0) from json_each(?1) j)`,
);
const attempts = sweep(
  "tries",
  `delete from attempt where window_ends_at < (select min(j.value->>0) from json_each(?1) j)
     and coalesce(locked_until, 0) < (select min(j.value->>0) from json_each(?1) j)`,
);
const codes = sweep(
  "one-time codes",
  `delete from one_time_code where expires_at < (select min(j.value->>0) from json_each(?1) j)`,
);
const scans = sweep(
  "scans",
  `delete from scan where expires_at < (select min(j.value->>0) from json_each(?1) j)`,
);

const day = 86_400_000;

/** The rows of one nightly run. Scans stay a week, for whoever asks what happened at a till. */
export const sweepAccess = (now: number): Write[] => [
  sessions.row({ before: now }),
  attempts.row({ before: now }),
  codes.row({ before: now - day }),
  scans.row({ before: now - 7 * day }),
];
