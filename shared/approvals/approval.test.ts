import { describe, expect, test } from "vitest";
import { noLimits, type Rights, type Scope } from "../access.ts";
import {
  adjustsAlone,
  aloneMax,
  approvalKinds,
  mayDecide,
  stateOf,
  type Waiting,
} from "./approval.ts";

const everywhere: Scope = { brandIds: null, storeIds: null };
const now = 1_000;
const asked: Waiting = {
  kind: "points.adjust",
  askedBy: "stf_asker",
  amount: 8_000,
  brandId: "brd_a",
  storeId: null,
  expiresAt: 2_000,
  ended: null,
};
const who = (rights: Rights, scope = everywhere, id = "stf_second") => ({ ...rights, id, scope });
const finance = who({ role: "hq-finance" });

describe("who decides a request", () => {
  test.each<[string, Parameters<typeof mayDecide>[0], Partial<Waiting>, string]>([
    ["finance, within their limit", finance, {}, "yes"],
    ["up to the limit itself", finance, { amount: 1_000_000 }, "yes"],
    ["one point above it", finance, { amount: 1_000_001 }, "limit"],
    ["a manager, above theirs", who({ role: "store-manager" }), {}, "limit"],
    ["a manager, within theirs", who({ role: "store-manager" }), { amount: 5_000 }, "yes"],
    ["who asked for it", who({ role: "hq-admin" }, everywhere, "stf_asker"), {}, "own"],
    ["who could not do it themselves", who({ role: "hq-marketing" }), {}, "permission"],
    ["who only reads", who({ role: "auditor" }), {}, "permission"],
    [
      "another brand's",
      who({ role: "hq-finance" }, { brandIds: ["brd_b"], storeIds: null }),
      {},
      "place",
    ],
    [
      "of the whole house, a brand's",
      who({ role: "hq-admin" }, { brandIds: ["brd_a"], storeIds: null }),
      { brandId: null },
      "place",
    ],
    [
      "another store's",
      who({ role: "store-manager" }, { brandIds: ["brd_a"], storeIds: ["sto_1"] }),
      { storeId: "sto_2", amount: 1 },
      "place",
    ],
    ["decided", finance, { ended: "refused" }, "over"],
    ["its time over", finance, { expiresAt: now }, "over"],
    [
      "rules by marketing",
      who({ role: "hq-marketing" }),
      { kind: "rules.publish", amount: 0 },
      "yes",
    ],
    ["rules by finance", finance, { kind: "rules.publish", amount: 0 }, "permission"],
    [
      "an own role without the limit",
      who({ role: "own", permissions: ["approval.decide", "member.adjust"], limits: noLimits }),
      {},
      "limit",
    ],
    [
      "an own role with it",
      who({
        role: "own",
        permissions: ["approval.decide", "member.adjust"],
        limits: { ...noLimits, adjustmentApprove: 8_000 },
      }),
      {},
      "yes",
    ],
    [
      "an own role that may not decide",
      who({
        role: "own",
        permissions: ["member.adjust"],
        limits: { ...noLimits, adjustmentApprove: 8_000 },
      }),
      {},
      "permission",
    ],
  ])("%s", (_, person, part, verdict) => {
    expect(mayDecide(person, { ...asked, ...part }, now)).toBe(verdict);
  });

  test("one's own is refused whatever the kind", () => {
    for (const kind of Object.keys(approvalKinds) as Waiting["kind"][]) {
      const owner = who({ role: "hq-admin" }, everywhere, asked.askedBy);
      expect(mayDecide(owner, { ...asked, kind, amount: 0 }, now)).toBe("own");
    }
  });
});

test("a request is over when it ended, or when its time is", () => {
  expect(stateOf({ ended: null, expiresAt: 2_000 }, 1_999)).toBe("waiting");
  expect(stateOf({ ended: null, expiresAt: 2_000 }, 2_000)).toBe("expired");
  expect(stateOf({ ended: "approved", expiresAt: 2_000 }, 9_000)).toBe("approved");
});

describe("adjusting alone", () => {
  const limits = { ...noLimits, adjustment: 5_000, adjustmentDay: 20_000 };
  test.each<[number, number, number | null, boolean]>([
    [5_000, 0, null, true],
    [-5_000, 0, null, true],
    [5_001, 0, null, false],
    [5_000, 15_000, null, true],
    [5_000, 15_001, null, false],
    [1_000, 0, 1_000, true],
    [1_001, 0, 1_000, false],
    [6_000, 0, 9_000, false],
    [1, 25_000, null, false],
  ])("%i points after %i, the brand's most %s: %s", (points, used, brandMax, alone) => {
    expect(adjustsAlone(points, limits, used, brandMax)).toBe(alone);
  });

  test("never less than nothing", () => expect(aloneMax(limits, 99_999, null)).toBe(0));
});
