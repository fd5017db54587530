/** What stands in the file of each list: the rows that the caller sees on the screen, all of them.
 *  @module */
import type { exportList as door } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import type { StaffRole } from "../../shared/access.ts";
import { maskName } from "../../shared/cards/mask.ts";
import { type ExportList, exportRowMax } from "../../shared/exports/lists.ts";
import { en as logEn } from "../../shared/wording/console/log/en.ts";
import { zh as logZh } from "../../shared/wording/console/log/zh.ts";
import { en as shellEn } from "../../shared/wording/console/shell/en.ts";
import { zh as shellZh } from "../../shared/wording/console/shell/zh.ts";
import { formatsOf } from "../../shared/wording/format.ts";
import {
  type LogTongue,
  recordText,
  roleName,
  subjectText,
} from "../../shared/wording/log-text.ts";
import { Problem } from "../../shared/problems.ts";
import { en } from "../../shared/wording/exports/en.ts";
import { type ExportsWording, zh } from "../../shared/wording/exports/zh.ts";
import { maskedPhoneOf, phoneOf } from "../access/phone.ts";
import { findAudit } from "../audit/find-audit.ts";
import type { Desk } from "../desk.ts";
import { listConsoleGifts } from "../gifts/list-console-gifts.ts";
import { listGiftOrders } from "../gifts/list-gift-orders.ts";
import { listRoles } from "../staff/list-roles.ts";
import { listStaff } from "../staff/list-staff.ts";
import { listPlaces } from "../stores/list-places.ts";
import { cursorOf, findScreened } from "../tags/find-screened.ts";
import { listTerminals } from "../terminals/list-terminals.ts";
import { evaluatePlan } from "../what-if/evaluate-plan.ts";
import type { Cell } from "./xlsx.ts";

type Asked = BodyOf<typeof door>;
type Rows = AsyncGenerator<readonly Cell[]>;
type Named = { nameZh: string; nameEn: string };

const page = 1_000;

/** The words of a file, and how names are said in it. */
export const sheetWords = (language: Asked["language"]) => {
  const isZh = language === "zh-CN";
  const t: ExportsWording = isZh ? zh : en;
  return {
    t,
    log: isZh ? logZh : logEn,
    shell: isZh ? shellZh : shellEn,
    name: (of: Named | undefined): string =>
      of === undefined ? "" : isZh ? of.nameZh : of.nameEn || of.nameZh,
    state: (state: string): string => t.states[state] ?? state,
  };
};
type Words = ReturnType<typeof sheetWords>;

const placesOf = async (desk: Desk) => {
  const { brands, stores } = await listPlaces(desk);
  return {
    brands,
    stores,
    brand: (id: string | null) => brands.find((each) => each.id === id),
    store: (id: string | null) => stores.find((each) => each.id === id),
  };
};

async function* members(desk: Desk, asked: Asked, w: Words): Rows {
  const places = await placesOf(desk);
  const sort = asked.sort ?? { key: "joined", descending: true };
  let after: string | undefined;
  for (let sent = 0; sent < exportRowMax; sent += page) {
    const rows = await findScreened(desk, asked.brandId!, asked.screening ?? {}, {
      sort,
      after,
      limit: page,
    });
    for (const m of rows) {
      const full = asked.reveal !== undefined;
      yield [
        full ? m.name : maskName(m.name),
        full ? phoneOf(desk.keys, m) : maskedPhoneOf(desk.keys, m),
        w.name({ nameZh: m.tier_zh, nameEn: m.tier_en }),
        m.balance,
        (JSON.parse(m.tags) as [string, string][]).map(([, name]) => name).join(", "),
        w.name(places.store(m.store_id)),
        { at: m.joined_at },
        m.bought_at === null ? null : { at: m.bought_at },
        w.state(m.state),
        m.id,
      ];
    }
    if (rows.length < page) return;
    after = cursorOf(rows.at(-1)!);
  }
}

async function* stores(desk: Desk, _: Asked, w: Words): Rows {
  const places = await placesOf(desk);
  for (const s of places.stores) {
    yield [
      s.code,
      s.nameZh,
      s.nameEn,
      w.name(places.brand(s.brandId)),
      s.city,
      s.address,
      s.phone,
      s.terminals,
      s.staff,
      w.state(s.state),
    ];
  }
}

