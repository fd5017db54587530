/** A scene for what is refused: a till here, one in another store of the brand, one of the other
 *  brand, and one of everything that they may ask about. @module */
import { posKeys } from "../api/demo/people.ts";
import { hexin } from "../api/demo/places.ts";
import { openDb } from "../api/db/open.ts";
import { call } from "../shared/call.ts";
import { openScan } from "../shared/cards/endpoints.ts";
import { addKey } from "../shared/console/endpoints.ts";
import { cancelClaim, claimGift } from "../shared/gifts/endpoints.ts";
import { enrolByStaff } from "../shared/members/endpoints.ts";
import { recordSale, returnSale } from "../shared/sales/endpoints.ts";
import { expect } from "vitest";
import { ask, told } from "./ask.ts";
import { headOffice, newGift, newKey, newPhone, type Phone, tillAt } from "./callers.ts";
import { type Chain, openChain } from "./chain.ts";

export type Case = [what: string, asked: () => Promise<string>, expected: string];
export type From = "here" | "next" | "other" | "nobody";

export const line = (more: Record<string, unknown> = {}) => ({
  name: "金华火腿切片",
  quantityMilli: 1000,
  amountFen: 8_800,
  ...more,
});
/** A sale that any till may book, changed by `more`. */
export const sale = (more: Record<string, unknown> = {}) => ({
  orderNo: newKey(),
  lines: [line()],
  totalFen: 8_800,
  ...more,
});

const makeThings = async (chain: Chain, phone: Phone) => {
  const office = await headOffice(chain.url);
  const till = tillAt(chain.url);
  const { secret } = await call(office, addKey, {
    key: newKey(),
    body: { label: "滨江店收银", role: "pos", brandId: hexin, storeId: "sto_hexin_binjiang" },
  });
  const scanned = async (code: string) => (await call(till, openScan, { body: { code } })).scanId;
  const sell = async (orderNo: string, scanId?: string) => {
    const member = scanId ? { scanId } : null;
    const { saleId } = await call(till, recordSale, {
      key: newKey(),
      body: { ...sale(), orderNo, member },
    });
    return saleId;
  };
  // The old code first: after a newer one it would be a used one.
  const earnOnly = await scanned(await phone.code(0, -10));
  const scan = await scanned(await phone.code(0));
  const usedCode = await phone.code(1);
  const usedScan = await scanned(usedCode);
  const gift = await newGift(office, 10, 5);
  const claimed = async () => {
    const body = { scanId: scan, giftId: gift };
    return (await call(till, claimGift, { key: newKey(), body })).claim;
  };
  const [claim, over] = [await claimed(), await claimed()];
  await call(till, cancelClaim, { key: newKey(), params: { claim: over.claimId } });
  const { memberId, cardNumber } = await call(till, enrolByStaff, { key: newKey(), body: {} });
  const returned = await sell("BAD-2", usedScan);
  await call(till, returnSale, { key: newKey(), params: { sale: returned }, body: {} });
  return {
    secrets: { here: posKeys[0].secret, next: secret, other: posKeys[1].secret, nobody: "" },
    scan,
    earnOnly,
    usedCode,
    usedScan,
    orderNo: "BAD-1",
    sale: await sell("BAD-1"),
    returned,
    claim: claim.claimId,
    claimCode: claim.code,
    overClaim: over.claimId,
    gift,
    goneGift: await newGift(office, 10, 0),
    dearGift: await newGift(office, 1_000_000, 5),
    member: memberId,
    card: cardNumber,
  };
};

const tables = [
  ...["sale", "sale_line", "sale_return", "claim", "claim_end", "stock_move", "message", "scan"],
  ...["journal", "entry", "lot", "lot_use", "account", "member", "card", "product", "category"],
];

export const openRefusals = async () => {
  const chain = await openChain({ TRUST_PROXY: "1" });
  const db = await openDb({ url: `file:${chain.database}` });
  const phone = await newPhone(chain, "13500010001");
  const made = await makeThings(chain, phone);
  const by = (from: From): Record<string, string> =>
    from === "nobody"
      ? { "jifu-client": "pos" }
      : { authorization: `Bearer ${made.secrets[from]}` };
  const rows = async (): Promise<Record<string, unknown>> =>
    (await db.execute(
      `select ${tables.map((t) => `(select count(*) from ${t}) as ${t}`).join(", ")}`,
    ))[0]!;
  return {
    chain,
    db,
    phone,
    made,
    post: (path: string, body: unknown, from: From = "here", key: string | null = newKey()) =>
      told(ask(chain.url, path, { body, key, headers: by(from) })),
    see: (path: string, from: From = "here") =>
      told(ask(chain.url, path, { method: "GET", headers: by(from) })),
    /** Asks one after the other: each is told what stands beside it, and no row is written. */
    refuses: async (cases: Case[]) => {
      const before = await rows();
      const answers: [string, string][] = [];
      for (const [what, asked] of cases) answers.push([what, await asked()]);
      expect(answers).toEqual(cases.map(([what, , expected]) => [what, expected]));
      expect(await rows()).toEqual(before);
    },
    close: async () => {
      db.close();
      await chain.close();
    },
  };
};

export type Refusals = Awaited<ReturnType<typeof openRefusals>>;
