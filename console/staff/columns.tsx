import { mayGrant } from "../../shared/staff/grant.ts";
import { Badge, type Column } from "../../shared/ui/index.ts";
import { mayI, me } from "../session.ts";
import type { KnownPlaces } from "../use-places.ts";
import { shellWords } from "../words.ts";
import type { StaffMember } from "./screen.tsx";
import { words } from "./words.ts";

/** Whoever holds a role or a place that one could not give is not one's own to change. */
export const mayManage = (person: StaffMember): boolean => {
  const who = me.value;
  if (!who || !mayI("staff.manage")) return false;
  const giver = { role: who.role, scope: { brandIds: who.brandIds, storeIds: who.storeIds } };
  return person.grants.every((grant) => mayGrant(giver, grant) === "yes");
};

/** A person's row: who, where, and how they sign in. */
export function staffColumns(places: KnownPlaces): Column<StaffMember>[] {
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
              {`${shellWords.value.roles[grant.role]} · ${
                places.placeName(grant.brandId, grant.storeId)
              }`}
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
