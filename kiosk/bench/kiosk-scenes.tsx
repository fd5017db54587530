import { batch } from "@preact/signals";
import { Unreachable } from "../../shared/call.ts";
import type { ScanView } from "../../shared/cards/endpoints.ts";
import { listGifts } from "../../shared/gifts/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { IdleDialog } from "../../shared/ui/index.ts";
import { signal } from "@preact/signals";
import { showcase } from "../attract/gift-river.tsx";
import { Identify } from "../identify/screen.tsx";
import { ScanError } from "../../shared/ui/scan/start-scan.ts";
import { useCamera } from "../scan/camera-view.tsx";
import { failed, LOADING, ready } from "../shell/loaded.ts";
import { ask } from "../terminal/ask.ts";
import { Verify } from "../verify/screen.tsx";
import { SelfService } from "../visit/self-service.tsx";
import * as visit from "../visit/visit.ts";
import { account, gifts, points, scanView } from "./members.ts";
import { type Scene, setUp } from "./scene.ts";
import { answers, type Door } from "./transport.ts";

export const scene = (id: string, title: string, show: Scene["show"]): Scene => ({
  id: `kiosk/${id}`,
  device: "kiosk",
  title,
  show,
});

interface Start {
  scan?: Partial<ScanView>;
  doors?: Door[];
  change?: () => void;
}

/** A visit that stands at a place. */
export function at(place: visit.Place, { scan = {}, doors = [], change }: Start = {}) {
  setUp("kiosk", doors);
  batch(() => {
    showcase.value = gifts;
    visit.scan.value = { ...scanView, ...scan };
    visit.account.value = ready(account);
    visit.gifts.value = ready(gifts);
    visit.place.value = place;
    change?.();
  });
  return <SelfService />;
}

export const lookAt = (name: string) => () => visit.giftId.value = `gft_${name}`;
export const cut = new Unreachable("cut");

/** With no server behind it, the first request shows the network as lost. */
const withoutNetwork: Door[] = [answers(listGifts, "unreachable")];

const attract: Scene[] = [
  scene("attract", "Attract", () => at("attract")),
  scene("attract-empty", "Attract without gifts", () => {
    const shown = at("attract", {
      doors: [answers(listGifts, { gifts: [], shelves: [], tiers: [] })],
    });
    showcase.value = [];
    return shown;
  }),
  scene("attract-offline", "Attract without network", () => {
    const shown = at("attract", { doors: withoutNetwork });
    void ask(listGifts, {}).catch(() => {});
    return shown;
  }),
];

const nobody = { change: () => visit.scan.value = null };

const identify: Scene[] = [
  scene("identify", "Identify by camera", () => at("identify", nobody)),
  scene(
    "identify-reading",
    "Code is looked up",
    () => at("identify", { change: () => (visit.scan.value = null, visit.reading.value = true) }),
  ),
  scene("identify-camera-denied", "Camera refused", () => {
    const shown = at("identify", nobody);
    useCamera(() => Promise.reject(new ScanError("camera-denied", "bench")));
    return shown;
  }),
  ...(["card-code-used", "card-code-skewed", "card-frozen", "scan-expired"] as const).map((code) =>
    scene(`identify-${code}`, `Refused: ${code}`, () =>
      at("identify", {
        change: () => {
          visit.scan.value = null;
          visit.refused.value = new Problem(code);
        },
      }))
  ),
  scene("identify-misread", "Some other code", () =>
    at("identify", {
      change: () => (visit.scan.value = null, visit.misread.value = "not-ours"),
    })),
  scene("identify-card", "Card number", () => (at("identify", nobody), <Identify way="card" />)),
  scene("identify-phone", "Phone number", () => (at("identify", nobody), <Identify way="phone" />)),
  scene("identify-offline", "Identify without network", () => {
    const shown = at("identify", { ...nobody, doors: withoutNetwork });
    void ask(listGifts, {}).catch(() => {});
    visit.refused.value = cut;
    return shown;
  }),
];

const verify: Scene[] = [
  scene("verify-pin", "PIN", () => at("verify", { scan: { rights: "earn", via: "phone" } })),
  scene("verify-code", "One-time code", () => {
    at("verify", { scan: { rights: "earn", via: "phone" } });
    return <Verify way="code" />;
  }),
  scene(
    "verify-none",
    "Neither PIN nor phone",
    () => at("verify", { scan: { rights: "earn", hasPin: false, hasPhone: false } }),
  ),
  scene(
    "verify-spend",
    "PIN before spending",
    () => at("verify", { scan: { rights: "earn", via: "static" }, change: lookAt("tea-set") }),
  ),
];

const home: Scene[] = [
  scene("home", "Home", () => at("home")),
  scene("home-birthday", "Home on a birthday, with debt", () =>
    at("home", {
      scan: { member: { ...scanView.member, birthdayToday: true } },
      change: () => {
        const owing = { ...points, spendable: 0, debt: 45, lapsingSoon: 0, pending: 0 };
        const low = { ...owing, tier: { ...points.tier, current: terminalTier(0), ratio: 0.12 } };
        visit.account.value = ready({ ...account, points: low });
        visit.gifts.value = ready(gifts.map((gift) => ({
          ...gift,
          refused: "debt-open",
          refusedFields: { debt: 45 },
        })));
      },
    })),
  scene(
    "home-loading",
    "Home while loading",
    () =>
      at("home", { change: () => (visit.account.value = LOADING, visit.gifts.value = LOADING) }),
  ),
  scene(
    "home-failed",
    "Home without an answer",
    () => at("home", { change: () => visit.gifts.value = failed(cut) }),
  ),
];

function terminalTier(level: number) {
  return { ...points.tier.next!, id: "tie_paper", level, nameZh: "福卡", nameEn: "Paper" };
}

const account_: Scene[] = [
  scene("lots", "Lapse calendar", () => at("lots")),
  scene(
    "lots-empty",
    "No points",
    () => at("lots", { change: () => visit.account.value = ready({ ...account, lots: [] }) }),
  ),
  scene(
    "lots-failed",
    "Lots failed",
    () => at("lots", { change: () => visit.account.value = failed(new Problem("internal")) }),
  ),
  scene("history", "History", () => at("history")),
  scene("history-empty", "No history", () =>
    at("history", {
      change: () => {
        visit.account.value = ready({ ...account, history: { rows: [], nextBefore: null } });
      },
    })),
  scene(
    "history-loading",
    "History loading",
    () => at("history", { change: () => visit.account.value = LOADING }),
  ),
];

const idle = { left: signal<number | null>(9), stay: () => {}, stop: () => {} };

const around: Scene[] = [
  scene("idle", "Are you still there?", () => (
    <>
      {at("home")}
      <IdleDialog idle={idle} />
    </>
  )),
  scene("home-offline", "Home without network", () => {
    const shown = at("home", { doors: withoutNetwork });
    void ask(listGifts, {}).catch(() => {});
    return shown;
  }),
];

export const kioskScenes: Scene[] = [
  ...attract,
  ...identify,
  ...verify,
  ...home,
  ...account_,
  ...around,
];
