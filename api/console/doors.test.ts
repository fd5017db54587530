/** Every door of the console, from the list of endpoints: who is signed out, whose role may not, and
 *  what belongs to another store or brand. A new endpoint is tested by being there. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { may, type StaffRole, staffRoles } from "../../shared/access.ts";
import * as doors from "../../shared/console/endpoints.ts";
import type { Endpoint } from "../../shared/endpoint.ts";
import { defaultParameters } from "../../shared/parameters/parameters.ts";
import { inventedMember } from "../../shared/programme/trial.ts";
import { rightBody } from "../http/test-bad-input.ts";
import { pairTerminal } from "../terminals/test-terminal.ts";
import { type Caller, monday, newKey } from "../test-house.ts";
import { baseRules, type Office, openOffice, personOf, place } from "./test-office.ts";

const all = Object.values(doors as Record<string, unknown>).filter((d): d is Endpoint<string> =>
  typeof d === "object" && d !== null && "path" in d &&
  String(d.path).startsWith("/api/console/")
);
const guarded = all.filter((d) => d.who !== "anyone");

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
const bodies = (at: { brandId: string; storeId: string }): Record<string, unknown> => ({
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
  changeOwnPassword: { current: "wrong one", next: "a new long password" },
  screenMembers: { brandId: at.brandId, filter: {} },
  addTag: { brandId: at.brandId, name: "高价值", screening: null },
  tagMembers: { tagId: "tag_nothere", give: true, memberIds: ["mem_nothere"] },
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

let office: Office;
const callers = new Map<StaffRole, Caller>();
/** Things of another store of the same brand, and of another brand. */
let others: { station: Record<string, string>; bakery: Record<string, string> };

