import type { BodyOf } from "../../shared/endpoint.ts";
import {
  acceptTransfer,
  acceptTransferByCode,
  cancelTransfer,
  declineTransfer,
  listMyTransfers,
  sendPoints,
  type SentGift,
} from "../../shared/transfers/endpoints.ts";
import { openWording } from "../../shared/ui/index.ts";
import type { TransferWording } from "../../shared/wording/transfers/zh.ts";
import { putPoints, whenLeaving } from "../members/session.ts";
import { ask } from "../shell/api.ts";
import { once } from "../shell/command.ts";
import { openResource } from "../shell/resource.ts";

/** Texts of points that members pass on. */
export const transferWords = openWording<TransferWording>({
  "zh-CN": () => import("../../shared/wording/transfers/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/transfers/en.ts").then((file) => file.en),
});

/** What was sent and received, and what may still be sent. */
export const transfers = openResource(() => ask(listMyTransfers, {}));

export type Wish = Omit<BodyOf<typeof sendPoints>, "pin">;

/** Sends points; going on after a lost answer continues the same gift. @throws Problem, Unreachable */
export async function send(wish: Wish, pin: string): Promise<SentGift> {
  const { to, points, note } = wish;
  const whom = to.by === "phone" ? to.phone : "code";
  const answer = await once(
    `send:${whom}:${points}:${note}`,
    (key) => ask(sendPoints, { body: { ...wish, pin }, key }),
  );
  putPoints(answer.points);
  void transfers.load();
  return answer.gift;
}

export async function accept(transfer: string): Promise<void> {
  const answer = await once(
    `accept:${transfer}`,
    (key) => ask(acceptTransfer, { params: { transfer }, key }),
  );
  putPoints(answer.points);
  await transfers.load();
}

/** Takes points by the code a friend passed on. @returns how many */
export async function acceptCode(code: string): Promise<number> {
  const answer = await once(
    `accept-code:${code}`,
    (key) => ask(acceptTransferByCode, { body: { code }, key }),
  );
  putPoints(answer.points);
  await transfers.load();
  return answer.received;
}

export async function decline(transfer: string): Promise<void> {
  await once(`decline:${transfer}`, (key) => ask(declineTransfer, { params: { transfer }, key }));
  await transfers.load();
}

export async function cancel(transfer: string): Promise<void> {
  const answer = await once(
    `cancel-gift:${transfer}`,
    (key) => ask(cancelTransfer, { params: { transfer }, key }),
  );
  putPoints(answer.points);
  await transfers.load();
}

whenLeaving(() => transfers.reset());
