/** A small chain for the office's tests: two brands, three stores, somebody in every role.
 *  @module */
import { type StaffRole, staffRoles } from "../../shared/access.ts";
import { quickHash } from "../demo/quick-hash.ts";
import { cookieName, startSession } from "../access/session.ts";
import { type Desk, nobody, openDesk } from "../desk.ts";
import { newMember } from "../members/new-member.ts";
import { readHoldings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import { insertRules, insertTier } from "../programme/queries.ts";
import { insertGrant, insertStaff } from "../staff/queries.ts";
import { firstTotpSecret, sealTotp } from "../staff/totp.ts";
import { insertBrand, insertStore } from "../stores/queries.ts";
import { type Caller, monday, openTestHouse, type TestHouse } from "../test-house.ts";

export const password = "correct horse battery";
export const pin = "2580";

export const baseRules = {
  v: 1 as const,
  fenPerPoint: 100,
  pointsPerStep: 1,
  minSaleFen: 0,
  tierFactorPercent: {},
  excludedCategoryIds: [],
  carryRemainder: true,
  validity: { kind: "never" as const },
  pendingDays: 0,
  signUpPoints: 0,
};

export const place = {
  grocer: "brd_grocer",
  baker: "brd_baker",
  riverside: "sto_riverside",
  station: "sto_station",
  bakery: "sto_bakery",
};

const stores = [
  [place.riverside, place.grocer, "G01", "滨江店", "Riverside"],
  [place.station, place.grocer, "G02", "车站店", "Station"],
  [place.bakery, place.baker, "B01", "烘焙坊一店", "Bakery One"],
] as const;

/** Id of the person who holds a role; managers and cashiers work at the riverside store. */
export const personOf = (role: StaffRole): string => `stf_${role}`;

const grantFor = (role: StaffRole) =>
  role === "hq-admin"
    ? { brand_id: null, store_id: null }
    : role === "cashier" || role === "store-manager"
    ? { brand_id: place.grocer, store_id: place.riverside }
    : { brand_id: place.grocer, store_id: null };

/** Few rounds: each sign-in and each PIN of a test would take half a second with as many as people
 *  have; that theirs are stretched is proved in access/secrets.test.ts. */
const [passwordHash, pinHash] = [quickHash(password), quickHash(pin)];

const fill = async ({ house }: TestHouse): Promise<void> => {
  const desk = openDesk(house, nobody);
  const brands = [[place.grocer, "百味鲜", "Baiwei Fresh"], [place.baker, "麦香坊", "Maixiang"]];
  await house.db.write([
    ...brands.flatMap(([id, zh, en]) => [
      insertBrand.row({
        id: id!,
        name_zh: zh!,
        name_en: en!,
        colour: "#c2410c",
        created_at: monday,
      }),
      insertTier.row({
        id: `tie_${id!.slice(4)}`,
        brand_id: id!,
        level: 0,
        name_zh: "普通会员",
        name_en: "Member",
        colour: "#78716c",
        threshold_fen: 0,
      }),
      insertRules.row({
        id: `rul_${id!.slice(4)}`,
        brand_id: id!,
        version: 1,
        effective_from: monday - 86_400_000,
        body: JSON.stringify(baseRules),
        published_by: null,
        published_at: monday,
      }),
    ]),
    ...stores.map(([id, brand_id, code, name_zh, name_en]) =>
      insertStore.row({
        id,
        brand_id,
        code,
        name_zh,
        name_en,
        city: "杭州",
        address: "滨江区江南大道 1 号",
        phone: "0571-8000000",
        state: "open",
        created_at: monday,
      })
    ),
    ...staffRoles.flatMap((role) => {
      const id = personOf(role);
      return [
        insertStaff.row({
          id,
          login: role,
          name: `职员${role}`,
          pin_hash: pinHash,
          pin_set_at: monday,
          password_hash: passwordHash,
          totp_cipher: sealTotp(desk.keys, id, firstTotpSecret(desk.keys, id)),
          created_at: monday,
        }),
        insertGrant.row({
          staff_id: id,
          role,
          ...grantFor(role),
          granted_by: null,
          granted_at: monday,
        }),
      ];
    }),
  ]);
};

export type Office = TestHouse & {
  /** A member with points, whose lots never lapse. */
  member: (
    m: { brandId?: string; name?: string; phone?: string; points?: number; joinedAt?: number },
  ) => Promise<{ memberId: string; accountId: string }>;
  /** Somebody of the staff, signed in to the console. */
  as: (staffId: string) => Promise<Caller>;
};

const give = async (desk: Desk, accountId: string, points: number): Promise<void> => {
  const posting = startPosting(desk, await readHoldings(desk, accountId), {
    kind: "accrual",
    cause: { kind: "test", id: desk.id("journal") },
    storeId: place.riverside,
    occurredAt: desk.now,
    explanation: { title: "时令蔬菜", reasons: [] },
  });
  posting.issue(points, {
    contra: `issued@${place.riverside}`,
    availableAt: desk.now,
    lapsesAt: null,
    rulesId: "rul_grocer",
  });
  await desk.db.write(posting.writes());
};

export const openOffice = async (environment: Record<string, string> = {}): Promise<Office> => {
  const house = await openTestHouse(environment);
  const { clock } = house;
  await fill(house);
  const as = async (staffId: string): Promise<Caller> => {
    const desk = openDesk(house.house, nobody);
    const session = startSession(desk, { kind: "console", subjectId: staffId });
    await house.house.db.write([session.write]);
    const cookies = new Map([[cookieName(house.house, "console"), session.token]]);
    return { client: "console", cookies };
  };
  const member: Office["member"] = async (
    { brandId = place.grocer, name = "陈小满", phone, points = 0, joinedAt = clock.now },
  ) => {
    const desk = openDesk(house.house, nobody);
    const made = await newMember(desk, {
      brandId,
      name,
      birthday: null,
      phone: phone ?? null,
      phoneVerified: true,
      language: "zh-CN",
      termsAgreed: true,
      joinedAt,
      storeId: place.riverside,
      source: "counter",
      externalRef: null,
    });
    await house.house.db.write(made.writes);
    if (points > 0) await give(desk, made.accountId, points);
    return made;
  };
  return { ...house, as, member };
};
