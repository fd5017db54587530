import { changeGift, listConsoleGifts } from "../../shared/console/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { GiftScreen } from "../gifts/gift-screen.tsx";
import { GiftsScreen } from "../gifts/screen.tsx";
import { gifts } from "./data/gifts.ts";
import { door } from "./doors.ts";
import { type BenchState, inTurn, pause, press, type } from "./state.ts";

const path = "/console/gifts";
const list = () => <GiftsScreen />;
const mug = () => <GiftScreen gift="gft_mug" />;

let asked = 0;

/** The gifts and one of them. */
export const giftStates: readonly BenchState[] = [
  { name: "gifts", path, draw: list },
  { name: "gifts/finance", path, role: "hq-finance", draw: list },
  {
    name: "gifts/none",
    path,
    doors: [door(listConsoleGifts, () => ({ gifts: [], shelves: [], pictures: [] }))],
    draw: list,
  },
  {
    name: "gifts/nothing-fits",
    path,
    draw: list,
    act: () => type(".filters input", "不存在的礼品"),
  },
  { name: "gifts/loading", path, mood: "slow", draw: list },
  { name: "gifts/down", path, mood: "down", draw: list },
  { name: "gift", path, draw: mug },
  { name: "gift/read-only", path, role: "hq-finance", draw: mug },
  { name: "gift/new", path, draw: () => <GiftScreen gift="new" /> },
  {
    name: "gift/new-wrong",
    path,
    draw: () => <GiftScreen gift="new" />,
    act: inTurn(() => press("save"), pause(100)),
  },
  { name: "gift/virtual", path, draw: () => <GiftScreen gift="gft_coupon" /> },
  ...["flash", "tasting", "hamper", "juice"].map((id) => ({
    name: `gift/${id}`,
    path,
    draw: () => <GiftScreen gift={`gft_${id}`} />,
  })),
  { name: "gifts/shelves", path, draw: list, act: () => press("shelves") },
  {
    name: "gifts/shelves-wrong",
    path,
    draw: list,
    act: inTurn(() => press("shelves"), () => press("shelf"), pause(900)),
  },
  { name: "gift/lost", path, draw: () => <GiftScreen gift="gft_gone" /> },
  { name: "gift/stock", path, draw: mug, act: () => press("stock-sto_pudong") },
  {
    name: "gift/stock-short",
    path,
    draw: mug,
    act: inTurn(
      () => press("stock-sto_pudong"),
      () => press("dialog[open] .segment:last-child input"),
      () => type("dialog[open] input[inputmode=numeric]", "20"),
      () => press("dialog[open] button[type=submit]"),
      pause(100),
    ),
  },
  {
    name: "gift/overtaken",
    path,
    draw: mug,
    doors: [
      door(listConsoleGifts, () =>
        asked++ === 0 ? gifts : {
          ...gifts,
          gifts: gifts.gifts.map((each) =>
            each.id === "gft_mug"
              ? { ...each, revision: 5, points: 880, nameZh: "福字陶瓷马克杯", claimDays: 14 }
              : each
          ),
        }),
      door(changeGift, () => {
        throw new Problem("changed-meanwhile");
      }),
    ],
    act: inTurn(
      () => type("main input[inputmode=numeric]", "750"),
      () => press("save"),
      pause(200),
    ),
  },
];
