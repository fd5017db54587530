import type { ComponentChildren } from "preact";
import {
  allowSpending,
  askScanCode,
  openScan,
  showScanAccount,
} from "../../shared/cards/endpoints.ts";
import { claimGift, listGifts } from "../../shared/gifts/endpoints.ts";
import { connect } from "../terminal/ask.ts";
import { staff, standing, terminal } from "../terminal/standing.ts";
import { useCamera } from "../scan/camera-view.tsx";
import { account, claim, gifts, points, scanView } from "./members.ts";
import { terminalView } from "./places.ts";
import { answers, benchTransport, type Door } from "./transport.ts";

/** One screen in one state. */
export interface Scene {
  /** The URL hash that shows it. */
  id: string;
  device: "kiosk" | "counter";
  title: string;
  show: () => ComponentChildren;
}

/** Doors of a server where everything goes well. */
export const goodDoors: Door[] = [
  answers(openScan, scanView),
  answers(showScanAccount, account),
  answers(listGifts, { gifts, shelves: [], tiers: [] }),
  answers(claimGift, { claim, points: { ...points, spendable: points.spendable - 3_800 } }),
  answers(allowSpending, scanView),
  answers(askScanCode, {
    requestId: "otp_01m4xk2q",
    phoneMasked: "138****6618",
    resendAfterSeconds: 60,
  }),
];

/** A paired device with the given doors in front of the good ones. */
export function setUp(kind: "kiosk" | "counter", doors: Door[] = []): void {
  const view = terminalView(kind);
  terminal.value = view;
  staff.value = view.signedIn;
  standing.value = "paired";
  connect(benchTransport([...doors, ...goodDoors]));
  useCamera((id) => {
    document.getElementById(id)?.classList.add("bench-camera");
    return Promise.resolve(() => Promise.resolve());
  });
}
