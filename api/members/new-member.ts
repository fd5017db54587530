/** The rows of a new member: person, loyalty account, sign-up points. @module */
import { accrueSignUp } from "../../shared/points/accrue.ts";
import { tierFor } from "../../shared/tiers/tier.ts";
import { phoneFields, phoneIndex } from "../access/phone.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { nameReferrer } from "../grants/name-referrer.ts";
import { newHoldings, openAccount } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import { rulesAt, tiersOf } from "../points/queries.ts";
import { parsedRules } from "../points/rules.ts";
import { tierOf } from "../points/show-points.ts";
import { insertMember } from "./queries.ts";

export type NewMember = {
  brandId: string;
  name: string;
  birthday: { on: string; calendar: "solar" | "lunar" | "lunar-leap" } | null;
  phone: string | null;
  phoneVerified: boolean;
  language: "zh-CN" | "en";
  termsAgreed: boolean;
  joinedAt: number;
  storeId: string | null;
  /** ecard, counter, pos, integration */
  source: string;
  externalRef: string | null;
  /** Whose invitation it is. */
  referral?: { code: string; mark: string | null; way: "phone" | "counter" | "till" } | null;
};

export type MadeMember = {
  memberId: string;
  accountId: string;
  signUpPoints: number;
  writes: Write[];
};

/** Lower case, for finding people by name. */
export const searchName = (name: string): string => name.toLowerCase();

const memberRow = (desk: Desk, id: string, m: NewMember): Write => {
  const phone = m.phone === null ? null : phoneFields(desk.keys, id, m.brandId, m.phone);
  return insertMember.row({
    id,
    brand_id: m.brandId,
    name: m.name,
    name_search: searchName(m.name),
    birthday: m.birthday?.on ?? null,
    birthday_calendar: m.birthday?.calendar ?? "solar",
    phone_cipher: phone?.phone_cipher ?? null,
    phone_index: phone?.phone_index ?? null,
    phone_tail: phone?.phone_tail ?? null,
    phone_verified_at: m.phoneVerified ? desk.now : null,
    language: m.language,
    terms_agreed_at: m.termsAgreed ? desk.now : null,
    joined_at: m.joinedAt,
    joined_store_id: m.storeId,
    source: m.source,
    external_ref: m.externalRef,
  });
};

const broughtBy = (desk: Desk, m: NewMember, friendId: string): Promise<Write[]> =>
  m.referral
    ? nameReferrer(desk, {
      ...m.referral,
      brandId: m.brandId,
      friendId,
      phoneIndex: m.phone === null ? null : phoneIndex(desk.keys, m.brandId, m.phone),
      at: m.joinedAt,
    })
    : Promise.resolve([]);

/** Composes the rows; two reads, in one batch with whatever else is read now. */
export const newMember = async (desk: Desk, m: NewMember): Promise<MadeMember> => {
  const memberId = desk.id("member");
  const [[rulesRow], tierRows, referral] = await Promise.all([
    desk.db.read(rulesAt, [m.brandId, m.joinedAt]),
    desk.db.read(tiersOf, [m.brandId]),
    broughtBy(desk, m, memberId),
  ]);
  const account = {
    loyaltyId: desk.id("account"),
    brandId: m.brandId,
    memberId,
    tierId: tierFor(tierRows.map(tierOf), 0)?.id ?? null,
    openedAt: m.joinedAt,
  };
  const writes = [memberRow(desk, memberId, m), ...openAccount(account), ...referral];
  const made = { memberId, accountId: account.loyaltyId, writes };
  if (!rulesRow) return { ...made, signUpPoints: 0 };
  const gained = accrueSignUp(parsedRules(rulesRow), rulesRow.id, m.joinedAt);
  if (gained.points === 0) return { ...made, signUpPoints: 0 };
  const posting = startPosting(desk, newHoldings(account, m.name), {
    kind: "sign-up",
    cause: { kind: "sign-up", id: memberId },
    storeId: m.storeId,
    occurredAt: m.joinedAt,
    explanation: { rulesId: rulesRow.id, reasons: gained.reasons },
  });
  posting.issue(gained.points, {
    contra: `issued@${m.storeId ?? m.brandId}`,
    availableAt: gained.availableAt,
    lapsesAt: gained.lapsesAt,
    rulesId: rulesRow.id,
  });
  writes.push(...posting.writes());
  return { ...made, signUpPoints: gained.points };
};
