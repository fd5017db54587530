/** What the operation log tells of: `<thing>.<what happened>`. A new one is added here, and then does
 *  not compile until it has its words. @module */
export const logActions = [
  "approval.approved",
  "approval.asked",
  "approval.refused",
  "approval.withdrawn",
  "brand.added",
  "card.issued",
  "console.passkey-added",
  "console.signed-in",
  "gift.added",
  "gift.changed",
  "gift.stock-moved",
  "key.added",
  "key.revoked",
  "member.phone-changed",
  "member.revealed",
  "points.adjusted",
  "rules.published",
  "staff.added",
  "staff.disabled",
  "staff.enabled",
  "staff.grants-changed",
  "staff.pin-set",
  "staff.sign-in-reset",
  "staff.signed-in",
  "store.added",
  "store.changed",
  "terminal.approved",
  "terminal.revoked",
] as const;

export type LogAction = typeof logActions[number];
