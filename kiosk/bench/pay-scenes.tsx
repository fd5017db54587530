import { Problem, type ProblemCode } from "../../shared/problems.ts";
import type { Offset } from "../../shared/points/offset.ts";
import { priceLines } from "../sale/discounts.ts";
import { sumNow } from "../sale/agreed.ts";
import { askForMoney } from "../sale/phase.ts";
import * as sale from "../sale/sale.ts";
import { lost, ringing, scene } from "./counter-scenes.tsx";
import { basket, saleReceipt } from "./sales.ts";
import type { Scene } from "./scene.ts";

const lines = () => sale.printedLines(priceLines(basket, []));

const refused = (code: ProblemCode) =>
  sale.phase.value = {
    name: "refused",
    error: new Problem(code),
    orderNo: "20261122-7QK2-0041",
    agreed: sumNow.value,
  };

export const payScenes: Scene[] = [
  scene("pay", "Has the money come?", ringing(askForMoney)),
  scene(
    "pay-changed",
    "Another sum",
    ringing(() => {
      const before = { payFen: 21_558, offset: { points: 600, fen: 600 } as Offset };
      sale.phase.value = { name: "changed", before };
    }),
  ),
  scene(
    "pay-sending",
    "Booking, slowly",
    ringing(() => {
      sale.phase.value = { name: "sending", slow: true, agreed: sumNow.value };
    }),
  ),
  scene(
    "pay-refused",
    "Refused",
    ringing(() => {
      refused("member-frozen");
    }),
  ),
  scene(
    "pay-scan-over",
    "Scan over",
    ringing(() => {
      refused("scan-expired");
    }),
  ),
  scene("pay-number-taken", "Another sale's number", ringing(() => void refused("order-exists"))),
  scene(
    "pay-unknown",
    "No answer",
    ringing(() => {
      const agreed = sumNow.value;
      sale.phase.value = { name: "unknown", command: lost, lines: [], busy: false, agreed };
    }),
  ),
  scene(
    "done",
    "Booked",
    ringing(() => {
      sale.phase.value = { name: "done", receipt: saleReceipt, lines: lines() };
    }),
  ),
  scene(
    "done-everything",
    "Booked, with debt and a new tier",
    ringing(() => {
      const points = {
        ...saleReceipt.points!,
        debtRepaid: 12,
        debt: 5,
        tierRaisedTo: "tie_jade",
      };
      sale.phase.value = { name: "done", receipt: { ...saleReceipt, points }, lines: lines() };
    }),
  ),
  scene(
    "done-nobody",
    "Booked without a member",
    ringing(() => {
      const receipt = { ...saleReceipt, points: null };
      sale.phase.value = { name: "done", receipt, lines: lines() };
    }),
  ),
];
