import { Check } from "lucide-preact";
import { Fragment } from "preact";
import { useRef } from "preact/hooks";
import {
  type Limits,
  limitsOf,
  may,
  noLimits,
  type Permission,
  type StaffRole,
  staffRoles,
} from "../../shared/access.ts";
import type { RoleRow } from "../../shared/console/endpoints.ts";
import { formats } from "../../shared/ui/index.ts";
import { useMore } from "../frame/use-more.ts";
import { nameIn } from "../use-places.ts";
import { shellWords } from "../words.ts";
import { areas } from "./areas.ts";
import { words } from "./words.ts";

interface Column {
  id: string;
  name: string;
  own: RoleRow | null;
  has: (permission: Permission) => boolean;
  limits: Limits;
}

const columnsOf = (own: readonly RoleRow[]): Column[] => [
  ...own.map((role) => ({
    id: role.id,
    name: nameIn(role),
    own: role,
    has: (permission: Permission) => role.permissions.includes(permission),
    limits: role.limits,
  })),
  ...staffRoles.map((role: StaffRole) => ({
    id: role,
    name: shellWords.value.roles[role],
    own: null,
    has: (permission: Permission) => may(role, permission),
    limits: limitsOf({ role }),
  })),
];

/** Permissions down, roles across: who may do what, in plain sentences. */
export function RoleMatrix(
  props: { own: readonly RoleRow[]; onOpen: (role: RoleRow) => void },
) {
  const t = words.value;
  const columns = columnsOf(props.own);
  const box = useRef<HTMLDivElement>(null);
  useMore(box);
  return (
    <div class="matrix" ref={box} tabIndex={0} role="region" aria-label={t.matrix}>
      <table>
        <caption class="sr-only">{t.matrix}</caption>
        <thead>
          <tr>
            <th scope="col">{t.permission}</th>
            {columns.map(({ id, name, own }) => (
              <th scope="col" key={id}>
                {own
                  ? (
                    <button
                      type="button"
                      class="table-link"
                      data-act={`open-${id}`}
                      onClick={() => props.onOpen(own)}
                    >
                      {name}
                    </button>
                  )
                  : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map(({ area, permissions }) => (
            <Fragment key={area}>
              <AreaHead text={t.areas[area]} columns={columns.length} />
              {permissions.map((permission) => (
                <tr key={permission}>
                  <th scope="row">{t.can[permission] ?? permission}</th>
                  {columns.map((column) => (
                    <td key={column.id}>
                      {column.has(permission)
                        ? <Check role="img" aria-label={t.yes} />
                        : <span class="sr-only">{t.no}</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
          <AreaHead text={t.limits} columns={columns.length} />
          <LimitRows columns={columns} />
        </tbody>
      </table>
    </div>
  );
}

function LimitRows({ columns }: { columns: readonly Column[] }) {
  const t = words.value;
  return (
    <>
      {(Object.keys(noLimits) as (keyof Limits)[]).map((name) => (
        <tr key={name}>
          <th scope="row">{t.limitNames[name]}</th>
          {columns.map((column) => (
            <td key={column.id} class="numbers">
              {column.limits[name] === 0 ? "—" : limitText(name, column.limits[name])}
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}

/** A limit as people say it. */
export const limitText = (name: keyof Limits, value: number): string =>
  name === "refundFen" ? formats.value.moneyShort(value) : formats.value.count(value);

function AreaHead({ text, columns }: { text: string; columns: number }) {
  return (
    <tr class="matrix-area">
      <th scope="colgroup" colSpan={columns + 1}>{text}</th>
    </tr>
  );
}
