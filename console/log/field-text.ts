import type { StaffRole } from "../../shared/access.ts";
import { formats } from "../../shared/ui/index.ts";
import type { KnownPlaces } from "../use-places.ts";
import { shellWords } from "../words.ts";
import { words } from "./words.ts";

/** "market_fen" as "marketFen": some records carry the names of columns. */
const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The innermost part of a path that has a name of its own, with what lies behind it. */
function partsOf(path: string): { known: string; rest: string } {
  const parts = path.split(".");
  const at = parts.findLastIndex((part) => Object.hasOwn(words.value.fields, camel(part)));
  if (at < 0) return { known: "", rest: path };
  return { known: camel(parts[at] ?? ""), rest: parts.slice(at + 1).join(".") };
}

/** What a field of a record is called; its own name when nobody has given it one. */
export function fieldName(path: string): string {
  const { known, rest } = partsOf(path);
  return [words.value.fields[known], rest].filter(Boolean).join(" ");
}

/** The role's name, whoever holds it: staff, a system, a device. */
export const roleName = (role: string): string =>
  shellWords.value.roles[role as StaffRole] ?? words.value.otherRoles[role] ??
    (role.startsWith("rol_") ? shellWords.value.ownRole : role);

/** A value as people say it: instants as dates, fen as prices, ids of places as their names. */
export function valueText(path: string, value: string, places: KnownPlaces): string {
  const { known } = partsOf(path);
  const number = Number(value);
  if (/(At|From)$/.test(known) && number > 1e11) return formats.value.dateTime(number);
  if (/Fen$|^fenPer/.test(known) && Number.isFinite(number)) {
    return formats.value.moneyShort(number);
  }
  if (known === "storeId") return places.placeName(null, value);
  if (known === "brandId") return places.placeName(value, null);
  if (known === "role") return roleName(value);
  if (value.startsWith("[")) return listText(value, places);
  return words.value.values[value] ?? value;
}

interface Held {
  role: string;
  brandId: string | null;
  storeId: string | null;
}

/** A list in JSON: of roles with their places, or of plain values. */
function listText(json: string, places: KnownPlaces): string {
  const t = words.value;
  try {
    const items = JSON.parse(json) as (Held | string)[];
    const said = items.map((item) =>
      typeof item === "string"
        ? item
        : `${roleName(item.role)} · ${places.placeName(item.brandId, item.storeId)}`
    );
    return said.join(t.list) || t.empty;
  } catch {
    return json;
  }
}
