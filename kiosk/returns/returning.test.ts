import { afterEach, beforeEach, expect, test } from "vitest";
import { holdAnswers } from "../bench/held-answers.ts";
import { sales } from "../bench/sales.ts";
import { hearCode, look, open, phase, sale } from "./returning.ts";

const [view, other] = [sales[0]!, sales[1]!];

let asked: ReturnType<typeof holdAnswers>;
beforeEach(() => {
  asked = holdAnswers();
  open(view);
});
afterEach(() => open(null));

test("a receipt that is scanned again while its return is booked begins no second return", async () => {
  phase.value = { name: "sending" };
  await hearCode(view.orderNo);
  expect(asked).toEqual([]);
  expect(phase.value).toEqual({ name: "sending" });
});

test("a sale that is found after a return was confirmed does not take its place", async () => {
  void look({ by: "order", orderNo: other.orderNo });
  phase.value = { name: "confirming" };
  await asked[0]!.answer({ sales: [other], nextBefore: null });
  expect(sale.value?.orderNo).toBe(view.orderNo);
  expect(phase.value).toEqual({ name: "confirming" });
});

test("while lines are chosen, another receipt opens its own sale", async () => {
  void hearCode(other.orderNo);
  await asked[0]!.answer({ sales: [other], nextBefore: null });
  expect(sale.value?.orderNo).toBe(other.orderNo);
});
