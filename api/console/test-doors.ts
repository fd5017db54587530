/** A good body for every door of the console, and things that their paths name. @module */
import { defaultParameters } from "../../shared/parameters/parameters.ts";
import * as doors from "../../shared/console/endpoints.ts";
import { inventedMember } from "../../shared/programme/trial.ts";
import { pairTerminal } from "../terminals/test-terminal.ts";
import { type Caller, monday, newKey } from "../test-house.ts";
import { baseRules, type Office } from "./test-office.ts";

const storeBody = {
  code: "X01",
  nameZh: "新店",
  nameEn: "New store",
  city: "杭州",
  address: "文三路 1 号",
  phone: "",
};
const giftBody = {
  code: "MUG-01",
  nameZh: "马克杯",
  nameEn: "Mug",
  detailZh: "",
  detailEn: "",
  picture: "/pictures/mug.svg",
  kind: "goods",
  points: 500,
  marketFen: 2900,
  tierLevelMin: 0,
  perMemberMax: null,
  opensAt: null,
  closesAt: null,
  claimDays: 7,
  state: "listed",
};

const roleBody = {
  nameZh: "活动专员",
  nameEn: "Campaign desk",
  permissions: ["console.enter", "gift.see"],
  limits: { adjustment: 0, adjustmentDay: 0, adjustmentApprove: 0, refundFen: 0 },
};

/** A good body for each door that takes one; brand and store are filled in per case. */
export const bodies = (at: { brandId: string; storeId: string }): Record<string, unknown> => ({
  keepPasskey: { challengeId: "x", label: "x", response: {} },
  addBrand: { nameZh: "新品牌", nameEn: "New", colour: "#112233", rules: baseRules },
  addStore: { brandId: at.brandId, ...storeBody },
  changeStore: { ...storeBody, state: "open" },
  findPairing: { code: "BCDFGHJK" },
  approvePairing: { code: "BCDFGHJK", storeId: at.storeId, label: "1 号台" },
  addStaff: { login: "new.person", name: "新同事", grant: { role: "cashier", ...at } },
  setStaffPin: { pin: "8052" },
  changeStaffState: { state: "disabled" },
  changeStaffGrants: { grants: [{ role: "cashier", ...at }] },
  resetStaffSignIn: { password: "another long password" },
  addKey: { label: "收银系统", role: "pos", ...at },
  publishRules: {
    brandId: at.brandId,
    basedOnVersion: 1,
    effectiveFrom: monday,
    body: baseRules,
  },
  addGift: { brandId: at.brandId, ...giftBody },
  changeGift: { revision: 1, ...giftBody },
  moveGiftStock: { storeId: at.storeId, amount: 1 },
  searchMembers: { text: "" },
  revealPhone: { reason: "核对" },
  changeMemberPhone: { phone: "13912340000", reason: "换号" },
  adjustPoints: { points: 1, reason: "补分" },
  changeMember: { name: "陈大满", reason: "登记时写错" },
  changeMemberState: { state: "frozen", reason: "疑似盗用" },
  changeOwnPassword: { current: "wrong one", next: "a new long password" },
  screenMembers: { brandId: at.brandId, filter: {} },
  addTag: { brandId: at.brandId, name: "高价值", screening: null },
  tagMembers: { tagId: "tag_nothere", give: true, who: { memberIds: ["mem_nothere"] } },
  exportList: { list: "members", language: "zh-CN", brandId: at.brandId },
  changeParameters: {
    brandId: at.brandId,
    revision: 0,
    parameters: { ...defaultParameters, returnWindowDays: 30 },
  },
  addRole: { brandId: at.brandId, ...roleBody },
  changeRole: { revision: 1, ...roleBody },
  decideApproval: { decision: "refuse", reason: "不符合规定" },
  ...programmeBodies(at.brandId),
});

const trial = {
  lines: [{ quantityMilli: 1_000, amountFen: 12_800 }],
  member: inventedMember,
  storeId: null,
  at: monday,
  offsetPoints: 0,
};
const expected = { points: 128, availableOn: "2026-06-15", lapsesAfter: null, offsetFen: 0 };

