/** What the year by itself does not surely bring: a PIN for the demo's own member and a gift waiting
 *  for her, and somebody who owes points. Each step is a command and safe to repeat. @module */
import { phoneIndex } from "../access/phone.ts";
import { settle } from "../db/settle.ts";
import { type Desk, type House, openDesk } from "../desk.ts";
import { bookClaim, readCounter } from "../gifts/book-claim.ts";
import { memberByPhone, type MemberRow, setPin } from "../members/queries.ts";
import { readHoldings } from "../points/holdings.ts";
import { recordSale } from "../sales/record-sale.ts";
import { returnSale } from "../sales/return-sale.ts";
import { enrolAtTill } from "../members/enrol-by-staff.ts";
import { giftId, giftsOf } from "./lay-out.ts";
import { demoMember, owingMember } from "./people.ts";
import { hexin, muchen, storesOf } from "./places.ts";
import { quickHash } from "./quick-hash.ts";
import { cashierAt } from "./live.ts";

const hour = 3_600_000;
const store = storesOf(hexin)[0]!;

export const demoTouches = async (house: House, now: number): Promise<void> => {
  const index = (brandId: string) => phoneIndex(house.keys, brandId, demoMember.phone);
  const found = await Promise.all(
    [hexin, muchen].map((brandId) => house.db.read(memberByPhone, [brandId, index(brandId)])),
  );
  const members = found.map(([member]) => member!);
  await house.db.write(
    members.map((member) =>
      setPin.row({ id: member.id, pin_hash: quickHash(demoMember.pin), at: now })
    ),
  );
  await waitingGift(house, members[0]!, now);
  await owedPoints(house, now);
};

const claimFor = async (desk: Desk, key: string, handle: string, picture: string) => {
  const gift = giftId(hexin, giftsOf(hexin).find((g) => g.picture === picture)!);
  await settle(desk, `demo:${key}`, { gift }, async () => {
    const [holdings, counter] = await Promise.all([
      readHoldings(desk, handle),
      readCounter(desk, handle, gift, store.id),
    ]);
    return bookClaim(desk, holdings, counter, {});
  });
};

/** The mug, claimed on the phone just now, to be fetched in the first store. */
const waitingGift = async (house: House, member: MemberRow, now: number): Promise<void> => {
  const scope = { brandIds: [hexin], storeIds: [] };
  const actor = { role: "member", id: member.id, memberId: member.id, brandId: hexin, scope };
  const desk = openDesk(house, actor as Desk["actor"], { now });
  await claimFor(desk, "waiting-gift", member.id, "enamel-mug");
};

/** A new member who bought, took a mug for the points, and brought the purchase back. */
const owedPoints = async (house: House, now: number): Promise<void> => {
  const at = (hoursAgo: number): Desk =>
    openDesk(house, cashierAt(store.id, now - hoursAgo * hour), { now: now - hoursAgo * hour });
  const { accountId, cardNumber } = await enrolAtTill(at(30), "demo:owing:enrol", owingMember);
  const sale = await recordSale(at(29), "demo:owing:sale", {
    orderNo: "H01-SERVICE-0001",
    member: { card: cardNumber },
    lines: [{ sku: "H0046", quantityMilli: 5000, amountFen: 840_00 }],
    totalFen: 840_00,
  });
  await claimFor(at(28), "owing:gift", accountId, "enamel-mug");
  await returnSale(at(4), "demo:owing:return", sale.saleId, { reason: "送礼取消" });
};
