import { afterEach, beforeEach, expect, test } from "vitest";
import type { Transport } from "../../shared/call.ts";
import { findSales } from "../../shared/sales/endpoints.ts";
import { member } from "../counter/member.ts";
import { scanView } from "../bench/members.ts";
import { terminalView } from "../bench/places.ts";
import { ask, connect } from "../terminal/ask.ts";
import { terminal } from "../terminal/standing.ts";
import { addAmount } from "./basket.ts";
import { showGround } from "./ground.ts";
import { forgetOffset, used, want } from "./paying.ts";
import { agreeAnew, askForMoney, phase, shownSum } from "./phase.ts";
import { basket } from "./sale-lines.ts";

const offset = {
  points: 100,
  fen: 100,
  others: [],
  minSaleFen: 0,
  maxSharePercent: 50,
  maxPoints: null,
  maxPointsPerDay: null,
  stepPoints: 1,
  excludedCategoryIds: [],
  window: null,
};

const nobody: Transport = {
  fetch: () => Promise.reject(new TypeError("cut off")),
  client: "counter",
};
const cutOff = async (): Promise<void> => {
  connect(nobody);
  await ask(findSales, { query: {} } as never).catch(() => {});
};
/** Until something is asked. */
const backAgain = () => connect(nobody);

/** 260 yuan, of which 1,234 points pay 12.34. */
beforeEach(() => {
  const view = terminalView("counter");
  const body = { ...view.rules.body, offset };
  terminal.value = { ...view, rules: { ...view.rules, body } };
  member.value = scanView;
  showGround(scanView.scanId, {
    rulesId: view.rules.id,
    ground: {
      storeId: view.store.id,
      tags: [],
      memberCategoryId: null,
      birthday: null,
      firstPurchase: false,
      balance: 0,
      tally: { day: {}, ever: {} },
    },
    offset: { usedToday: 0, lots: [] },
  });
  basket.value = addAmount([], 26_000, "x");
  want(1_234);
  backAgain();
  askForMoney();
});

afterEach(() => {
  phase.value = { name: "ringing" };
  basket.value = [];
  member.value = null;
  terminal.value = null;
  forgetOffset();
  backAgain();
});

test("while it is sent and after, the sum is what was agreed, though the network has gone", async () => {
  const asked = phase.value;
  if (asked.name !== "confirming") throw new Error(asked.name);
  const { agreed } = asked;
  expect(agreed).toMatchObject({ payFen: 24_766, offset: { points: 1_234, fen: 1_234 } });
  phase.value = { name: "sending", slow: false, agreed };
  await cutOff();
  expect(shownSum.value).toEqual(agreed);
});

test("a sum that changes under the question is no longer agreed, and is asked for anew", async () => {
  await cutOff();
  expect(phase.value).toMatchObject({ name: "changed", before: { payFen: 24_766 } });
  expect(shownSum.value).toEqual({ payFen: 26_000, offset: null });
  agreeAnew();
  expect(phase.value).toEqual({
    name: "confirming",
    agreed: { payFen: 26_000, offset: null },
  });
  // The customer has paid that: points do not come back behind it.
  backAgain();
  expect(phase.value).toMatchObject({ name: "confirming", agreed: { payFen: 26_000 } });
});

test("a network that comes back does not answer for the cashier", async () => {
  await cutOff();
  backAgain();
  expect(phase.value.name).toBe("changed");
  agreeAnew();
  expect(phase.value).toMatchObject({ name: "confirming", agreed: { payFen: 24_766 } });
});

test("points that one member agreed to are not paid by the next", () => {
  expect(used.value?.points).toBe(1_234);
  const next = { ...scanView.member, id: "member_next" };
  member.value = { ...scanView, member: next, rights: "spend" };
  expect(used.value).toBeNull();
  // The same member once more keeps the choice.
  member.value = { ...scanView };
  expect(used.value?.points).toBe(1_234);
});
