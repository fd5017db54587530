/** Desk: all that a verb may touch. Time and chance come from here and from nowhere else. @module */
import { type IdKind, makeId } from "../shared/ids.ts";
import type { Rights, Scope } from "../shared/access.ts";
import type { OwnRoleId } from "../shared/staff/grant.ts";
import type { ProblemCode } from "../shared/problems.ts";
import type { Db } from "./db/open.ts";
import type { Keys } from "./access/keys.ts";
import type { Nudge } from "./push/nudge.ts";
import type { Settings } from "./settings.ts";

/** Who is asking. */
export type Actor = Rights & {
  /** The own role, where it is one; what the log names. */
  roleId?: OwnRoleId;
  /** member, staff, terminal or key id; what commands are counted under. */
  id: string;
  scope: Scope;
  memberId?: string;
  deviceId?: string;
  /** Signed in again lately (ms), for changes that ask it. */
  strongAt?: number;
  terminalId?: string;
  staffId?: string;
  apiKeyId?: string;
  /** The one store this actor works in now: terminal, counter or POS key. */
  storeId?: string;
  brandId?: string;
  /** Hash of the session token, to end it. */
  sessionHash?: string;
  /** Why this caller was not let in (further): told at the first door that asks for more. */
  refusal?: ProblemCode;
};

/** What the process owns and every desk shares. */
export type House = {
  db: Db;
  settings: Settings;
  keys: Keys;
  clock: () => number;
  chance: (bytes: number) => Uint8Array;
  /** Wakes the live views of a member after a write (see push/watch.ts). */
  nudge: Nudge;
};

export type Desk = House & {
  now: number;
  actor: Actor;
  requestId: string;
  language: "zh-CN" | "en";
  /** Level of the ledger the caller has seen. */
  seen: number;
  /** Address the request came from, for limits. */
  address: string;
  id: (kind: IdKind) => string;
};

export const nobody: Actor = {
  role: "nobody",
  id: "nobody",
  scope: { brandIds: [], storeIds: [] },
};
/** The clock's own actor: lapse, expiry, seals. */
export const programme: Actor = {
  role: "programme",
  id: "programme",
  scope: { brandIds: null, storeIds: null },
};

/** A desk for one request or one run of the timetable. */
export const openDesk = (
  house: House,
  actor: Actor,
  request: Partial<Pick<Desk, "requestId" | "language" | "seen" | "address" | "now">> = {},
): Desk => {
  const now = request.now ?? house.clock();
  return {
    ...house,
    now,
    actor,
    requestId: request.requestId ?? makeId("session", now, house.chance(12)).slice(4),
    language: request.language ?? "zh-CN",
    // Who works in this process without a request has seen what this process wrote.
    seen: request.seen ?? house.db.level(),
    address: request.address ?? "",
    id: (kind) => makeId(kind, now, house.chance(12)),
  };
};
