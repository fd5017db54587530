/** Moving points between the store and the member at the counter: sent once. @module */
import { batch } from "@preact/signals";
import type { ScanView } from "../../shared/cards/endpoints.ts";
import { giveBackByScan, topUpByScan } from "../../shared/transfers/endpoints.ts";
import { command } from "../counter/commands.ts";
import { member } from "../counter/member.ts";
import { ready } from "../shell/loaded.ts";
import { budget } from "./screen.tsx";

type Moved = { points: ScanView["points"]; remaining: number };

/** @throws Problem @throws OutcomeUnknown */
export async function give(scan: ScanView, points: number, reason: string): Promise<void> {
  take(
    scan,
    await command(topUpByScan, {
      params: { scan: scan.scanId },
      body: { points, reason },
    }, `+${points}`),
  );
}

/** @throws Problem @throws OutcomeUnknown */
export async function takeBack(scan: ScanView, points: number): Promise<void> {
  take(
    scan,
    await command(giveBackByScan, {
      params: { scan: scan.scanId },
      body: { points },
    }, `-${points}`),
  );
}

function take(scan: ScanView, { points, remaining }: Moved): void {
  batch(() => {
    budget.value = ready(remaining);
    if (member.value?.scanId === scan.scanId) member.value = { ...member.value, points };
  });
}
