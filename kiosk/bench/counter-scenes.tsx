import * as issuing from "../enrol/issuing.ts";
import { batch, signal } from "@preact/signals";
import { listGoods } from "../../shared/goods/endpoints.ts";
import { findSales, recordSale } from "../../shared/sales/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { IdleDialog } from "../../shared/ui/index.ts";
import type { Command } from "../commands/command.ts";
import { memoryDrawer } from "../commands/command.ts";
import { unresolvedOpen, useDrawer } from "../counter/commands.ts";
import { Counter, lockedByIdle } from "../counter/counter.tsx";
import { FindMember } from "../counter/find-member.tsx";
import { member, memberTrouble } from "../counter/member.ts";
import { room } from "../counter/room.ts";
import { here } from "../offline/box.ts";
import { counterWords } from "../counter/words.ts";
import * as goods from "../sale/goods.ts";
import * as sale from "../sale/sale.ts";
import { LOADING } from "../shell/loaded.ts";
import { SignIn } from "../sign-in/screen.tsx";
import { ask } from "../terminal/ask.ts";
import { staff, terminal } from "../terminal/standing.ts";
import { categories, products } from "./goods.ts";
import { scanView } from "./members.ts";
import { staffNames } from "./places.ts";
import { basket, longBasket, sales } from "./sales.ts";
import { type Scene, setUp } from "./scene.ts";
import { answers, type Door } from "./transport.ts";

export const scene = (id: string, title: string, show: Scene["show"]): Scene => ({
  id: `counter/${id}`,
  device: "counter",
  title,
  show,
});

const counterDoors: Door[] = [
  answers(listGoods, { products, categories, nextAfter: null }),
  answers(findSales, { sales, nextBefore: null }),
];

/** The command of a sale whose answer was lost. */
export const lost: Command = {
  key: "0f8fad5b-d9cb-469f-a165-70867728950e",
  endpoint: "recordSale",
  body: {},
  madeAt: Date.now() - 240_000,
  label: "20261122-7QK2-0041",
};

/** A counter with somebody signed in, in a room. */
export function counterAt(
  name: typeof room.value,
  change: () => void = () => {},
  doors: Door[] = [],
) {
  setUp("counter", [...doors, ...counterDoors]);
  useDrawer(memoryDrawer());
  batch(() => {
    room.value = name;
    goods.shelf.value = LOADING;
    goods.categories.value = categories;
    issuing.issued.value = null;
    issuing.kept.value = false;
    change();
  });
  return <Counter />;
}

export const withoutNetwork: Door[] = [answers(listGoods, "unreachable")];
export const cutOff = () => void ask(listGoods, {}).catch(() => {});

export const ringing = (change: () => void = () => {}, doors: Door[] = []) => () =>
  counterAt("sale", () => {
    localStorage.setItem("jifu.counter.mode", "goods");
    member.value = scanView;
    sale.basket.value = basket;
    sale.chosenLine.value = 3;
    change();
  }, doors);

const signIn: Scene[] = [
  scene("sign-in", "Who is at the till?", () => {
    counterAt("sale");
    staff.value = null;
    return <Counter />;
  }),
  scene("sign-in-pin", "PIN", () => {
    counterAt("sale");
    return <SignIn chosen={staffNames[1]!} />;
  }),
  scene("sign-in-locked", "Locked by itself", () => {
    counterAt("sale");
    staff.value = null;
    lockedByIdle.value = true;
    return <Counter />;
  }),
  scene("sign-in-nobody", "Nobody can sign in", () => {
    counterAt("sale");
    terminal.value = { ...terminal.value!, staff: [] };
    return <SignIn />;
  }),
];

const entry: Scene[] = [
  scene("sale-empty", "Ready", ringing(() => (member.value = null, sale.basket.value = []))),
  scene("sale", "Member and basket", ringing()),
  scene(
    "sale-long",
    "A long basket, no member",
    ringing(() => {
      member.value = null;
      sale.basket.value = longBasket;
    }),
  ),
  scene(
    "sale-member-full",
    "Member with debt, birthday, lapse",
    ringing(() => {
      const points = { ...scanView.points, spendable: 0, debt: 12, pending: 120 };
      member.value = {
        ...scanView,
        member: { ...scanView.member, nameMasked: "欧阳**", birthdayToday: true },
        points,
      };
    }),
  ),
  scene(
    "sale-member-over",
    "The scan is over",
    ringing(() => {
      member.value = { ...scanView, expiresAt: Date.now() - 1_000 };
    }),
  ),
  scene(
    "sale-member-refused",
    "Code refused",
    ringing(() => {
      member.value = null;
      memberTrouble.value = new Problem("card-code-used");
    }),
  ),
  scene(
    "sale-amount",
    "Amount only",
    ringing(() => {
      localStorage.setItem("jifu.counter.mode", "amount");
    }),
  ),
  scene(
    "sale-no-goods",
    "No goods at all",
    ringing(() => {}, [
      answers(listGoods, { products: [], categories: [], nextAfter: null }),
    ]),
  ),
  scene("sale-goods-loading", "Goods loading", ringing(() => {}, [answers(listGoods, "never")])),
  scene(
    "sale-goods-failed",
    "Goods failed",
    ringing(() => {}, [
      answers(listGoods, new Problem("internal")),
    ]),
  ),
  scene("sale-offline", "Without network", () => {
    const shown = ringing(() => {}, withoutNetwork)();
    cutOff();
    return shown;
  }),
  scene(
    "sale-weigh",
    "On the scales",
    ringing(() => {
      sale.weighing.value = { product: products[0]!, lineId: null };
    }),
  ),
  scene(
    "sale-price",
    "Goods without a price",
    ringing(() => {
      sale.pricing.value = { ...products[1]!, priceFen: 0 };
    }),
  ),
  scene("find-member", "Find the member", () => (
    <>
      {ringing(() => member.value = null)()}
      <FindMember onFind={find} onClose={() => {}} />
    </>
  )),
  scene("find-member-camera", "By camera", () => (
    <>
      {ringing(() => member.value = null)()}
      <FindMember camera onFind={find} onClose={() => {}} />
    </>
  )),
];

const find = () => Promise.resolve(null);

const idle = { left: signal<number | null>(9), stay: () => {}, stop: () => {} };

const around: Scene[] = [
  scene("idle", "About to lock", () => (
    <>
      {ringing()()}
      <IdleDialog idle={idle} hint={counterWords.value.shell.idleHint} />
    </>
  )),
  scene("unresolved", "Outcomes not known", () => {
    const shown = ringing(() => {}, [answers(recordSale, new Problem("time-refused"))])();
    const drawer = memoryDrawer();
    void drawer.put({ ...lost, terminal: here() });
    void drawer.put({ ...lost, key: "k2", endpoint: "returnSale", label: "20261122-7QK2-0038" });
    useDrawer(drawer);
    unresolvedOpen.value = true;
    return shown;
  }),
];

export const counterScenes: Scene[] = [...signIn, ...entry, ...around];
