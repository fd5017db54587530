import type { AnswerOf } from "../../../shared/endpoint.ts";
import type { ConsoleMe, listPlaces } from "../../../shared/console/endpoints.ts";
import {
  limitsOf,
  permissionsOf,
  staffPermissions,
  type StaffRole,
} from "../../../shared/access.ts";

type Places = AnswerOf<typeof listPlaces>;

/** The instant that the bench lives at: 22 November 2026, 15:20 in the stores. */
export const now = Date.UTC(2026, 10, 22, 7, 20);
export const day = 86_400_000;

export const market = "brd_market";
export const bakery = "brd_bakery";

export const brands: Places["brands"] = [
  { id: market, nameZh: "福满家超市", nameEn: "Fumanjia Market", colour: "#b3321f" },
  { id: bakery, nameZh: "麦香记烘焙", nameEn: "Maixiangji Bakery", colour: "#8a5a1c" },
];

const store = (
  id: string,
  brandId: string,
  code: string,
  nameZh: string,
  nameEn: string,
  city: string,
  address: string,
  rest: Partial<Places["stores"][number]> = {},
): Places["stores"][number] => ({
  id: `sto_${id}`,
  brandId,
  code,
  nameZh,
  nameEn,
  city,
  address,
  phone: "021-6433 0188",
  state: "open",
  terminals: 3,
  staff: 9,
  ...rest,
});

export const stores: Places["stores"] = [
  store("xuhui", market, "SH01", "徐汇天钥桥店", "Xuhui Tianyaoqiao", "上海", "天钥桥路 666 号"),
  store("pudong", market, "SH02", "浦东塘桥店", "Pudong Tangqiao", "上海", "浦建路 118 号", {
    terminals: 4,
    staff: 12,
  }),
  store("hangzhou", market, "HZ01", "杭州武林店", "Hangzhou Wulin", "杭州", "体育场路 229 号", {
    phone: "0571-8517 3366",
    terminals: 2,
    staff: 7,
  }),
  store("jingan", bakery, "MX01", "静安寺店", "Jing'an Temple", "上海", "愚园路 68 号", {
    terminals: 2,
    staff: 5,
  }),
  store("suzhou", bakery, "MX02", "苏州观前店", "Suzhou Guanqian", "苏州", "观前街 31 号", {
    state: "closed",
    terminals: 0,
    staff: 0,
    phone: "",
  }),
];

/** Somebody of each role that may enter the console. */
export const someone = (role: StaffRole): ConsoleMe => {
  const people: Partial<Record<StaffRole, [string, string]>> = {
    "store-manager": ["徐佳敏", "xu.jiamin"],
    "regional": ["何志远", "he.zhiyuan"],
    "hq-finance": ["沈文静", "shen.wenjing"],
    "hq-marketing": ["罗晓彤", "luo.xiaotong"],
    "auditor": ["高建国", "gao.jianguo"],
  };
  const [name, login] = people[role] ?? ["陈立群", "chen.liqun"];
  const narrow = role === "store-manager";
  return {
    staffId: `stf_${login.replace(".", "_")}`,
    name,
    login,
    role,
    ownRole: null,
    permissions: permissionsOf(role).filter((permission) => staffPermissions.includes(permission)),
    limits: limitsOf({ role }),
    brandIds: narrow || role === "regional" ? [market] : null,
    storeIds: narrow ? ["sto_xuhui"] : null,
    hasPasskey: role === "hq-admin",
  };
};

/** A small generator of numbers, the same on every run. */
export const dice = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 4_294_967_296;
};
