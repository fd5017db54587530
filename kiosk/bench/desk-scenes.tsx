import { composeStaticNumber } from "../../shared/cards/card-code.ts";
import { openScan } from "../../shared/cards/endpoints.ts";
import { findClaim, listGifts } from "../../shared/gifts/endpoints.ts";
import { findSales } from "../../shared/sales/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { ClaimDetail } from "../claims/claim-detail.tsx";
import { Redeem } from "../claims/redeem.tsx";
import { Claims } from "../claims/screen.tsx";
import * as claiming from "../claims/claiming.ts";
import { member } from "../counter/member.ts";
import { claimCodeToOpen } from "../counter/room.ts";
import { EnrolForm } from "../enrol/enrol-form.tsx";
import { issued } from "../enrol/issuing.ts";
import { Enrol } from "../enrol/screen.tsx";
import { chooseAll } from "../returns/parts.ts";
import * as returning from "../returns/returning.ts";
import { counterAt, cutOff, scene, withoutNetwork } from "./counter-scenes.tsx";
import { claim, gifts, scanView } from "./members.ts";
import { tickets } from "./mall.ts";
import { returnReceipt, sales } from "./sales.ts";
import type { Scene } from "./scene.ts";
import { answers, type Door } from "./transport.ts";

const inRoom = (children: preact.ComponentChildren) => (
  <div class="counter">
    <main class="counter-room">{children}</main>
  </div>
);

const atReturns = (change: () => void = () => {}, doors: Door[] = []) => () =>
  counterAt("returns", change, doors);

const chosen = () => {
  returning.open(sales[0]!);
  returning.chosen.value = { 1: 1_000, 3: 1_000 };
  returning.reason.value = "";
};

const returns: Scene[] = [
  scene("returns", "Latest sales", atReturns()),
  scene(
    "returns-empty",
    "No sales yet",
    atReturns(() => {}, [
      answers(findSales, { sales: [], nextBefore: null }),
    ]),
  ),
  scene(
    "returns-failed",
    "Not to be had",
    atReturns(() => {}, [
      answers(findSales, new Problem("internal")),
    ]),
  ),
  scene("returns-chosen", "Lines chosen", atReturns(chosen)),
  scene("returns-part", "Returned in part", atReturns(() => returning.open(sales[2]!))),
  scene("returns-gone", "Returned in full", atReturns(() => returning.open(sales[3]!))),
  scene(
    "returns-all",
    "All of it",
    atReturns(() => {
      returning.open(sales[0]!);
      returning.chosen.value = chooseAll(sales[0]!);
    }),
  ),
  scene(
    "returns-ask",
    "Return these?",
    atReturns(() => {
      chosen();
      returning.phase.value = { name: "confirming" };
    }),
  ),
  scene(
    "returns-refused",
    "Above the limit",
    atReturns(() => {
      chosen();
      const error = new Problem("over-limit", { limit: 200_000 });
      returning.phase.value = { name: "refused", error };
    }),
  ),
  scene(
    "returns-done",
    "Returned",
    atReturns(() => {
      returning.phase.value = { name: "done", receipt: returnReceipt, memberName: "王*芳" };
    }),
  ),
  scene("returns-offline", "Without network", () => {
    const shown = atReturns(chosen, withoutNetwork)();
    cutOff();
    return shown;
  }),
];

const found = { claim, memberNameMasked: "王*芳", here: true };
type Found = typeof found;

const atClaims = (answer: Found | Problem) => () =>
  counterAt("claims", () => claimCodeToOpen.value = claim.code, [answers(findClaim, answer)]);

const ended = (state: Found["claim"]["state"]): Found => ({
  ...found,
  claim: { ...claim, state, endedAt: Date.now() - 300_000 },
});

const claims: Scene[] = [
  scene("claims", "Waiting for a code", () => counterAt("claims")),
  scene("claims-camera", "By camera", () => {
    counterAt("claims");
    return (
      <div class="counter">
        <main class="counter-room">
          <Claims camera />
        </main>
      </div>
    );
  }),
  scene("redeem", "Gifts for a member", () => {
    counterAt("claims", () => member.value = scanView);
    return inRoom(<Claims what="redeem" />);
  }),
  scene("redeem-nobody", "Whose points?", () => {
    counterAt("claims", () => member.value = null);
    return inRoom(<Claims what="redeem" />);
  }),
  scene("redeem-failed", "Gifts not to be had", () => {
    const doors = [answers(listGifts, new Problem("internal"))];
    counterAt("claims", () => member.value = scanView, doors);
    return inRoom(<Claims what="redeem" />);
  }),
  ...(["spend", "earn"] as const).map((rights) =>
    scene(`redeem-${rights}`, `Redeem with the right to ${rights}`, () => {
      counterAt("claims", () => member.value = { ...scanView, rights });
      return inRoom(<Redeem choice={null} onRedeemed={() => {}} chosen={gifts[4]!} />);
    })
  ),
  scene(
    "claims-wrong",
    "A member's code",
    () => counterAt("claims", () => claiming.wrongCode.value = "member"),
  ),
  scene("claims-open", "To be collected", atClaims(found)),
  scene(
    "claims-elsewhere",
    "Another store's",
    atClaims({
      ...found,
      here: false,
      claim: { ...claim, storeNameZh: "福满家徐家汇店", storeNameEn: "Fumanjia Xujiahui" },
    }),
  ),
  scene("claims-money", "Points and money", atClaims({ ...found, claim: tickets.money })),
  scene("claims-money-ask", "Take the money", () => {
    counterAt("claims", () => claiming.found.value = { ...found, claim: tickets.money });
    return inRoom(
      <section class="pane claim-shown">
        <h1 class="sr-only">Claim</h1>
        <ClaimDetail found={{ ...found, claim: tickets.money }} asking="hand-over" />
      </section>,
    );
  }),
  scene("claims-handed-over", "Handed over", atClaims(ended("handed-over"))),
  scene("claims-cancelled", "Cancelled", atClaims(ended("cancelled"))),
  scene("claims-lapsed", "Lapsed", atClaims(ended("lapsed"))),
  scene("claims-not-found", "No such claim", atClaims(new Problem("not-found"))),
];

const enrol: Scene[] = [
  scene("enrol", "A new member", () => counterAt("enrol")),
  scene("enrol-exists", "Member already", () => {
    counterAt("enrol");
    return inRoom(
      <div class="enrol">
        <h1 class="sr-only">Enrol</h1>
        <section class="pane enrol-pane">
          <EnrolForm
            error={new Problem("member-exists")}
            onIssued={() => {}}
            onExists={() => {}}
          />
        </section>
      </div>,
    );
  }),
  scene("enrol-done", "Enrolled", () => {
    counterAt("enrol", () => {
      issued.value = { number: composeStaticNumber("123456789012"), signUpPoints: 100 };
    });
    return inRoom(<Enrol />);
  }),
  scene("enrol-card", "One more card", () => {
    counterAt("enrol", () => member.value = scanView, [answers(openScan, scanView)]);
    return inRoom(<Enrol what="card" />);
  }),
  scene("enrol-card-done", "Card issued", () => {
    counterAt("enrol", () => {
      issued.value = { number: composeStaticNumber("123456789012"), signUpPoints: null };
    });
    return inRoom(<Enrol />);
  }),
];

export const deskScenes: Scene[] = [...returns, ...claims, ...enrol];
