/** One-time codes: six digits to a phone, five minutes, five tries, bound to the request that asked
 *  for them. Kept as a keyed hash; the phone they go to is encrypted. @module */
import { timingSafeEqual } from "node:crypto";
import { Problem } from "../../shared/problems.ts";
import { isLater } from "../clock-back.ts";
import { Collision } from "../db/collision.ts";
import { inserting, ranks, reading, type Write, writing } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { type Limit, takeTries } from "../http/limits.ts";
import { queueMessage } from "../push/queue-message.ts";
import { limits } from "./limit-table.ts";
import { phoneIndex, takesCodes } from "./phone.ts";
import { randomDigits } from "./tokens.ts";

export const codeLifeMs = 5 * 60_000;
export const resendAfterSeconds = 60;

/** What a code is for: signing in, or letting one scan spend. */
export type CodePurpose = "sign-in" | "spend" | "enrol";

export type CodeRow = {
  id: string;
  purpose: CodePurpose;
  brand_id: string;
  phone_index: string;
  phone_cipher: string;
  subject_id: string | null;
  code_hash: string;
  tries_left: number;
  created_at: number;
  expires_at: number;
  used_at: number | null;
};

export const insertCode = inserting<Omit<CodeRow, "used_at">>("one_time_code", ranks.cause, [
  "id",
  "purpose",
  "brand_id",
  "phone_index",
  "phone_cipher",
  "subject_id",
  "code_hash",
  "tries_left",
  "created_at",
  "expires_at",
]);

export const codeById = reading<[id: string], CodeRow>(
  "one-time code by id",
  `select j.key as n, c.* from json_each(?1) j join one_time_code c on c.id = j.value->>0`,
);

/** Counts row by row: two tries of one code in a group are two. */
const takeCodeTry = writing<{ id: string; purpose: CodePurpose }>(
  "take a try of a one-time code",
  ranks.change,
  ["id", "purpose"],
  `update one_time_code set tries_left = tries_left - x.tries
   from (select j.value->>0 as id, j.value->>1 as purpose, count(*) as tries from json_each(?1) j
     group by 1, 2) x
   where one_time_code.id = x.id and one_time_code.purpose = x.purpose`,
);

/** Marks a code used; a second use collides. One per group (touches: the code's id). */
export const useCode = writing<{ id: string; used_at: number }>(
  "use a one-time code",
  ranks.command,
  ["id", "used_at"],
  `update one_time_code set used_at = j.value->>1 from json_each(?1) j
   where one_time_code.id = j.value->>0`,
);

const hashOf = (desk: Desk, id: string, code: string): string =>
  desk.keys.index("one-time-code", `${id}:${code}`);

const phonePlace = (id: string): string => `one-time-code/phone/${id}`;

/** The phone a code was sent to. */
export const phoneOfCode = (desk: Desk, row: CodeRow): string =>
  desk.keys.open(phonePlace(row.id), row.phone_cipher);

export type CodeWanted = {
  purpose: CodePurpose;
  brand: { id: string; name_zh: string; name_en: string };
  phone: string;
  /** The scan it is for. */
  subjectId?: string;
  language: "zh-CN" | "en";
  /** Tries that the brand allows. */
  tries: number;
};

/** Sends a code, with a try of each limit in the same batch. What it answers says nothing about
 *  whether anybody has the phone. @throws Problem phone-refused, too-many */
