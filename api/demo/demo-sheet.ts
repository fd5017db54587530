/** What to type to try the demo. @module */
import { phoneIndex } from "../access/phone.ts";
import { reading } from "../db/statement.ts";
import type { House } from "../desk.ts";
import { totpCode } from "../staff/totp.ts";
import { readMark } from "./mark.ts";
import { demoMember, demoPassword, demoTotpSecret, posKeys, staff } from "./people.ts";
import { brands, stores } from "./places.ts";

export type DemoSheet = {
  /** The same person in each brand. */
  members: { brand: string; name: string; phone: string; cardNumber: string; pin: string }[];
  /** People who sign in on a paired counter. */
  counter: { store: string; name: string; role: string; pin: string }[];
  console: { login: string; name: string; role: string }[];
  /** For every console login. */
  password: string;
  totpSecret: string;
  posKeys: { label: string; secret: string }[];
};

/** The six digits that an authenticator app shows for every console login of the demo. */
export const demoTotp = (now: number): string => totpCode(demoTotpSecret, now);

const cardByPhone = reading<[brandId: string, phoneIndex: string], { number: string }>(
  "plastic card by phone",
  `select j.key as n, c.number from json_each(?1) j
   join member m on m.brand_id = j.value->>0 and m.phone_index = j.value->>1
   join card c on c.member_id = m.id and c.medium = 'plastic' and c.state = 'active'`,
);

/** Null where this database is not a finished demo. */
export const demoSheet = async (house: House): Promise<DemoSheet | null> => {
  const mark = await readMark(house);
  if (mark?.state !== "done") return null;
  const cards = await Promise.all(
    brands.map(({ id }) =>
      house.db.read(cardByPhone, [id, phoneIndex(house.keys, id, demoMember.phone)])
    ),
  );
  const { name, phone, pin } = demoMember;
  return {
    members: brands.map((brand, i) => ({
      brand: brand.nameZh,
      name,
      phone,
      pin,
      cardNumber: cards[i]![0]?.number ?? "",
    })),
    counter: staff.filter((s) => s.pin !== null).map((s) => ({
      store: stores.find((store) => store.id === s.storeId)!.nameZh,
      name: s.name,
      role: s.role,
      pin: s.pin!,
    })),
    console: staff.filter((s) => s.console).map(({ login, name, role }) => ({ login, name, role })),
    password: demoPassword,
    totpSecret: demoTotpSecret,
    posKeys: posKeys.map(({ label, secret }) => ({ label, secret })),
  };
};
