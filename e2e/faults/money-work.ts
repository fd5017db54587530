/** Everything that moves points, done at random, and beside it what it should have come to: counted
 *  from what was wanted, with no word from the server. @module */
import { randomBytes } from "node:crypto";
import type { Transport } from "../../shared/call.ts";
import { adjustPoints } from "../../shared/console/endpoints.ts";
import { cancelClaim, claimGift, handOverClaim } from "../../shared/gifts/endpoints.ts";
import { recordSale, returnSale } from "../../shared/sales/endpoints.ts";
import { acceptTransfer, sendPoints } from "../../shared/transfers/endpoints.ts";
import type { MoneyChain, Patron } from "./money-chain.ts";
import { giftId, giftPoints, openingPoints, pin } from "./money-chain.ts";
import { insist, transportTo, type Tries } from "./stubborn.ts";
import type { seeded } from "./tried.ts";

/** What one member's books must say in the end. */
export type Account = {
  balance: number;
  sales: number;
  returns: number;
  claims: number;
  handedOver: number;
  cancelled: number;
  adjustments: number;
  sent: number;
  received: number;
};

export type Work = {
  chain: MoneyChain;
  /** Where clients send to; may change between two tries. */
  url: () => string;
  tries: Tries;
  chance: ReturnType<typeof seeded>;
  wanted: Map<Patron, Account>;
  /** Keys of the commands that were wanted. */
  keys: Set<string>;
};

export const openWork = (
  chain: MoneyChain,
  url: () => string,
  tries: Tries,
  chance: Work["chance"],
): Work => ({
  chain,
  url,
  tries,
  chance,
  keys: new Set(),
  wanted: new Map(chain.patrons.map((p) => [p, {
    balance: openingPoints,
    sales: 0,
    returns: 0,
    claims: 0,
    handedOver: 0,
    cancelled: 0,
    adjustments: 0,
    sent: 0,
    received: 0,
  }])),
});

/** What a worker did and may undo. */
type Memory = { sales: { saleId: string; points: number }[]; claims: string[] };
type Hand = {
  w: Work;
  who: Patron;
  own: Account;
  mine: Memory;
  till: Transport;
  key: () => string;
};
/** One intent. @returns how many commands it was; 0: not possible now */
type Deed = (h: Hand) => Promise<number>;

const lineOf = (yuan: number) => ({
  lines: [{ name: "安吉白茶", quantityMilli: 1000, amountFen: yuan * 100 }],
  totalFen: yuan * 100,
});

const buy: Deed = async ({ w, who, own, mine, till, key }) => {
  const yuan = 1 + w.chance.below(200);
  const named = key();
  const body = { orderNo: named, member: { card: who.card }, ...lineOf(yuan) };
  const { saleId } = await insist(till, recordSale, { key: named, body }, w.tries);
  own.sales++;
  own.balance += yuan;
  mine.sales.push({ saleId, points: yuan });
  return 1;
};

const buyWithPoints: Deed = async ({ w, who, own, mine, till, key }) => {
  const scanId = who.scans.pop();
  if (!scanId) return 0;
  const paid = 1 + w.chance.below(5);
  const yuan = paid + w.chance.below(50);
  const named = key();
  const body = {
    orderNo: named,
    member: { scanId },
    ...lineOf(yuan),
    offset: { points: paid * 100, fen: paid * 100 },
  };
  const { saleId } = await insist(till, recordSale, { key: named, body }, w.tries);
  const points = yuan - paid - paid * 100;
  own.sales++;
  own.balance += points;
  mine.sales.push({ saleId, points });
  return 1;
};

const giveBack: Deed = async ({ w, own, mine, till, key }) => {
  const sale = mine.sales.pop();
  if (!sale) return 0;
  const params = { sale: sale.saleId };
  await insist(till, returnSale, { key: key(), params, body: {} }, w.tries);
  own.returns++;
  own.balance -= sale.points;
  return 1;
};

const redeem: Deed = async ({ w, who, own, mine, till, key }) => {
  const scanId = who.scans.pop();
  if (!scanId) return 0;
  const body = { scanId, giftId };
  const { claim } = await insist(till, claimGift, { key: key(), body }, w.tries);
  own.claims++;
  own.balance -= giftPoints;
  mine.claims.push(claim.claimId);
  return 1;
};

const fetchGift: Deed = async ({ w, own, mine, till, key }) => {
  const claim = mine.claims.pop();
  if (!claim) return 0;
  await insist(till, handOverClaim, { key: key(), params: { claim }, body: {} }, w.tries);
  own.handedOver++;
  return 1;
};

const cancel: Deed = async ({ w, own, mine, till, key }) => {
  const claim = mine.claims.pop();
  if (!claim) return 0;
  await insist(till, cancelClaim, { key: key(), params: { claim } }, w.tries);
  own.cancelled++;
  own.balance += giftPoints;
  return 1;
};

const adjust: Deed = async ({ w, who, own, key }) => {
  const points = (1 + w.chance.below(20)) * (w.chance.below(2) ? 1 : -1);
  const office = transportTo(w.url, w.chain.office, w.tries);
  const body = { points, reason: "补登积分" };
  await insist(office, adjustPoints, {
    key: key(),
    params: { member: who.memberId },
    body,
  }, w.tries);
  own.adjustments++;
  own.balance += points;
  return 1;
};

const passOn: Deed = async ({ w, who, own, key }) => {
  const friend = w.chance.pick(w.chain.patrons.filter((p) => p !== who));
  const points = 1 + w.chance.below(100);
  const sender = transportTo(w.url, who.own, w.tries);
  const to = { by: "phone", phone: friend.phone } as const;
  const body = { to, points, note: "", pin };
  const { gift } = await insist(sender, sendPoints, { key: key(), body }, w.tries);
  own.sent++;
  own.balance -= points;
  const receiver = transportTo(w.url, friend.own, w.tries);
  await insist(
    receiver,
    acceptTransfer,
    { key: key(), params: { transfer: gift.id } },
    w.tries,
  );
  const other = w.wanted.get(friend)!;
  other.received++;
  other.balance += points;
  return 2;
};

/** How often each is done, in hundredths. */
const deeds: [share: number, deed: Deed][] = [
  [30, buy],
  [15, buyWithPoints],
  [15, giveBack],
  [15, redeem],
  [6, fetchGift],
  [6, cancel],
  [8, adjust],
  [5, passOn],
];

const deedAt = (n: number): Deed => {
  let left = n;
  return deeds.find(([share]) => (left -= share) < 0)![1];
};

/** One worker at one member, until `more` says no.
 *  @param more told how many commands were done; false: enough */
export const workFor = async (
  w: Work,
  who: Patron,
  more: (done: number) => boolean,
): Promise<void> => {
  const key = () => {
    const made = randomBytes(12).toString("base64url");
    w.keys.add(made);
    return made;
  };
  const till = transportTo(w.url, w.chain.till, w.tries);
  const mine: Memory = { sales: [], claims: [] };
  const hand: Hand = { w, who, own: w.wanted.get(who)!, mine, till, key };
  for (let done = 0; more(done);) done = await deedAt(w.chance.below(100))(hand);
};

/** `n` commands by two workers at each member. */
export const workAll = async (w: Work, n: number): Promise<void> => {
  let left = n;
  const more = (done: number) => (left -= done) > 0;
  await Promise.all(w.chain.patrons.flatMap((p) => [workFor(w, p, more), workFor(w, p, more)]));
};
