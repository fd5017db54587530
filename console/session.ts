/** Who sits at the console, and what that person may do here. @module */
import { computed, signal } from "@preact/signals";
import { allows, type Permission, type Rights, type Scope } from "../shared/access.ts";
import type { ConsoleMe } from "../shared/console/endpoints.ts";

/** undefined: not asked yet; null: nobody. */
export const me = signal<ConsoleMe | null | undefined>(undefined);

/** The session ended under somebody's hands: the screen stays, sign-in comes on top of it. */
export const expired = signal(false);

/** Grows with every sign-in, so that what failed for want of one loads again. */
export const signIns = signal(0);

export const sessionEnded = (): void => {
  if (me.value) expired.value = true;
  else me.value = null;
};

/** Takes a fresh session. Another person than before starts from a clean page. */
export const sessionBegan = (next: ConsoleMe): void => {
  const before = me.value;
  if (before && before.staffId !== next.staffId) {
    location.reload();
    return;
  }
  me.value = next;
  expired.value = false;
  signIns.value++;
};

/** Does whoever is signed in have this permission? The answer of the API says which they have. */
export const mayI = (permission: Permission): boolean => {
  const who = me.value;
  return who ? allows(who, permission) : false;
};

/** Rights and scope of a person, for the rules of giving roles. */
export const standing = (who: ConsoleMe): Rights & { scope: Scope; roleId?: string } => ({
  role: who.role,
  permissions: who.permissions,
  limits: who.limits,
  scope: { brandIds: who.brandIds, storeIds: who.storeIds },
  ...(who.ownRole ? { roleId: who.ownRole.id } : {}),
});

/** Does who is signed in act for more than one store? */
export const manyStores = computed(() => {
  const stores = me.value?.storeIds;
  return stores === null || stores === undefined || stores.length > 1;
});
