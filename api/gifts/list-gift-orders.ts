/** Gift orders for the office, a page at a time. @module */
import { type SQL, sql } from "drizzle-orm";
import { maskName, maskPhone } from "../../shared/cards/mask.ts";
import type { listGiftOrders as door, OrderRow } from "../../shared/console/endpoints.ts";
import type { AnswerOf, QueryOf } from "../../shared/endpoint.ts";
import { type Carrier, type OrderState, orderStates } from "../../shared/gifts/order.ts";
import type { Desk } from "../desk.ts";
import { openAddress } from "./place-order.ts";

type Query = QueryOf<typeof door>;

export type OfficeOrder = {
  claim_id: string;
  number: string;
  brand_id: string;
  store_id: string;
  member_id: string;
  member_name: string;
  name_cipher: string;
  phone_cipher: string;
  region: string;
  street_cipher: string;
  state: OrderState;
  carrier: Carrier | null;
  tracking: string | null;
  placed_at: number;
  gift_id: string;
  gift_zh: string;
  gift_en: string;
  picture: string;
  code: string;
  quantity: number;
  points: number;
  steps: string;
  parts: string;
};

const oneOf = (values: readonly string[]): SQL =>
  sql`(${sql.join(values.map((v) => sql`${v}`), sql`, `)})`;

/** What the caller may see, and what they asked for besides the state. */
const inSight = ({ actor: { scope } }: Desk, query: Query): SQL => {
  const parts: SQL[] = [sql`true`];
  if (scope.brandIds) parts.push(sql`o.brand_id in ${oneOf(scope.brandIds)}`);
  if (scope.storeIds) parts.push(sql`o.store_id in ${oneOf(scope.storeIds)}`);
  if (query.brandId) parts.push(sql`o.brand_id = ${query.brandId}`);
  if (query.storeId) parts.push(sql`o.store_id = ${query.storeId}`);
  if (query.from !== undefined) parts.push(sql`o.placed_at >= ${query.from}`);
  if (query.until !== undefined) parts.push(sql`o.placed_at < ${query.until}`);
  const text = query.text?.trim().toUpperCase();
  if (text) {
    const end = `${text}\u{10ffff}`;
    parts.push(sql`((o.number >= ${text} and o.number < ${end})
      or (upper(o.tracking) >= ${text} and upper(o.tracking) < ${end}))`);
  }
  return sql.join(parts, sql` and `);
};

export const officeOrders = sql`select o.claim_id, o.number, o.brand_id, o.store_id, o.member_id,
  m.name as member_name, o.name_cipher, o.phone_cipher, o.region, o.street_cipher, o.state,
  o.carrier, o.tracking, o.placed_at, g.id as gift_id, g.name_zh as gift_zh, g.name_en as gift_en,
  g.picture, g.code, c.quantity, c.points,
  (select json_group_array(json_array(w.state, w.at, w.note)) from (select * from gift_order_step t
    where t.claim_id = o.claim_id order by instr('placed packed shipped received cancelled returned', t.state)) w) as steps,
  (select json_group_array(json_array(x.name_zh, x.name_en, -v.amount)) from stock_move v
    join gift x on x.id = v.gift_id where v.cause = 'claim' and v.cause_id = o.claim_id
    and v.store_id = o.store_id and v.gift_id in
      (select j.value->>0 from json_each(c.took, '$.stock') j) and g.finer_kind = 'bundle') as parts
  from gift_order o join claim c on c.id = o.claim_id join gift g on g.id = c.gift_id
  join member m on m.id = o.member_id`;

/** Orders newest or oldest first, behind the order that `after` names. */
export const listGiftOrders = async (
  desk: Desk,
  query: Query,
): Promise<AnswerOf<typeof door>> => {
  const { limit = 25, state, after, sort = "newest" } = query;
  const seen = inSight(desk, query);
  const older = sort === "newest";
  const page = [
    seen,
    ...(state ? [sql`o.state = ${state}`] : []),
    ...(after ? [sql`o.claim_id ${older ? sql`<` : sql`>`} ${after}`] : []),
  ];
  const [rows, counts] = await Promise.all([
    desk.db.cold.all<OfficeOrder>(
      sql`${officeOrders} where ${sql.join(page, sql` and `)}
        order by o.claim_id ${older ? sql`desc` : sql`asc`} limit ${limit + 1}`,
    ),
    desk.db.cold.all<{ state: OrderState; n: number }>(
      sql`select o.state, count(*) as n from gift_order o where ${seen} group by o.state`,
    ),
  ]);
  const shown = rows.slice(0, limit);
  return {
    orders: shown.map((row) => officeOrder(desk, row)),
    counts: Object.fromEntries(
      orderStates.map((each) => [each, counts.find((c) => c.state === each)?.n ?? 0]),
    ) as Record<OrderState, number>,
    nextAfter: rows.length > limit ? shown.at(-1)!.claim_id : null,
  };
};

/** The order as the office sees it: masked. */
export const officeOrder = (desk: Desk, row: OfficeOrder): OrderRow => {
  const address = openAddress(desk, row);
  const steps = JSON.parse(row.steps) as [OrderState, number, string][];
  return {
    claimId: row.claim_id,
    number: row.number,
    brandId: row.brand_id,
    storeId: row.store_id,
    state: row.state,
    carrier: row.carrier,
    tracking: row.tracking,
    steps: steps.map(([state, at]) => ({ state, at })),
    placedAt: row.placed_at,
    memberId: row.member_id,
    memberNameMasked: maskName(row.member_name),
    nameMasked: maskName(address.name),
    phoneMasked: maskPhone(address.phone),
    region: row.region,
    gift: {
      id: row.gift_id,
      nameZh: row.gift_zh,
      nameEn: row.gift_en,
      picture: row.picture,
      code: row.code,
    },
    quantity: row.quantity,
    parts: (JSON.parse(row.parts) as [string, string, number][])
      .map(([nameZh, nameEn, pieces]) => ({ nameZh, nameEn, pieces })),
    points: row.points,
    note: steps.find(([state]) => state === "cancelled" || state === "returned")?.[2] ?? "",
  };
};
