import type {
  listAudit,
  listKeys,
  listStaff,
  listTerminals,
} from "../../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../../shared/endpoint.ts";
import { bakery, day, market, now } from "./places.ts";

type Terminals = AnswerOf<typeof listTerminals>["terminals"];
type Staff = AnswerOf<typeof listStaff>["staff"];
type Keys = AnswerOf<typeof listKeys>["keys"];
type Log = AnswerOf<typeof listAudit>;

const terminal = (
  id: string,
  storeId: string,
  kind: "kiosk" | "counter",
  label: string,
  seenMinutesAgo: number | null,
  state: "active" | "revoked" = "active",
): Terminals[number] => ({
  id: `trm_${id}`,
  storeId: `sto_${storeId}`,
  kind,
  label,
  state,
  approvedBy: id.endsWith("9") ? null : "徐佳敏",
  approvedAt: now - 210 * day,
  lastSeenAt: seenMinutesAgo === null ? null : now - seenMinutesAgo * 60_000,
});

export const terminals: Terminals = [
  terminal("x1", "xuhui", "counter", "1 号收银台", 0),
  terminal("x2", "xuhui", "counter", "2 号收银台", 4),
  terminal("x3", "xuhui", "kiosk", "入口自助机", 1),
  terminal("p1", "pudong", "counter", "服务台", 12),
  terminal("p2", "pudong", "kiosk", "二楼自助机", null),
  terminal("h1", "hangzhou", "counter", "1 号收银台", 60 * 26),
  terminal("j9", "jingan", "counter", "咖啡吧台", 60 * 24 * 40, "revoked"),
];

const person = (
  login: string,
  name: string,
  grants: Staff[number]["grants"],
  rest: Partial<Staff[number]> = {},
): Staff[number] => ({
  id: `stf_${login.replace(".", "_")}`,
  login,
  name,
  state: "active",
  hasPin: true,
  hasPassword: false,
  grants,
  ...rest,
});

export const staff: Staff = [
  person("chen.liqun", "陈立群", [{ role: "hq-admin", brandId: null, storeId: null }], {
    hasPin: false,
    hasPassword: true,
  }),
  person("shen.wenjing", "沈文静", [{ role: "hq-finance", brandId: null, storeId: null }], {
    hasPin: false,
    hasPassword: true,
  }),
  person("luo.xiaotong", "罗晓彤", [{ role: "hq-marketing", brandId: market, storeId: null }], {
    hasPin: false,
    hasPassword: true,
  }),
  person("xu.jiamin", "徐佳敏", [
    { role: "store-manager", brandId: market, storeId: "sto_xuhui" },
    { role: "cashier", brandId: market, storeId: "sto_pudong" },
  ], { hasPassword: true }),
  person("zhou.min", "周敏", [{ role: "cashier", brandId: market, storeId: "sto_xuhui" }]),
  person("wu.haoran", "吴浩然", [{ role: "cashier", brandId: market, storeId: "sto_xuhui" }], {
    hasPin: false,
  }),
  person("ding.yue", "丁玥", [{ role: "cashier", brandId: bakery, storeId: "sto_jingan" }], {
    state: "disabled",
  }),
];

export const keys: Keys = [
  {
    id: "key_old",
    label: "徐汇店旧收银系统",
    role: "pos",
    brandId: market,
    storeId: "sto_xuhui",
    state: "active",
    createdAt: now - 90 * day,
    lastUsedAt: now - 180_000,
  },
  {
    id: "key_erp",
    label: "总部 ERP",
    role: "integration",
    brandId: null,
    storeId: null,
    state: "active",
    createdAt: now - 30 * day,
    lastUsedAt: null,
  },
  {
    id: "key_trial",
    label: "供应商试接",
    role: "pos",
    brandId: bakery,
    storeId: "sto_jingan",
    state: "revoked",
    createdAt: now - 260 * day,
    lastUsedAt: now - 200 * day,
  },
];

const subjectNames: Record<string, { nameZh: string; nameEn: string }> = {
  stf_chen_liqun: { nameZh: "陈立群", nameEn: "陈立群" },
  gft_mug: { nameZh: "怀旧搪瓷杯", nameEn: "Enamel mug" },
  mem_001: { nameZh: "林**", nameEn: "林**" },
  trm_x3: { nameZh: "入口自助机", nameEn: "入口自助机" },
  stf_zhou_min: { nameZh: "周敏", nameEn: "周敏" },
  sto_suzhou: { nameZh: "苏州观前店", nameEn: "Suzhou Guanqian" },
};

const entry = (
  id: number,
  actorName: string,
  actorRole: string,
  action: string,
  subject: string,
  before: unknown,
  after: unknown,
): Log["rows"][number] => ({
  id: `aud_${id}0`,
  at: now - id * 5_400_000,
  actorId: null,
  actorName,
  actorRole,
  ownRole: null,
  action,
  subject,
  subjectName: subjectNames[subject] ?? null,
  brandId: market,
  storeId: null,
  before: before === null ? null : JSON.stringify(before),
  after: after === null ? null : JSON.stringify(after),
  names: [],
});

export const log: Log = {
  rows: [
    entry(1, "陈立群", "hq-admin", "console.signed-in", "stf_chen_liqun", null, null),
    entry(2, "罗晓彤", "hq-marketing", "gift.changed", "gft_mug", { points: 900, revision: 3 }, {
      points: 800,
      revision: 4,
    }),
    entry(3, "徐佳敏", "store-manager", "points.adjusted", "mem_001", null, {
      points: 200,
      reason: "漏积分补登",
      spendable: 3_240,
    }),
    entry(4, "沈文静", "hq-finance", "member.revealed", "mem_001", null, { reason: "寄送礼品" }),
    entry(5, "徐佳敏", "store-manager", "terminal.approved", "trm_x3", null, {
      kind: "kiosk",
      label: "入口自助机",
      store_id: "sto_xuhui",
    }),
    entry(6, "罗晓彤", "hq-marketing", "rules.published", "rul_v3", {
      version: 2,
      body: { signUpPoints: 50, carryRemainder: false, tierFactorPercent: { tie_gold: 150 } },
    }, {
      version: 3,
      body: {
        signUpPoints: 100,
        carryRemainder: true,
        tierFactorPercent: { tie_gold: 150, tie_silver: 120 },
      },
    }),
    entry(7, "周敏", "cashier", "staff.signed-in", "stf_zhou_min", null, null),
    entry(8, "总部 ERP", "integration", "store.changed", "sto_suzhou", { state: "open" }, {
      state: "closed",
    }),
  ],
  nextBefore: "aud_80",
};
