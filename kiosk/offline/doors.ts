/** The doors whose operations may wait for the network, and what those are called. @module */
import { enrolByStaff } from "../../shared/members/endpoints.ts";
import { askToJoin } from "../../shared/offline/endpoints.ts";
import type { ItemKind } from "../../shared/offline/queue.ts";
import { recordSale } from "../../shared/sales/endpoints.ts";

const QUEUED = [
  [recordSale, "sale"],
  [enrolByStaff, "enrolment"],
  [askToJoin, "join"],
] as const;

/** null: it cannot wait. */
export const kindOf = (endpoint: string): ItemKind | null =>
  QUEUED.find(([door]) => door.id === endpoint)?.[1] ?? null;

export const doorOf = (endpoint: string) => QUEUED.find(([door]) => door.id === endpoint)?.[0];
