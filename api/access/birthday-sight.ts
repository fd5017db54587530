/** How much of a birthday the office sees. @module */
import { allows } from "../../shared/access.ts";
import type { Desk } from "../desk.ts";

/** A birthday for whoever asks: month and day; the year for those alone who may see a member's full
 *  details. An unseen year is 0000, as one that is not known. */
export const birthdayInSight = <T extends string | null>(desk: Desk, birthday: T): T =>
  birthday === null || allows(desk.actor, "member.reveal")
    ? birthday
    : birthday.replace(/^\d{4}/, "0000") as T;

/** The same for a record of the log, in JSON. */
export const birthdaysInSight = (desk: Desk, json: string | null): string | null =>
  json === null || allows(desk.actor, "member.reveal")
    ? json
    : json.replace(/(?<="birthday":\s*")\d{4}(?=-\d\d-\d\d")/g, "0000");
