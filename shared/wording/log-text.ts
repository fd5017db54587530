/** The operation log as people say it: on the screen and in the file. @module */
import { changedFields } from "../console/changed-fields.ts";
import type { AuditRow } from "../console/log-doors.ts";
import type { LogWording } from "./console/log/zh.ts";
import type { Formats } from "./format.ts";

type Named = { nameZh: string; nameEn: string };

/** What a language and its reader bring to the log. */
export interface LogTongue {
  log: LogWording;
  /** Names of the roles that staff hold, and of those a brand made itself. */
  roles: Readonly<Record<string, string>>;
  ownRole: string;
  formats: Formats;
  name: (of: Named) => string;
  placeName: (brandId: string | null, storeId: string | null) => string;
}

type Row = Pick<AuditRow, "action" | "names">;

/** "market_fen" as "marketFen": some records carry the names of columns. */
const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The innermost part of a path that has a name of its own, with what lies behind it. */
function partsOf(t: LogTongue, path: string): { known: string; rest: string } {
  const parts = path.split(".");
  const at = parts.findLastIndex((part) => Object.hasOwn(t.log.fields, camel(part)));
  if (at < 0) return { known: "", rest: path };
  return { known: camel(parts[at] ?? ""), rest: parts.slice(at + 1).join(".") };
}

/** What a field of a record is called; its own name when nobody has given it one. */
export function fieldName(t: LogTongue, path: string): string {
  const { known, rest } = partsOf(t, path);
  return [t.log.fields[known], rest].filter(Boolean).join(" ");
}

/** The role's name, whoever holds it: staff, a system, a device. */
export const roleName = (t: LogTongue, role: string): string =>
  t.roles[role] ?? t.log.otherRoles[role] ?? (role.startsWith("rol_") ? t.ownRole : role);

/** What has an id: by its name, or by the end of its id where it has none. */
function idText(t: LogTongue, row: Row, id: string): string {
  const found = row.names.find((each) => each.id === id);
  if (found) return t.name(found);
  const kind = t.log.subjects[id.slice(0, 3)];
  return kind ? `${kind} ${id.slice(-6)}` : id.slice(-6);
}

/** A value as people say it: instants as dates, fen as prices, ids as names, words of its room. */
export function valueText(t: LogTongue, row: Row, path: string, value: string): string {
  const { known } = partsOf(t, path);
  const number = Number(value);
  if (/(At|From|Until)$|^(from|to|until)$/.test(known) && number > 1e11) {
    return t.formats.dateTime(number);
  }
  if (/Fen$|^fen/.test(known) && Number.isFinite(number)) return t.formats.moneyShort(number);
  if (known === "storeId" && value.startsWith("sto_")) {
    return t.placeName(null, value) || idText(t, row, value);
  }
  if (known === "brandId" && value.startsWith("brd_")) {
    return t.placeName(value, null) || idText(t, row, value);
  }
  if (known === "role") return roleName(t, value);
  if (value.startsWith("[")) return listText(t, row, path, value);
  if (/^[a-z]{3}_[0-9a-z_-]+$/.test(value)) return idText(t, row, value);
  const room = t.log.roomValues[`${row.action.split(".")[0]}.${known}`];
  return room?.[value] ?? t.log.values[value] ?? value;
}

/** A list in JSON: of names, of roles with their places, or of records. */
function listText(t: LogTongue, row: Row, path: string, json: string): string {
  try {
    const items = JSON.parse(json) as unknown[];
    return items.map((item) => itemText(t, row, path, item)).join(t.log.list) || t.log.empty;
  } catch {
    return json;
  }
}

function itemText(t: LogTongue, row: Row, path: string, item: unknown): string {
  if (item === null) return t.log.empty;
  if (Array.isArray(item)) return listText(t, row, path, JSON.stringify(item));
  if (typeof item !== "object") return valueText(t, row, path, String(item));
  const of = item as Record<string, unknown>;
  if (typeof of.role === "string") {
    const place = t.placeName(of.brandId as string | null, of.storeId as string | null);
    return `${roleName(t, of.role)} · ${place}`;
  }
  if (typeof of.nameZh === "string") return t.name(of as Named);
  return changedFields(null, JSON.stringify(of))
    .map((field) => `${fieldName(t, field.name)} ${valueText(t, row, field.name, field.now ?? "")}`)
    .join(" ");
}

/** All of a record in one line, for a cell of the file: only what differs from the other one. */
export function recordText(
  t: LogTongue,
  row: Row & Pick<AuditRow, "before" | "after">,
  side: "was" | "now",
): string {
  return changedFields(row.before, row.after)
    .flatMap((field) => {
      const value = field[side];
      return value === null
        ? []
        : [[fieldName(t, field.name), valueText(t, row, field.name, value)].filter(Boolean)];
    })
    .map((parts) => parts.join(": "))
    .join("; ");
}

/** What a subject is called: its kind and its name. */
export function subjectText(
  t: LogTongue,
  { subject, subjectName }: Pick<AuditRow, "subject" | "subjectName">,
): string {
  const kind = t.log.subjects[subject.slice(0, 3)] ?? "";
  const listed = t.log.values[subject];
  return `${kind} ${subjectName ? t.name(subjectName) : listed ?? subject.slice(-6)}`.trim();
}
