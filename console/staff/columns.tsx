import type { RoleRow } from "../../shared/console/endpoints.ts";
import { type Grant, mayGrant } from "../../shared/staff/grant.ts";
import { Badge, type Column } from "../../shared/ui/index.ts";
import { mayI, me, standing } from "../session.ts";
import type { KnownPlaces } from "../use-places.ts";
import type { KnownRoles } from "../use-roles.ts";
import type { StaffMember } from "./screen.tsx";
import { words } from "./words.ts";

type HeldGrant = StaffMember["grants"][number];

/** A grant with what its own role may do, so that the rule of giving can judge it. */
export const withRights = (grant: HeldGrant, own: readonly RoleRow[]): Grant => {
  const role = own.find((each) => each.id === grant.role);
  return { ...grant, ...(role ? { own: role } : {}) };
};

/** Whoever holds a role or a place that one could not give is not one's own to change. */
export const mayManage = (person: StaffMember, own: readonly RoleRow[]): boolean => {
  const who = me.value;
  if (!who || !mayI("staff.manage")) return false;
  return person.grants.every((grant) => mayGrant(standing(who), withRights(grant, own)) === "yes");
};

/** A person's row: who, where, and how they sign in. */
export function staffColumns(places: KnownPlaces, roles: KnownRoles): Column<StaffMember>[] {
  const t = words.value;
  return [
    { key: "name", title: t.name, cell: (person) => person.name },
    { key: "login", title: t.login, cell: (person) => <span class="soft">{person.login}</span> },
    {
      key: "grants",
      title: t.grants,
      cell: (person) => (
        <ul class="staff-grants">
          {person.grants.map((grant, index) => (
            <li key={index}>
              {`${roles.roleName(grant.role)} · ${places.placeName(grant.brandId, grant.storeId)}`}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: "pin",
      title: t.pin,
      cell: (person) =>
        person.hasPin ? <Badge tone="good">{t.hasPin}</Badge> : <Badge>{t.noPin}</Badge>,
    },
    {
      key: "console",
      title: t.console,
      cell: (person) =>
        person.hasPassword
          ? <Badge tone="good">{t.hasPassword}</Badge>
          : <Badge>{t.noPassword}</Badge>,
    },
    {
      key: "state",
      title: t.state,
      cell: (person) => (
        <Badge tone={person.state === "active" ? "good" : "plain"}>{t.states[person.state]}</Badge>
      ),
    },
  ];
}
