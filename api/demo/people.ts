/** Who works in the demo chain, in every role. PINs and the password are fixed and printed at start:
 *  in a demo they are nobody's secret. @module */
import type { StaffRole } from "../../shared/access.ts";
import { hexin, muchen } from "./places.ts";

export type DemoStaff = {
  id: string;
  login: string;
  name: string;
  role: StaffRole;
  brandId: string | null;
  storeId: string | null;
  /** For the counter. */
  pin: string | null;
  /** Enters the console, with the password and the code below. */
  console: boolean;
};

/** One password and one TOTP secret for every console user of the demo. */
export const demoPassword = "fu-shou-kang-ning";
export const demoTotpSecret = "JIFUDEMOCHAINHEXINMUCHEN22222222";

const office = (login: string, name: string, role: StaffRole, brandId: string | null = null) => ({
  id: `stf_${login.replace(".", "_")}`,
  login,
  name,
  role,
  brandId,
  storeId: null,
  pin: null,
  console: true,
});
const counter = (login: string, name: string, role: StaffRole, storeId: string, pin: string) => ({
  id: `stf_${login.replace(".", "_")}`,
  login,
  name,
  role,
  brandId: storeId.includes("hexin") ? hexin : muchen,
  storeId,
  pin,
  console: role === "store-manager",
});

export const staff: readonly DemoStaff[] = [
  office("zhou.qiming", "周启明", "hq-admin"),
  office("fang.jing", "方静", "hq-finance"),
  office("lu.xiaoman", "陆晓蔓", "hq-marketing"),
  office("zheng.wenbo", "郑文博", "auditor"),
  office("he.jianguo", "何建国", "regional", hexin),
  counter("chen.guilan", "陈桂兰", "store-manager", "sto_hexin_renmin", "280517"),
  counter("wang.lei", "王磊", "cashier", "sto_hexin_renmin", "739164"),
  counter("xu.ting", "徐婷", "cashier", "sto_hexin_renmin", "605823"),
  counter("shen.haibo", "沈海波", "store-manager", "sto_hexin_binjiang", "418296"),
  counter("ye.qingqing", "叶青青", "cashier", "sto_hexin_binjiang", "962705"),
  counter("luo.yong", "罗勇", "cashier", "sto_hexin_binjiang", "157438"),
  counter("jiang.meihua", "蒋美华", "store-manager", "sto_hexin_gulou", "830629"),
  counter("tao.jun", "陶俊", "cashier", "sto_hexin_gulou", "371508"),
  counter("dai.xue", "戴雪", "cashier", "sto_hexin_gulou", "694271"),
  counter("su.muchen", "苏沐晨", "store-manager", "sto_muchen_hubin", "526083"),
  counter("gu.yue", "顾悦", "cashier", "sto_muchen_hubin", "907346"),
  counter("pan.zihan", "潘梓涵", "cashier", "sto_muchen_hubin", "148632"),
  counter("qian.dongmei", "钱冬梅", "store-manager", "sto_muchen_tianyi", "763915"),
  counter("shi.lei", "石磊", "cashier", "sto_muchen_tianyi", "280794"),
];

/** Keys for other tills, one per store; fixed, so that the examples in docs work as they stand. */
export const posKeys = [
  {
    id: "key_demo_renmin",
    label: "收银系统 人民路店",
    brandId: hexin,
    storeId: "sto_hexin_renmin",
    secret: "jifu_demo_hexin_renmin_7Qd2nX5cVb8kLr3t",
  },
  {
    id: "key_demo_hubin",
    label: "收银系统 湖滨店",
    brandId: muchen,
    storeId: "sto_muchen_hubin",
    secret: "jifu_demo_muchen_hubin_4Hs9wP6zFy1mKj7g",
  },
] as const;

/** The member to try things with: the same phone is known in both brands. */
export const demoMember = {
  name: "林晓梅",
  phone: "13800138000",
  pin: "628405",
  birthday: { on: "1988-05-16", calendar: "solar" },
} as const;

/** Bought, took a gift for the points, brought the purchase back: owes points. */
export const owingMember = { name: "吴建民", phone: "13957100846" } as const;