const thingsOf = async (storeId: string, brandId: string, admin: Caller) => {
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

beforeAll(async () => {
  office = await openOffice();
  for (const role of staffRoles) callers.set(role, await office.as(personOf(role)));
  const admin = callers.get("hq-admin")!;
  others = {
    station: await thingsOf(place.station, place.grocer, admin),
    bakery: await thingsOf(place.bakery, place.baker, admin),
  };
});
afterAll(() => office.close());

/** Is it asked for one brand, which it has to be told? */
const asksBrand = ({ query }: Endpoint<string>): boolean => {
  const { brandId } = (query as { def?: { shape?: Record<string, unknown> } })?.def?.shape ?? {};
  return brandId !== undefined && !(brandId as { safeParse: (v: unknown) => { success: boolean } })
    .safeParse(undefined).success;
};

/** Asks a door with a good input. @returns "ok" or the code of the refusal */
const knock = async (
  door: Endpoint<string>,
  as: Caller,
  at: { brandId: string; storeId: string },
  ids: Record<string, string>,
): Promise<string> => {
  const params = Object.fromEntries(
    [...door.path.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => [name!, ids[name!] ?? "none"]),
  );
  // A door without a body of its own here gets one that its schema takes.
  const body = bodies(at)[door.id] ?? (door.body ? rightBody(door) : undefined);
  const query = asksBrand(door) ? { brandId: at.brandId } : undefined;
  const input = { params, key: newKey(), ...(body ? { body } : {}), ...(query ? { query } : {}) };
  try {
    await office.ask(door, input as never, as);
    return "ok";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

const own = { brandId: place.grocer, storeId: place.riverside };

describe("signed out", () => {
  test.each(guarded.map((d) => [d.id, d] as const))("%s", async (_, door) => {
    expect(await knock(door, { client: "console" }, own, others.station)).toBe("signed-out");
    const forged = new Map([["jifu-console", "A".repeat(32)]]);
    expect(await knock(door, { client: "console", cookies: forged }, own, others.station))
      .toBe("signed-out");
  });
});

describe("a role without the permission", () => {
  const cases = guarded.flatMap((d) =>
    staffRoles.filter((r) => d.who !== "anyone" && !may(r, d.who)).map((r) => [d.id, r, d] as const)
  );
  test.each(cases)("%s by %s", async (_, role, door) => {
    // A cashier has no console session at all.
    const wanted = role === "cashier" ? "signed-out" : "not-allowed";
    expect(await knock(door, callers.get(role)!, own, others.station)).toBe(wanted);
  });
});

/** Doors that name a thing in their path or body, and the roles that may use them with a scope smaller
 *  than everything (the head office's admin reaches all here, and is left out). */
const namesThing = (d: Endpoint<string>): boolean =>
  d.path.includes(":") || /brandId|storeId/.test(JSON.stringify(bodies(own)[d.id] ?? "")) ||
  asksBrand(d);

describe("what belongs to others is not found", () => {
  const things = () => guarded.filter(namesThing).map((d) => d.id);

  test.each(
    guarded.flatMap((d) =>
      staffRoles.filter((r) =>
        d.who !== "anyone" && r !== "hq-admin" && r !== "cashier" && may(r, d.who)
      ).map((r) => [d.id, r, d] as const)
    ),
  )("%s by %s", async (_, role, door) => {
    if (!namesThing(door)) return;
    const caller = callers.get(role)!;
    const bakery = { brandId: place.baker, storeId: place.bakery };
    // keyed by nothing of another brand: the pairing itself belongs to nobody yet
    expect(await knock(door, caller, bakery, others.bakery)).toBe("not-found");
    const perStore = ["terminal", "staff", "store", "pairing"].some((p) =>
      door.path.includes(`:${p}`)
    ) || door.id === "addStaff";
    if (role === "store-manager" && perStore) {
      const station = { brandId: place.grocer, storeId: place.station };
      expect(await knock(door, caller, station, others.station)).toBe("not-found");
    }
  });

  test("and there are such doors", () => expect(things().length).toBeGreaterThan(15));
});

describe("a list shows nothing of others", () => {
  const lists = guarded.filter((d) => d.method === "GET" && !namesThing(d));
  const cases = lists.flatMap((d) =>
    staffRoles.filter((r) =>
      d.who !== "anyone" && r !== "hq-admin" && r !== "cashier" && may(r, d.who)
    ).map((r) => [d.id, r, d] as const)
  );
  test.each(cases)("%s to %s", async (_, role, door) => {
    const answer = await office.ask(door, { query: {} } as never, callers.get(role)!);
    const text = JSON.stringify(answer);
    for (const id of [place.baker, ...Object.values(others.bakery)]) expect(text).not.toContain(id);
    if (role !== "store-manager") return;
    for (const name of ["store", "staff", "terminal"]) {
      expect(text).not.toContain(others.station[name]);
    }
  });
});

/** Doors that write nothing of anybody's: they look, preview, try, or end the asker's own session. */
const changesNothing = [
  "signOutConsole",
  "startPasskey",
  "findPairing",
  "searchMembers",
  "screenMembers",
  "checkProgramme",
  "tryCase",
  "runCases",
  // A replay changes nothing; stopping one neither.
  "cancelWhatIf",
];

describe("a change", () => {
  const changing = guarded.filter((d) => d.method !== "GET" && !changesNothing.includes(d.id));
  const rows = async () =>
    Number((await office.house.db.execute("select count(*) as n from audit_log"))[0]?.n);

  test("stands in the log, whichever door it came through", async () => {
    const admin = await office.as(personOf("hq-admin"));
    const silent: string[] = [];
    const done: string[] = [];
    for (const door of changing.filter((d) => d.id !== "changeStaffState")) {
      const before = await rows();
      const answer = await knock(door, admin, own, others.station);
      if (answer !== "ok") continue;
      done.push(door.id);
      if (await rows() === before) silent.push(door.id);
    }
    expect(silent).toEqual([]);
    expect(done.length).toBeGreaterThan(18);
  });
});

describe("the owner of everything", () => {
  test("can reach every door's thing", async () => {
    const admin = callers.get("hq-admin")!;
    const refused: string[] = [];
    for (const door of guarded) {
      if (["signOutConsole", "changeStaffState"].includes(door.id)) continue;
      const answer = await knock(door, admin, own, others.station);
      // A store's budget is given out by the store: head office fills it.
      if (door.who === "budget.use") continue;
      if (["signed-out", "not-allowed"].includes(answer)) refused.push(`${door.id}: ${answer}`);
    }
    expect(refused).toEqual([]);
  });
});
