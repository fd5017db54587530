import { listTasks, type TaskView } from "../../shared/offline/endpoints.ts";
import { member, unchecked } from "../counter/member.ts";
import { kept } from "../enrol/issuing.ts";
import { Enrol } from "../enrol/screen.tsx";
import { Join } from "../offline/join.tsx";
import { QueuePane, type Shown } from "../offline/queue-pane.tsx";
import { goodsAt } from "../offline/since.ts";
import { tally } from "../offline/state.ts";
import { TaskPane } from "../offline/task-pane.tsx";
import { loadTasks } from "../offline/tasks.ts";
import { SettleDialog } from "../offline/settle-dialog.tsx";
import { offlineWords } from "../offline/words.ts";
import { askForMoney } from "../sale/phase.ts";
import * as sale from "../sale/sale.ts";
import { SignIn } from "../sign-in/screen.tsx";
import { staff } from "../terminal/standing.ts";
import { SelfService } from "../visit/self-service.tsx";
import { place } from "../visit/visit.ts";
import { counterAt, cutOff, scene, withoutNetwork } from "./counter-scenes.tsx";
import { basket } from "./sales.ts";
import { type Scene, setUp } from "./scene.ts";
import { answers } from "./transport.ts";
import "../offline/style.css";

const HOUR = 3_600_000;
const now = Date.now();

const item = (n: number, more: Partial<Shown>): Shown => ({
  n,
  key: `k${n}`,
  endpoint: "recordSale",
  terminal: "trm_bench",
  place: "",
  kind: "sale",
  label: `20261122-7QK2-00${40 + n}`,
  madeAt: now - HOUR + n * 90_000,
  state: "waiting",
  tries: 0,
  said: null,
  ...more,
});
const items = [
  item(4, { kind: "enrolment", label: "顾念慈" }),
  ...Array.from({ length: 9 }, (_, i) => item(5 + i, {})),
  item(1, { state: "booked", said: { earned: 128 } }),
  item(2, {
    state: "booked",
    kind: "enrolment",
    label: "许知远",
    said: { cardNumber: "9112345678901234" },
  }),
  item(3, { state: "task" }),
];

const task = (more: Partial<TaskView>): TaskView => ({
  taskId: "oft_01m4xk2q",
  kind: "sale",
  label: "20261122-7QK2-0043",
  code: "card-frozen",
  fields: { state: "lost" },
  input: { totalFen: 12_880, member: { card: "9112345678901234" } },
  madeAt: now - 2 * HOUR,
  leftAt: now - HOUR,
  terminalLabel: "收银台 1",
  end: null,
  ...more,
});
const open = [
  task({}),
  task({
    taskId: "oft_2",
    kind: "enrolment",
    label: "顾念慈",
    code: "member-exists",
    fields: {},
    input: { phone: "13800138000", name: "顾念慈" },
  }),
  task({ taskId: "oft_3", label: "20261119-7QK2-0007", code: "time-refused", fields: {} }),
  task({
    taskId: "oft_5",
    label: "20261122-7QK2-0044",
    code: "product-unknown",
    fields: { sku: "880001" },
    input: {
      totalFen: 3_970,
      member: { card: "9112345678901234" },
      lines: [
        { sku: "110023", quantityMilli: 1000, amountFen: 1_690 },
        { sku: "880001", quantityMilli: 532, amountFen: 2_280 },
      ],
      offset: { points: 120 },
    },
  }),
];
const ended = [
  task({
    taskId: "oft_4",
    end: { state: "booked", reason: "会员出示了有效的卡", by: "王磊", at: now - HOUR / 2 },
  }),
];
const doors = [answers(listTasks, { open, ended })];

const panes = () => {
  void loadTasks();
  tally.value = { waiting: 12, refused: 1 };
  goodsAt.value = now - 2 * HOUR;
  const t = offlineWords.value.screen;
  return (
    <div class="counter">
      <main class="counter-room">
        <div class="offline">
          <header class="offline-head">
            <h1>{t.title}</h1>
            <p class="soft">{t.lead}</p>
          </header>
          <div class="offline-panes">
            <QueuePane items={items} />
            <TaskPane />
          </div>
        </div>
      </main>
    </div>
  );
};

