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
  // somebody of the staff whose role their brand put together itself
  "own",
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
  "offline.join": ["kiosk"],
  "offline.settle": [...counter],
  "offline.overdue": ["store-manager"],
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
  "member.freeze": ["hq-admin", "hq-finance"],
  "member.tag": ["store-manager", "hq-admin", "hq-marketing"],
  "list.export": ["store-manager", "regional", "hq-admin", "hq-finance", "auditor"],
  "approval.see": [...office],
  "approval.decide": ["store-manager", "hq-admin", "hq-finance", "hq-marketing"],
  "terminal.read": ["store-manager", "regional", "hq-admin", "auditor"],
  "terminal.approve": ["store-manager", "regional", "hq-admin"],
  "staff.read": ["store-manager", "regional", "hq-admin", "auditor"],
  "staff.manage": ["store-manager", "hq-admin"],
  "role.read": [...office],
  "role.manage": ["hq-admin"],
  "parameter.read": [...office],
  "parameter.change": ["hq-admin"],
  "place.read": [...office, "integration"],
  "place.manage": ["hq-admin", "integration"],
  "gift.manage": ["hq-admin", "hq-marketing"],
  "gift.see": [...office],
  "order.see": [...office],
  "survey.see": ["regional", "hq-admin", "hq-marketing", "auditor"],
  "survey.manage": ["hq-admin", "hq-marketing"],
  "order.handle": ["store-manager", "hq-admin", "hq-marketing"],
  "order.reveal": ["store-manager", "hq-admin"],
  "programme.read": [...office, "integration"],
  "programme.try": ["hq-admin", "hq-finance", "hq-marketing", "auditor"],
  "programme.publish": ["hq-admin", "hq-marketing", "integration"],
  "budget.see": ["store-manager", "regional", "hq-admin", "hq-finance", "auditor"],
  "budget.set": ["hq-admin", "hq-finance"],
  "budget.use": ["store-manager"],
  "budget.take": [...counter],
  "key.manage": ["hq-admin"],
  "log.read": ["hq-admin", "auditor"],
  "ledger.read": ["hq-admin", "hq-finance", "auditor"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Does this role have this permission? Nobody and the clock stand in no line of the table. */
export const may = (role: Rights["role"], permission: Permission): boolean =>
  (permissions[permission] as readonly Rights["role"][]).includes(role);

/** How far somebody may go alone, and as a second person. */
export type Limits = {
  /** Points added or deducted by hand in one go without a second person. */
  adjustment: number;
  /** The same, all of one day of one person together. */
  adjustmentDay: number;
  /** Points of an adjustment of somebody else that this person may approve. */
  adjustmentApprove: number;
  /** Refund (fen) in one return without a second person. */
  refundFen: number;
};

export const noLimits: Limits = {
  adjustment: 0,
  adjustmentDay: 0,
  adjustmentApprove: 0,
  refundFen: 0,
};

/** The limits of the built-in roles. */
export const roleLimits: Partial<Record<Role, Limits>> = {
  "cashier": { ...noLimits, refundFen: 2_000_00 },
  "store-manager": {
    adjustment: 5_000,
    adjustmentDay: 20_000,
    adjustmentApprove: 5_000,
    refundFen: 50_000_00,
  },
  "hq-finance": {
    adjustment: 100_000,
    adjustmentDay: 500_000,
    adjustmentApprove: 1_000_000,
    refundFen: 0,
  },
  "hq-admin": {
    adjustment: 100_000,
    adjustmentDay: 500_000,
    adjustmentApprove: 1_000_000,
    refundFen: 0,
  },
};

/** Who asks, as far as rights go: a role of the table, or the rights that their own role carries. */
export type Rights = {
  role: Role | "nobody" | "programme";
  permissions?: readonly Permission[];
  limits?: Limits;
};

/** Does whoever asks have this permission? What a session carries is asked before the table. */
export const allows = ({ role, permissions: own }: Rights, permission: Permission): boolean =>
  own ? own.includes(permission) : may(role, permission);

/** How far whoever asks may go; nothing where nothing is said. */
export const limitsOf = ({ role, limits }: Rights): Limits =>
  limits ?? roleLimits[role as Role] ?? noLimits;

/** All permissions of a role of the table. */
export const permissionsOf = (role: Role): Permission[] =>
  (Object.keys(permissions) as Permission[]).filter((permission) => may(role, permission));

/** Permissions that a person on the staff can hold; what members and machines do is not given away. */
export const staffPermissions: readonly Permission[] = (Object.keys(permissions) as Permission[])
  .filter((permission) => staffRoles.some((role) => may(role, permission)));

/** Refund (fen) whoever asks may give in one return without a second person; null: tills and systems
 *  that are asked by a key have none of ours. */
export const refundMaxOf = (who: Rights): number | null =>
  who.role === "pos" || who.role === "integration" ? null : limitsOf(who).refundFen;

/** Where somebody may act: null brand or stores means all. */
export type Scope = { brandIds: readonly string[] | null; storeIds: readonly string[] | null };

export const inScope = (scope: Scope, brandId: string, storeId?: string | null): boolean =>
  (scope.brandIds === null || scope.brandIds.includes(brandId)) &&
  (storeId == null || scope.storeIds === null || scope.storeIds.includes(storeId));
