import type { AuditRow } from "../../shared/console/endpoints.ts";
import { formats } from "../../shared/ui/index.ts";
import * as text from "../../shared/wording/log-text.ts";
import { type KnownPlaces, nameIn } from "../use-places.ts";
import { shellWords } from "../words.ts";
import { words } from "./words.ts";

/** The log in the reader's language. */
const tongue = (places?: KnownPlaces): text.LogTongue => ({
  log: words.value,
  roles: shellWords.value.roles,
  ownRole: shellWords.value.ownRole,
  formats: formats.value,
  name: nameIn,
  placeName: (brandId, storeId) => places?.placeName(brandId, storeId) ?? "",
});

/** What a field of a record is called. */
export const fieldName = (path: string): string => text.fieldName(tongue(), path);

/** The role's name, whoever holds it: staff, a system, a device. */
export const roleName = (role: string): string => text.roleName(tongue(), role);

/** What a subject is called: its kind and its name. */
export const subjectText = (row: Pick<AuditRow, "subject" | "subjectName">): string =>
  text.subjectText(tongue(), row);

/** A value as people say it. */
export const valueText = (
  row: Pick<AuditRow, "action" | "names">,
  path: string,
  value: string,
  places: KnownPlaces,
): string => text.valueText(tongue(places), row, path, value);