const programmeBodies = (brandId: string): Record<string, unknown> => {
  const draft = { name: "中秋加倍", body: baseRules, basedOnVersion: 1 };
  const source = { kind: "body", body: baseRules };
  const publication = { basedOnVersion: 1, effectiveFrom: null, reason: "恢复原规则" };
  return {
    republishVersion: publication,
    withdrawVersion: { reason: "活动取消" },
    checkProgramme: { brandId, source },
    extendVersion: { days: 30, reason: "系统停机补偿" },
    saveDraft: { brandId, ...draft },
    changeDraft: { revision: 1, ...draft },
    removeDraft: { revision: 1 },
    publishDraft: { revision: 1, ...publication },
    tryCase: { brandId, source, trial },
    saveCase: { brandId, name: "平日一单", trial, expected },
    acceptCase: { revision: 1, expected, reason: "规则已改" },
    removeCase: { revision: 1, reason: "不再需要" },
    runCases: { brandId, source },
    startWhatIf: {
      brandId,
      source: { kind: "version", rulesId: `rul_${brandId.slice(4)}` },
      from: "2026-06-01",
      to: "2026-06-14",
    },
  };
};

/** Things of a store, made by head office: one of each kind that a path can name. */
export const thingsOf = async (
  office: Office,
  storeId: string,
  brandId: string,
  admin: Caller,
): Promise<Record<string, string>> => {
  const suffix = storeId.slice(4);
  const staff = `stf_${suffix}`;
  const gift = `gft_${suffix}`;
  const key = `key_${suffix}`;
  const { db } = office.house;
  await db.execute(
    "insert into staff (id, login, name, created_at) values (?, ?, '店员', 0)",
    [staff, suffix],
  );
  await db.execute("insert into staff_grant values (?, 'cashier', ?, ?, null, 0)", [
    staff,
    brandId,
    storeId,
  ]);
  await db.execute(
    "insert into api_key (id, secret_hash, label, role, brand_id, store_id, created_at) values (?, ?, '收银', 'pos', ?, ?, 0)",
    [key, key, brandId, storeId],
  );
  await db.execute(
    "insert into gift (id, brand_id, code, name_zh, name_en, picture, points, created_at) values (?, ?, ?, '杯', 'Mug', '/pictures/mug.svg', 1, 0)",
    [gift, brandId, suffix],
  );
  const rules = `rul_${brandId.slice(4)}`;
  const draft = `drf_${suffix}`;
  const kept = `cse_${suffix}`;
  const run = `wif_${suffix}`;
  await db.execute(
    "insert into rules_draft (id, brand_id, name, body, based_on, changed_at, created_at) values (?, ?, '草稿', ?, 1, 0, 0)",
    [draft, brandId, JSON.stringify(baseRules)],
  );
  await db.execute(
    "insert into rules_case (id, brand_id, name, trial, expected, changed_at, created_at) values (?, ?, ?, ?, ?, 0, 0)",
    [kept, brandId, suffix, JSON.stringify(trial), JSON.stringify(expected)],
  );
  await db.execute(
    "insert into what_if_run (id, brand_id, body, from_on, to_on, state, asked_by, asked_at, heard_at) values (?, ?, '{}', '2026-06-01', '2026-06-14', 'failed', ?, 0, 0)",
    [run, brandId, staff],
  );
  const { memberId } = await office.member({ brandId, phone: `1380000${suffix.length}111` });
  const { terminalId } = await pairTerminal(office, "kiosk", storeId, admin);
  const asked = { params: { member: memberId }, body: { points: 200_000, reason: "补分" } };
  const role = { body: { brandId, ...roleBody, nameZh: suffix }, key: newKey() };
  const { roleId } = await office.ask(doors.addRole, role as never, admin);
  const { approvalId } = await office.ask(doors.adjustPoints, { ...asked, key: newKey() }, admin);
  return {
    approval: approvalId!,
    role: roleId,
    store: storeId,
    staff,
    gift,
    key,
    member: memberId,
    terminal: terminalId,
    pairing: "par_00000000",
    journal: "jrn_00000000",
    rules,
    draft,
    case: kept,
    run,
  };
};
