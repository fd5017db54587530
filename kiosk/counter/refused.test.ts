import { expect, test } from "vitest";
import type { ProblemCode } from "../../shared/problems.ts";
import { endOfRefused, type RefusedEnd } from "./refused.ts";

const sale = {
  orderNo: "20261122-7QK2-0042",
  member: null,
  totalFen: 1_690,
  lines: [{ sku: "110023", quantityMilli: 1_000, amountFen: 1_690 }],
  offset: { points: 120 },
};
const task = { id: "otk_01m4xk2qk7n97qk2", reason: "核对小票后补录" };

test.each<[string, string, object, ProblemCode, RefusedEnd]>([
  ["a sale that comes after 72 hours", "recordSale", sale, "time-refused", "task"],
  ["a code that has served", "recordSale", sale, "card-code-used", "task"],
  ["a member frozen meanwhile", "recordSale", sale, "member-frozen", "task"],
  ["a product nobody knows", "recordSale", sale, "product-unknown", "task"],
  ["an enrolment", "enrolByStaff", { phone: "13500050009" }, "member-exists", "task"],
  ["a number that is taken", "recordSale", sale, "order-exists", "compare"],
  ["what another terminal made", "recordSale", sale, "other-terminal", "left"],
  ["a sale that settles a task", "recordSale", { ...sale, task }, "member-frozen", "told"],
  ["the same with a taken number", "recordSale", { ...sale, task }, "order-exists", "told"],
  ["a return", "returnSale", { lines: [] }, "time-refused", "told"],
  ["a gift", "claimGift", {}, "member-frozen", "told"],
])("%s", (_what, endpoint, body, code, end) => {
  expect(endOfRefused({ endpoint, body }, code)).toBe(end);
});