async function* terminals(desk: Desk, _: Asked, w: Words): Rows {
  const [places, { terminals }] = await Promise.all([placesOf(desk), listTerminals(desk)]);
  for (const each of terminals) {
    yield [
      each.label,
      w.state(each.kind),
      w.name(places.store(each.storeId)),
      each.approvedBy,
      { at: each.approvedAt },
      each.lastSeenAt === null ? null : { at: each.lastSeenAt },
      w.state(each.state),
    ];
  }
}

async function* staff(desk: Desk, _: Asked, w: Words): Rows {
  const [places, { staff }, { roles }] = await Promise.all([
    placesOf(desk),
    listStaff(desk),
    listRoles(desk),
  ]);
  const role = (id: string): string =>
    w.shell.roles[id as StaffRole] ?? w.name(roles.find((each) => each.id === id));
  const place = (grant: { brandId: string | null; storeId: string | null }): string =>
    w.name(places.store(grant.storeId) ?? places.brand(grant.brandId)) || w.t.everywhere;
  for (const each of staff) {
    yield [
      each.name,
      each.login,
      each.grants.map((grant) => `${role(grant.role)} · ${place(grant)}`).join("; "),
      each.hasPin ? w.t.yes : w.t.no,
      each.hasPassword ? w.t.yes : w.t.no,
      w.state(each.state),
    ];
  }
}

async function* gifts(desk: Desk, _: Asked, w: Words): Rows {
  const [places, { gifts }] = await Promise.all([placesOf(desk), listConsoleGifts(desk)]);
  for (const gift of gifts) {
    yield [
      gift.code,
      gift.nameZh,
      gift.nameEn,
      w.name(places.brand(gift.brandId)),
      gift.points,
      { fen: gift.marketFen },
      gift.stocks.reduce((sum, stock) => sum + stock.remaining, 0),
      gift.claims30,
      w.state(gift.state),
    ];
  }
}

async function* orders(desk: Desk, { brandId }: Asked, w: Words): Rows {
  for (let after: string | undefined, sent = 0; sent < exportRowMax;) {
    const { orders, nextAfter } = await listGiftOrders(desk, { brandId, after, limit: 100 });
    for (const order of orders) {
      yield [
        order.number,
        w.name(order.gift),
        order.quantity,
        order.points,
        order.memberNameMasked,
        order.nameMasked,
        order.phoneMasked,
        order.region,
        { at: order.placedAt },
        w.state(order.state),
      ];
    }
    if (nextAfter === null) return;
    after = nextAfter;
    sent += orders.length;
  }
}

async function* log(desk: Desk, asked: Asked, w: Words): Rows {
  const places = await placesOf(desk);
  const tongue: LogTongue = {
    ...{ log: w.log, roles: w.shell.roles, ownRole: w.shell.ownRole },
    formats: formatsOf(asked.language),
    name: w.name,
    placeName: (...[brandId, storeId]) =>
      w.name(places.store(storeId) ?? places.brand(brandId)) || (brandId ? "" : w.t.everywhere),
  };
  for (let before: string | undefined, sent = 0; sent < exportRowMax; sent += page) {
    const rows = await findAudit(desk, asked.log ?? {}, { before, limit: page });
    for (const row of rows) {
      yield [
        { at: row.at },
        row.actorName,
        row.ownRole ? w.name(row.ownRole) : roleName(tongue, row.actorRole),
        w.log.actions[row.action] ?? row.action,
        subjectText(tongue, row),
        w.name(places.store(row.storeId)),
        recordText(tongue, row, "was"),
        recordText(tongue, row, "now"),
      ];
    }
    if (rows.length < page) return;
    before = rows.at(-1)!.id;
  }
}

/** Versions first, then months: what was given, used and is owed. */
async function* plan(desk: Desk, asked: Asked): Rows {
  if (asked.brandId === undefined) throw new Problem("not-found");
  const { versions, months } = await evaluatePlan(desk, asked.brandId);
  for (const v of versions) {
    yield [
      v.version ?? "—",
      v.effectiveFrom === null ? null : { at: v.effectiveFrom },
      v.issued,
      v.redeemed,
      v.lapsed,
      v.takenBack,
      v.moved,
      v.open,
      { fen: v.openFen },
      { fen: v.costFen },
    ];
  }
  for (const m of months) yield [m.month, null, m.issued, m.redeemed, m.lapsed, m.takenBack];
}

/** The rows of a list. */
export const sheets: Record<ExportList, (desk: Desk, asked: Asked, words: Words) => Rows> = {
  members,
  stores,
  terminals,
  staff,
  gifts,
  orders,
  log,
  plan,
};
