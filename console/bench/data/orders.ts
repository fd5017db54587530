import type { listGiftOrders, OrderRow } from "../../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../../shared/endpoint.ts";
import type { OrderState } from "../../../shared/gifts/order.ts";
import { day, market, now } from "./places.ts";

const reached: Record<OrderState, OrderState[]> = {
  placed: ["placed"],
  packed: ["placed", "packed"],
  shipped: ["placed", "packed", "shipped"],
  received: ["placed", "packed", "shipped", "received"],
  cancelled: ["placed", "cancelled"],
  returned: ["placed", "packed", "shipped", "returned"],
};

const order = (n: number, state: OrderState, name: string, rest: Partial<OrderRow> = {}) => {
  const placedAt = now - n * day;
  const sent = state === "shipped" || state === "received";
  return {
    claimId: `clm_parcel${n}`,
    number: `G2611220488${10 + n}`,
    brandId: market,
    storeId: n % 2 ? "sto_xuhui" : "sto_pudong",
    state,
    carrier: sent ? "sf" : null,
    tracking: sent ? `SF14062201887${30 + n}` : null,
    steps: reached[state].map((each, i) => ({ state: each, at: placedAt + i * 7_200_000 })),
    placedAt,
    memberId: "mem_chen",
    memberNameMasked: name,
    nameMasked: name,
    phoneMasked: "138****5678",
    region: "上海市 徐汇区",
    gift: {
      id: "gft_tea",
      nameZh: "明前龙井 50 克礼盒",
      nameEn: "Longjing tea gift box, 50 g",
      picture: "/pictures/tea-set.svg",
      code: "TEA-01",
    },
    quantity: 1,
    parts: [],
    points: 3_200,
    note: state === "cancelled" ? "地址无法送达" : "",
    ...rest,
  } satisfies OrderRow as OrderRow;
};

export const orders: AnswerOf<typeof listGiftOrders> = {
  orders: [
    order(1, "placed", "陈**"),
    order(2, "placed", "林**", {
      gift: {
        id: "gft_hamper",
        nameZh: "早餐组合",
        nameEn: "Breakfast bundle",
        picture: "/pictures/gift-hamper.svg",
        code: "HAMPER-01",
      },
      parts: [
        { nameZh: "福字马克杯", nameEn: "Fortune mug", pieces: 1 },
        { nameZh: "竹纤维毛巾两条装", nameEn: "Bamboo towels, pair", pieces: 2 },
      ],
      region: "浙江省 杭州市 西湖区",
    }),
    order(3, "packed", "王*"),
    order(4, "shipped", "赵**"),
    order(6, "received", "周**"),
    order(8, "cancelled", "吴*"),
  ],
  counts: { placed: 2, packed: 1, shipped: 1, received: 1, cancelled: 1, returned: 0 },
  nextAfter: "clm_parcel8",
};