export const sendCode = async (desk: Desk, wanted: CodeWanted): Promise<string> => {
  const { brand, phone } = wanted;
  if (!takesCodes(phone)) throw new Problem("phone-refused");
  // One number is one phone, whichever brand asks: the key of the limit is not the brand's.
  const whose = desk.keys.index("phone/limit", phone);
  const { actor } = desk;
  const code = randomDigits(desk, 6);
  const { row, write } = newCode(desk, wanted, code, codeLifeMs);
  const message = queueMessage(desk, {
    channel: "sms",
    kind: "otp",
    recipient: phone,
    fields: {
      code,
      minutes: codeLifeMs / 60_000,
      brandNameZh: brand.name_zh,
      brandNameEn: brand.name_en,
    },
    language: wanted.language,
    expiresAt: row.expires_at,
  });
  await takeTries(desk, {
    [`code/minute/${whose}`]: limits.codePerPhoneMinute,
    [`code/hour/${whose}`]: limits.codePerPhoneHour,
    [`code/day/${whose}`]: limits.codePerPhoneDay,
    ...(actor.storeId
      ? { [`code/store/${actor.storeId}`]: limits.codePerStore }
      : { [`code/address/${desk.address}`]: limits.codePerAddress }),
    "code/budget": limits.codeBudget,
  }, [write, message]);
  return row.id;
};

type CodeKept = Omit<CodeWanted, "language" | "brand"> & { brand: { id: string } };

/** A code that is not sent: the second half of a two-step door. */
export const newCode = (
  desk: Desk,
  { purpose, brand, phone, subjectId, tries }: CodeKept,
  code: string,
  lifeMs: number,
): { row: Omit<CodeRow, "used_at">; write: Write } => {
  const id = desk.id("otp");
  const row = {
    id,
    purpose,
    brand_id: brand.id,
    phone_index: phoneIndex(desk.keys, brand.id, phone),
    phone_cipher: desk.keys.seal(phonePlace(id), phone),
    subject_id: subjectId ?? null,
    code_hash: hashOf(desk, id, code),
    tries_left: tries,
    created_at: desk.now,
    expires_at: desk.now + lifeMs,
  };
  return { row, write: insertCode.row(row) };
};

/** Is it still to be used, for this? */
const isOpen = (desk: Desk, row: CodeRow | undefined, purpose: CodePurpose): row is CodeRow =>
  row !== undefined && row.purpose === purpose && row.used_at === null &&
  row.expires_at > desk.now && !isLater(row.created_at, desk.now);

const fits = (desk: Desk, row: CodeRow, code: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(desk, row.id, code)), Buffer.from(row.code_hash));

/** An open code that fits, without counting a try: only for codes that cannot be guessed.
 *  @throws Problem code-expired */
export const openCode = async (
  desk: Desk,
  id: string,
  code: string,
  purpose: CodePurpose,
): Promise<CodeRow> => {
  const [row] = await desk.db.read(codeById, [id]);
  if (!isOpen(desk, row, purpose) || !fits(desk, row, code)) throw new Problem("code-expired");
  return row;
};

/** Checks a code against the one that was sent. The row is read while the try is being taken, and
 *  nothing is compared before that is in the database: a hundred guesses at once are still five.
 *  Using the code up is the caller's write (`useCode`).
 *  @param beside limits of which one try each is taken in the same batch
 *  @throws Problem code-wrong with triesLeft, code-expired, too-many */
export const tryCode = async (
  desk: Desk,
  id: string,
  code: string,
  purpose: CodePurpose,
  beside: Record<string, Limit> = {},
): Promise<CodeRow> => {
  const [[row], taken] = await Promise.all([
    desk.db.read(codeById, [id]),
    takeOf(desk, takeCodeTry.row({ id, purpose }), beside),
  ]);
  if (!taken || !isOpen(desk, row, purpose)) throw new Problem("code-expired");
  if (fits(desk, row, code)) return row;
  const [now] = await desk.db.read(codeById, [id]);
  throw new Problem("code-wrong", { triesLeft: now?.tries_left ?? 0 });
};

/** @returns whether the code had a try left; the limits beside it are taken either way */
const takeOf = async (
  desk: Desk,
  codeTry: Write,
  beside: Record<string, Limit>,
): Promise<boolean> => {
  try {
    await takeTries(desk, beside, [codeTry]);
    return true;
  } catch (error) {
    if (!(error instanceof Collision)) throw error;
    if (Object.keys(beside).length > 0) await takeTries(desk, beside);
    return false;
  }
};