const offlineSale = (change: () => void) => () => {
  goodsAt.value = now - 2 * HOUR;
  const shown = counterAt("sale", () => {
    sale.basket.value = basket;
    member.value = null;
    change();
  }, withoutNetwork);
  cutOff();
  return shown;
};

export const offlineScenes: Scene[] = [
  scene(
    "offline",
    "Offline work, with tasks",
    () => (counterAt("queue", () => {}, doors), panes()),
  ),
  scene("offline-empty", "Nothing was done without network", () => {
    tally.value = { waiting: 0, refused: 0 };
    return counterAt("queue", () => {}, [answers(listTasks, { open: [], ended: [] })]);
  }),
  scene("offline-book", "Book by hand", () => {
    counterAt("queue", () => {}, doors);
    return <SettleDialog task={open[0]!} how="book" onClose={() => {}} />;
  }),
  scene("offline-book-goods", "Book what the house does not know", () => {
    counterAt("queue", () => {}, doors);
    return <SettleDialog task={open[3]!} how="book" onClose={() => {}} />;
  }),
  scene("offline-book-enrolment", "Enrol as it should have been", () => {
    counterAt("queue", () => {}, doors);
    return <SettleDialog task={open[1]!} how="book" onClose={() => {}} />;
  }),
  scene("offline-dismiss", "Dismiss", () => {
    counterAt("queue", () => {}, doors);
    return <SettleDialog task={open[1]!} how="dismiss" onClose={() => {}} />;
  }),
  scene(
    "offline-card",
    "A card read without network",
    offlineSale(() => unchecked.value = { kind: "card", digits: "9112345678901234", at: now }),
  ),
  scene(
    "offline-pay",
    "Paying without network",
    offlineSale(() => {
      unchecked.value = { kind: "code", digits: "9".repeat(26), at: now };
      askForMoney();
    }),
  ),
  scene(
    "offline-kept",
    "Paid, to be booked",
    offlineSale(() => {
      const lines = sale.printedLines(sale.priced.value);
      const kept = { orderNo: "20261122-7QK2-0044", at: now, totalFen: 22_159 };
      sale.phase.value = {
        name: "kept",
        sale: { ...kept, whose: "card", name: "1234", unsure: false },
        lines,
      };
    }),
  ),
  scene(
    "offline-enrol",
    "Enrolling without network",
    () => {
      const shown = counterAt("enrol", () => {}, withoutNetwork);
      cutOff();
      return shown;
    },
  ),
  scene(
    "offline-typed",
    "A card typed without network",
    offlineSale(() =>
      unchecked.value = { kind: "card", digits: "9112345678901234", at: now, typed: true }
    ),
  ),
  scene("offline-enrolled", "Noted, card to follow", () => {
    counterAt("enrol", () => kept.value = true);
    return (
      <div class="counter">
        <main class="counter-room">
          <Enrol />
        </main>
      </div>
    );
  }),
  scene("offline-sign-in", "Unlocking without network", () => {
    setUp("counter", withoutNetwork);
    staff.value = null;
    tally.value = { waiting: 12, refused: 0 };
    cutOff();
    return <SignIn byIdle />;
  }),
  {
    id: "kiosk/away",
    device: "kiosk",
    title: "A card shown without network",
    show: () => {
      setUp("kiosk", withoutNetwork);
      place.value = "identify";
      cutOff();
      return <SelfService />;
    },
  },
  ...(["join", "join-done"] as const).map((name): Scene => ({
    id: `kiosk/${name}`,
    device: "kiosk",
    title: "Joining without network",
    show: () => {
      setUp("kiosk");
      place.value = "join";
      return <Join done={name === "join-done"} />;
    },
  })),
];
