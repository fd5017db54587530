import { Problem } from "../../shared/problems.ts";
import { AskSwap, type SwapState } from "../gifts/ask-swap.tsx";
import { Gift } from "../gifts/gift.tsx";
import { Gifts } from "../gifts/screen.tsx";
import { failed, LOADING, ready } from "../shell/loaded.ts";
import * as visit from "../visit/visit.ts";
import { at, cut, lookAt, scene } from "./kiosk-scenes.tsx";
import { mall, shelves, tickets } from "./mall.ts";
import { claim, gifts } from "./members.ts";
import type { Scene } from "./scene.ts";

const swaps: SwapState[] = [
  { name: "refused", error: new Problem("gift-gone") },
  { name: "unknown", command: { key: "k", endpoint: "claimGift", madeAt: 0, label: "" } },
  { name: "sending", slow: true },
];

const inMall = () => {
  visit.gifts.value = ready(mall);
  visit.shelves.value = shelves;
};
const atGift = (picture: string) => () =>
  at("gift", {
    change: () => {
      inMall();
      visit.giftId.value = `gft_mall_${picture}`;
    },
  });

export const giftScenes: Scene[] = [
  scene("mall", "The mall", () => at("gifts", { change: inMall })),
  scene("mall-menu", "A menu", () => (at("gifts", { change: inMall }), <Gifts shelf="shf_menu" />)),
  ...["laundry-liquid", "juice-pair", "tea-tasting", "gift-hamper", "rice-cooker", "tea-set"]
    .map((name) => scene(`mall-${name}`, `A gift: ${name}`, atGift(name))),
  scene("mall-not-yet", "Not yet", atGift("tote-bag")),
  scene("mall-money-ask", "Points and money?", () => (atGift("rice-cooker")(), <Gift asking />)),
  ...(["drinks", "event", "money"] as const).map((name) =>
    scene(
      `ticket-${name}`,
      `Ticket: ${name}`,
      () => at("ticket", { change: () => visit.claim.value = tickets[name] }),
    )
  ),
  scene("gifts", "Gifts", () => at("gifts")),
  scene("gifts-mine", "Gifts within reach", () => (at("gifts"), <Gifts filter="mine" />)),
  scene("gifts-mine-empty", "None within reach", () => {
    at("gifts", { change: () => visit.gifts.value = ready(gifts.filter((g) => g.refused)) });
    return <Gifts filter="mine" />;
  }),
  scene(
    "gifts-empty",
    "No gifts",
    () => at("gifts", { change: () => visit.gifts.value = ready([]) }),
  ),
  scene(
    "gifts-loading",
    "Gifts loading",
    () => at("gifts", { change: () => visit.gifts.value = LOADING }),
  ),
  scene(
    "gifts-failed",
    "Gifts failed",
    () => at("gifts", { change: () => visit.gifts.value = failed(cut) }),
  ),
  scene("gift", "A gift", () => at("gift", { change: lookAt("tea-set") })),
  ...["air-fryer", "thermos", "health-check", "moon-cake-box"].map((name) =>
    scene(`gift-${name}`, `Not to be had: ${name}`, () => at("gift", { change: lookAt(name) }))
  ),
  scene("gift-ask", "Really?", () => (at("gift", { change: lookAt("tea-set") }), <Gift asking />)),
  ...swaps.map((state) =>
    scene(`gift-${state.name}`, `Swap ${state.name}`, () => {
      const shown = at("gift", { change: lookAt("tea-set") });
      return (
        <>
          {shown}
          <AskSwap gift={gifts[4]!} onClose={() => {}} state={state} />
        </>
      );
    })
  ),
  scene("ticket", "Ticket", () => at("ticket", { change: () => visit.claim.value = claim })),
];
