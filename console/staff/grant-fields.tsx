import type { StaffRole } from "../../shared/access.ts";
import type { Grant } from "../../shared/staff/grant.ts";
import { SelectField } from "../../shared/ui/index.ts";
import { PlaceFields } from "../frame/place-fields.tsx";
import { shellWords } from "../words.ts";
import { words } from "./words.ts";

/** A role at a place as it is chosen; empty: everywhere, or not chosen yet. */
export interface GrantDraft {
  role: StaffRole;
  brandId: string;
  storeId: string;
}

/** Where a role is held. */
export const placeOf = (role: StaffRole): "store" | "brand" | "any" =>
  role === "cashier" || role === "store-manager" ? "store" : role === "regional" ? "brand" : "any";

/** Who signs in on terminals, and who in the console. */
export const usesPin = (role: StaffRole): boolean => role === "cashier" || role === "store-manager";
export const usesConsole = (role: StaffRole): boolean => role !== "cashier";

export const grantFrom = (draft: GrantDraft): Grant => ({
  role: draft.role,
  brandId: draft.brandId || null,
  storeId: placeOf(draft.role) === "store" ? draft.storeId || null : null,
});

/** The role needs a place that is not chosen. */
export const grantWrong = (draft: GrantDraft): boolean => {
  const place = placeOf(draft.role);
  return (place === "store" && !draft.storeId) || (place === "brand" && !draft.brandId);
};

/** Choosing a role and the place that goes with it. */
export function GrantFields(props: {
  grant: GrantDraft;
  roles: readonly StaffRole[];
  wrong: boolean;
  onChange: (grant: GrantDraft) => void;
}) {
  const { grant, roles, wrong, onChange } = props;
  const t = words.value;
  const needs = placeOf(grant.role);
  return (
    <>
      <SelectField
        label={t.role}
        hint={t.roleHints[grant.role]}
        value={grant.role}
        options={roles.map((role) => ({ value: role, label: shellWords.value.roles[role] }))}
        onChange={(role) => onChange({ ...grant, role })}
      />
      <PlaceFields
        needs={needs}
        brandId={grant.brandId}
        storeId={grant.storeId}
        storeError={wrong && needs === "store" ? t.storeRule : null}
        brandError={wrong && needs === "brand" ? t.brandRule : null}
        onChange={(place) => onChange({ ...grant, ...place })}
      />
    </>
  );
}
