import { listGiftOrders, revealGiftOrder, stepGiftOrder } from "../../shared/console/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { OrdersScreen } from "../orders/screen.tsx";
import { orders } from "./data/orders.ts";
import { door } from "./doors.ts";
import { type BenchState, inTurn, pause, press, type } from "./state.ts";

const path = "/console/gift-orders";
const draw = () => <OrdersScreen />;
const none = { orders: [], counts: {}, nextAfter: null } as never;
const usual = door(listGiftOrders, () => orders);
const address = {
  name: "陈小满",
  phone: "13812345678",
  region: "上海市 徐汇区",
  street: "肇嘉浜路 798 号 3 幢 502 室",
};
const open = (row: number) => press(`tbody tr:nth-child(${row}) button`);

/** Gift orders, and one of them on its way. */
export const orderStates: readonly BenchState[] = [
  { name: "orders", path, doors: [usual], draw },
  { name: "orders/none", path, doors: [door(listGiftOrders, () => none)], draw },
  { name: "orders/loading", path, mood: "slow", draw },
  { name: "orders/down", path, mood: "down", draw },
  { name: "order", path, doors: [usual], draw, act: () => open(1) },
  { name: "order/bundle", path, doors: [usual], draw, act: () => open(2) },
  { name: "order/shipped", path, doors: [usual], draw, act: () => open(4) },
  { name: "order/cancelled", path, doors: [usual], draw, act: () => open(6) },
  { name: "order/finance", path, doors: [usual], role: "hq-finance", draw, act: () => open(1) },
  {
    name: "order/ship",
    path,
    doors: [usual],
    draw,
    act: inTurn(() => open(1), () => press("ship")),
  },
  {
    name: "order/ship-wrong",
    path,
    doors: [usual],
    draw,
    act: inTurn(
      () => open(1),
      () => press("ship"),
      () => type("dialog[open] input", "12"),
      () => press("dialog[open] button[type=submit]"),
      pause(100),
    ),
  },
  {
    name: "order/overtaken",
    path,
    doors: [
      usual,
      door(stepGiftOrder, () => {
        throw new Problem("order-moved", { state: "shipped" });
      }),
    ],
    draw,
    act: inTurn(() => open(1), () => press("pack"), pause(200)),
  },
  {
    name: "order/cancel",
    path,
    doors: [usual],
    draw,
    act: inTurn(() => open(1), () => press("cancel")),
  },
  {
    name: "order/reveal",
    path,
    doors: [usual],
    draw,
    act: inTurn(() => open(1), () => press("reveal")),
  },
  {
    name: "order/revealed",
    path,
    doors: [usual, door(revealGiftOrder, () => ({ address }))],
    draw,
    act: inTurn(
      () => open(1),
      () => press("reveal"),
      () => press(".reason-offer"),
      () =>
        press("dialog[open] form[id] ~ * button[type=submit], dialog[open] button[type=submit]"),
      pause(200),
    ),
  },
];
