import { closedPolicy, type TransferPolicy } from "../../shared/transfers/transfer.ts";
import type { TransferPolicyRow } from "./queries.ts";

export const policyIn = (row: TransferPolicyRow | undefined): TransferPolicy =>
  row
    ? {
      enabled: row.enabled === 1,
      least: row.least,
      perGift: row.per_gift,
      perDay: row.per_day,
      perMonth: row.per_month,
      acceptDays: row.accept_days,
    }
    : closedPolicy;
