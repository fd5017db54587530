import { Problem } from "../../shared/problems.ts";
import { priceLines } from "../sale/discounts.ts";
import * as sale from "../sale/sale.ts";
import { lost, ringing, scene } from "./counter-scenes.tsx";
import { basket, saleReceipt } from "./sales.ts";
import type { Scene } from "./scene.ts";

const lines = () => sale.printedLines(priceLines(basket, []));

export const payScenes: Scene[] = [
  scene("pay", "Has the money come?", ringing(() => sale.phase.value = { name: "confirming" })),
  scene(
    "pay-sending",
    "Booking, slowly",
    ringing(() => {
      sale.phase.value = { name: "sending", slow: true };
    }),
  ),
  scene(
    "pay-refused",
    "Refused",
    ringing(() => {
      sale.phase.value = { name: "refused", error: new Problem("member-frozen") };
    }),
  ),
  scene(
    "pay-scan-over",
    "Scan over",
    ringing(() => {
      sale.phase.value = { name: "refused", error: new Problem("scan-expired") };
    }),
  ),
  scene(
    "pay-unknown",
    "No answer",
    ringing(() => {
      sale.phase.value = { name: "unknown", command: lost, lines: [], busy: false };
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
