/** Who may do what: one table, asked by the guard of every door and by the screens that decide
 *  what to show. Scope (which brand, which stores) is a second question, answered from the
 *  session. @module */
export const roles = [
  "member",
  "kiosk",
  // a paired counter where nobody is signed in
  "counter",
  "cashier",
  "store-manager",
  "regional",
  "hq-admin",
  "hq-finance",
  "hq-marketing",
  "auditor",
  "pos",
  "integration",
] as const;
export type Role = typeof roles[number];

/** Roles a person on the staff can hold. */
export const staffRoles = [
  "cashier",
  "store-manager",
  "regional",
  "hq-admin",
  "hq-finance",
  "hq-marketing",
  "auditor",
] as const;
export type StaffRole = typeof staffRoles[number];

const counter = ["cashier", "store-manager"] as const;
const office = [
  "store-manager",
  "regional",
  "hq-admin",
  "hq-finance",
  "hq-marketing",
  "auditor",
] as const;

/** Permission → the roles that have it. `pos` is an API key of one store's till; `integration`
 *  an API key of the head office. */
export const permissions = {
  "own.read": ["member"],
  "own.change": ["member"],
  "own.claim": ["member"],
  "terminal.self": ["kiosk", "counter", ...counter],
  "scan.open": ["kiosk", ...counter, "pos"],
  "scan.spend": ["kiosk", ...counter, "pos"],
  "goods.read": [...counter, ...office, "pos", "integration"],
  "goods.change": ["hq-admin", "hq-marketing", "integration"],
  "sale.quote": [...counter, "pos", "integration"],
  "sale.record": [...counter, "pos", "integration"],
  "sale.find": [...counter, "pos", "integration", "hq-admin", "hq-finance", "auditor"],
  "sale.return": [...counter, "pos", "integration"],
  "member.enrol": [...counter, "pos", "integration"],
  "card.issue": [...counter, "pos", "hq-admin", "integration"],
  "gift.read": ["kiosk", ...counter, "pos"],
  "gift.claim": ["kiosk", ...counter, "pos"],
  "claim.look-up": [...counter, "pos"],
  "claim.hand-over": [...counter, "pos"],
  "claim.cancel": [...counter, "pos"],
  "console.enter": [...office],
  "member.look-up": [...office],
  "member.reveal": ["store-manager", "hq-admin", "hq-finance"],
  "member.adjust": ["store-manager", "hq-admin", "hq-finance"],
  "member.change": ["store-manager", "hq-admin"],
  "terminal.read": ["store-manager", "regional", "hq-admin", "auditor"],
  "terminal.approve": ["store-manager", "regional", "hq-admin"],
  "staff.read": ["store-manager", "regional", "hq-admin", "auditor"],
  "staff.manage": ["store-manager", "hq-admin"],
  "place.read": [...office, "integration"],
  "place.manage": ["hq-admin", "integration"],
  "gift.manage": ["hq-admin", "hq-marketing"],
  "gift.see": [...office],
  "programme.read": [...office, "integration"],
  "programme.publish": ["hq-admin", "hq-marketing", "integration"],
  "key.manage": ["hq-admin"],
  "log.read": ["hq-admin", "auditor"],
  "ledger.read": ["hq-admin", "hq-finance", "auditor"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Does this role have this permission? */
export const may = (role: Role, permission: Permission): boolean =>
  (permissions[permission] as readonly Role[]).includes(role);

/** Points a role may add or deduct by hand in one go without a second person. */
export const adjustmentMax: Partial<Record<Role, number>> = {
  "store-manager": 5_000,
  "hq-finance": 100_000,
  "hq-admin": 100_000,
};

/** Refund (fen) a role may give in one return without a second person. */
export const refundMaxFen: Partial<Record<Role, number>> = {
  cashier: 2_000_00,
  "store-manager": 50_000_00,
};

/** Where somebody may act: null brand or stores means all. */
export type Scope = { brandIds: readonly string[] | null; storeIds: readonly string[] | null };

export const inScope = (scope: Scope, brandId: string, storeId?: string | null): boolean =>
  (scope.brandIds === null || scope.brandIds.includes(brandId)) &&
  (storeId == null || scope.storeIds === null || scope.storeIds.includes(storeId));
