/** Sales and returns, as the bench shows them. @module */
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { recordSale, returnSale, SaleView } from "../../shared/sales/endpoints.ts";
import { addAmount, addProduct, type Basket } from "../sale/basket.ts";
import { products } from "./goods.ts";
import { DAY_MS, now } from "./places.ts";

const path = (id: string | null) => id === null ? [] : [id];
const by = (sku: string) => products.find((each) => each.sku === sku)!;

export const basket: Basket = [
  ["4001", 1_000],
  ["1001", 1_532],
  ["5001", 2_000],
  ["8001", 1_000],
].reduce<Basket>(
  (lines, [sku, milli]) =>
    addProduct(lines, by(String(sku)), path(by(String(sku)).categoryId), Number(milli)),
  [],
);

export const longBasket: Basket = products.reduce<Basket>(
  (lines, each) => addProduct(lines, each, path(each.categoryId), each.weighed ? 1_250 : 1_000),
  addAmount([], 3_500, "快速金额"),
);

export const saleReceipt: AnswerOf<typeof recordSale> = {
  saleId: "sal_01m4xk2q",
  orderNo: "20261122-7QK2-0042",
  totalFen: 22_158,
  payFen: 22_158,
  offset: null,
  occurredAt: now(),
  storeNameZh: "福满家静安寺店",
  storeNameEn: "Fumanjia Jing'an Temple",
  points: {
    earned: 20,
    debtRepaid: 0,
    spendable: 4_306,
    pending: 120,
    debt: 0,
    carryMicro: 687_000,
    lapsesAt: now() + 365 * DAY_MS,
    tierRaisedTo: null,
    nameMasked: "王*芳",
    journalId: "jrn_01m4xk2q",
  },
  reasons: [],
  missed: [],
};

const line = (
  n: number,
  name: string,
  quantityMilli: number,
  amountFen: number,
  left = 1,
  offsetFen = 0,
) => ({
  n,
  name,
  quantityMilli,
  amountFen,
  leftMilli: quantityMilli * left,
  leftFen: amountFen * left,
  offsetFen,
  leftOffsetFen: offsetFen * left,
});

const sale = (n: number, minutesAgo: number, more: Partial<SaleView> = {}): SaleView => ({
  saleId: `sal_${n}`,
  orderNo: `20261122-7QK2-${String(n).padStart(4, "0")}`,
  storeId: "sto_jingan",
  totalFen: 22_158,
  returnedFen: 0,
  occurredAt: now() - minutesAgo * 60_000,
  points: 20,
  offset: null,
  memberNameMasked: "王*芳",
  memberPhoneMasked: "138****6618",
  lines: [
    line(1, "五常稻花香大米 5 千克", 1_000, 7_990),
    line(2, "烟台红富士苹果", 1_532, 1_988),
    line(3, "巴氏鲜牛奶 950 毫升", 2_000, 3_380),
    line(4, "绍兴花雕酒十年陈 500 毫升", 1_000, 8_800),
  ],
  returns: [],
  ...more,
});

export const sales: SaleView[] = [
  sale(42, 4),
  sale(41, 12, { totalFen: 3_500, memberNameMasked: null, memberPhoneMasked: null, points: 0 }),
  sale(40, 19, {
    totalFen: 12_990,
    returnedFen: 3_380,
    memberNameMasked: "李*",
    lines: [line(1, "非转基因压榨花生油 5 升", 1_000, 9_610), line(2, "鲜牛奶", 2_000, 3_380, 0)],
    returns: [{
      returnId: "ret_1",
      at: now() - 9 * 60_000,
      refundFen: 3_380,
      pointsTaken: 3,
      pointsOwed: 0,
    }],
  }),
  sale(39, 26, {
    totalFen: 4_580,
    returnedFen: 4_580,
    lines: [line(1, "散养土鸡蛋 30 枚", 1_000, 4_580, 0)],
  }),
  sale(43, 30, {
    points: 0,
    offset: { points: 1_000, fen: 1_000 },
    totalFen: 9_990,
    lines: [
      line(1, "五常稻花香大米 5 千克", 1_000, 7_990, 1, 800),
      line(2, "鲜牛奶", 1_000, 2_000, 1, 200),
    ],
  }),
  sale(38, 33, { totalFen: 56_780, memberNameMasked: "Anna K*****" }),
  sale(37, 41, { totalFen: 1_690, memberNameMasked: null }),
  sale(36, 58, { totalFen: 9_900 }),
];

export const returnReceipt: AnswerOf<typeof returnSale> = {
  returnId: "ret_01m4xk2q",
  saleId: "sal_42",
  orderNo: "20261122-7QK2-0042",
  refundFen: 9_978,
  offset: null,
  occurredAt: now(),
  storeNameZh: "福满家静安寺店",
  storeNameEn: "Fumanjia Jing'an Temple",
  points: {
    taken: 12,
    granted: 0,
    owed: 3,
    spendable: 0,
    debt: 3,
    carryMicro: 0,
    nameMasked: "王*芳",
  },
  lines: [
    { n: 1, name: "五常稻花香大米 5 千克", quantityMilli: 1_000, amountFen: 7_990 },
    { n: 2, name: "烟台红富士苹果", quantityMilli: 1_532, amountFen: 1_988 },
  ],
  reasons: [],
};
