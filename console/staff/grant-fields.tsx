import { type Grant, grantableBy, isOwnRole, maySet } from "../../shared/staff/grant.ts";
import { SelectField } from "../../shared/ui/index.ts";
import { PlaceFields } from "../frame/place-fields.tsx";
import { me, standing } from "../session.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { useRoles } from "../use-roles.ts";
import { shellWords } from "../words.ts";
import { words } from "./words.ts";

type GrantRole = Grant["role"];

/** A role at a place as it is chosen; empty: everywhere, or not chosen yet. */
export interface GrantDraft {
  role: GrantRole;
  brandId: string;
  storeId: string;
}

/** Where a role is held; an own one in its brand, or in one of its stores. */
export const placeOf = (role: GrantRole): "store" | "brand" | "any" | "within" =>
  isOwnRole(role)
    ? "within"
    : role === "cashier" || role === "store-manager"
    ? "store"
    : role === "regional"
    ? "brand"
    : "any";

/** Who signs in on terminals, and who in the console. */
export const usesPin = (role: GrantRole): boolean =>
  role === "cashier" || role === "store-manager" || isOwnRole(role);
export const usesConsole = (role: GrantRole): boolean => role !== "cashier";

export const grantFrom = (draft: GrantDraft): Grant => ({
  role: draft.role,
  brandId: draft.brandId || null,
  storeId: ["store", "within"].includes(placeOf(draft.role)) ? draft.storeId || null : null,
});

/** The role needs a place that is not chosen. */
export const grantWrong = (draft: GrantDraft): boolean => {
  const place = placeOf(draft.role);
  return (place === "store" && !draft.storeId) || (place === "brand" && !draft.brandId);
};

/** Roles that whoever is signed in may give: the built-in ones and the own ones of their brands. */
export function useGrantable(): { id: GrantRole; name: string; brandId: string | null }[] {
  const { own, roleName } = useRoles();
  const who = me.value;
  if (!who) return [];
  const giver = standing(who);
  return [
    ...grantableBy(giver).map((role) => ({ id: role, name: roleName(role), brandId: null })),
    ...own.filter((role) => maySet(giver, role)).map((role) => ({
      id: role.id,
      name: nameIn(role),
      brandId: role.brandId,
    })),
  ];
}

/** Choosing a role and the place that goes with it. */
export function GrantFields(props: {
  grant: GrantDraft;
  wrong: boolean;
  onChange: (grant: GrantDraft) => void;
}) {
  const { grant, wrong, onChange } = props;
  const t = words.value;
  const roles = useGrantable();
  const needs = placeOf(grant.role);
  const choose = (role: GrantRole) => {
    const brandId = roles.find((each) => each.id === role)?.brandId;
    onChange(brandId ? { role, brandId, storeId: "" } : { ...grant, role });
  };
  return (
    <>
      <SelectField
        label={t.role}
        {...(isOwnRole(grant.role) ? {} : { hint: t.roleHints[grant.role] })}
        value={grant.role}
        options={roles.map((role) => ({ value: role.id, label: role.name }))}
        onChange={choose}
      />
      {needs === "within" ? <StoreWithin grant={grant} onChange={onChange} /> : (
        <PlaceFields
          needs={needs}
          brandId={grant.brandId}
          storeId={grant.storeId}
          storeError={wrong && needs === "store" ? t.storeRule : null}
          brandError={wrong && needs === "brand" ? t.brandRule : null}
          onChange={(place) => onChange({ ...grant, ...place })}
        />
      )}
    </>
  );
}

/** An own role holds in its whole brand, or in one store of it. */
function StoreWithin(props: { grant: GrantDraft; onChange: (grant: GrantDraft) => void }) {
  const { grant, onChange } = props;
  const t = words.value;
  const { stores } = usePlaces();
  const whole = me.value?.storeIds == null;
  return (
    <SelectField
      label={t.store}
      value={grant.storeId}
      options={[
        { value: "", label: whole ? shellWords.value.allStores : "—" },
        ...stores.filter((store) => store.brandId === grant.brandId && store.state === "open")
          .map((store) => ({ value: store.id, label: nameIn(store) })),
      ]}
      onChange={(storeId) => onChange({ ...grant, storeId })}
    />
  );
}
