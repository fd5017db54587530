import type { SentGift } from "../../shared/transfers/endpoints.ts";
import { SendSheet } from "../transfers/send-sheet.tsx";
import {
  type Transfers,
  TransfersView,
  type TransfersViewProps,
} from "../transfers/transfers-view.tsx";
import { daysFromNow, failed, here, kept, offlineEmpty, waiting } from "./people.ts";
import type { BenchState } from "./state.ts";

const never = () => new Promise<never>(() => {});

const sent = (id: number, more: Partial<SentGift>): SentGift => ({
  id: `trf_019000000${id}`,
  points: 200,
  phoneTail: "6621",
  code: null,
  note: "生日快乐",
  state: "waiting",
  sentAt: daysFromNow(-2),
  expiresAt: daysFromNow(5),
  endedAt: null,
  ...more,
});

const data: Transfers = {
  enabled: true,
  least: 10,
  left: 800,
  perDay: 2_000,
  perMonth: 5_000,
  acceptDays: 7,
  sent: [
    sent(1, {}),
    sent(2, { phoneTail: null, code: "K7QM-2XVD-9HTB", note: "" }),
    sent(3, { state: "accepted", points: 50, endedAt: daysFromNow(-30) }),
    sent(4, { state: "lapsed", note: "中秋快乐" }),
  ],
  received: [
    {
      id: "trf_0190000009",
      points: 300,
      fromMasked: "陈*",
      note: "谢谢你帮忙",
      state: "waiting",
      sentAt: daysFromNow(-1),
      expiresAt: daysFromNow(6),
      lapsesNextAt: daysFromNow(40),
    },
    {
      id: "trf_0190000008",
      points: 120,
      fromMasked: "王**",
      note: "",
      state: "accepted",
      sentAt: daysFromNow(-60),
      expiresAt: daysFromNow(-53),
      lapsesNextAt: null,
    },
  ],
};

const view = (more: Partial<TransfersViewProps> = {}) => (
  <TransfersView
    transfers={here(data)}
    spendable={12_480}
    hasPin
    onRetry={() => {}}
    onSend={never}
    onAccept={never}
    onAcceptCode={never}
    onDecline={never}
    onCancel={never}
    {...more}
  />
);

const sheet = (hasPin: boolean) => (
  <SendSheet
    wish={{ to: { by: "phone", phone: "13812346621" }, points: 200, note: "生日快乐" }}
    spendable={12_480}
    hasPin={hasPin}
    acceptDays={7}
    onClose={() => {}}
    onPin={never}
  />
);

/** Points sent to friends and taken from them. */
export const transferStates: BenchState[] = [
  { name: "transfers-send", draw: () => view({ tab: "send" }) },
  {
    name: "transfers-off",
    draw: () => view({ transfers: here({ ...data, enabled: false }), tab: "send" }),
  },
  { name: "transfers-receive", draw: () => view() },
  { name: "transfers-sent", draw: () => view({ tab: "sent" }) },
  {
    name: "transfers-none",
    draw: () => view({ transfers: here({ ...data, sent: [], received: [] }), tab: "sent" }),
  },
  { name: "transfers-confirm", draw: () => sheet(true) },
  { name: "transfers-no-pin", draw: () => sheet(false) },
  { name: "transfers-loading", draw: () => view({ transfers: waiting }) },
  { name: "transfers-offline", draw: () => view({ transfers: offlineEmpty }) },
  { name: "transfers-offline-kept", draw: () => view({ transfers: kept(data) }) },
  { name: "transfers-failed", draw: () => view({ transfers: failed }) },
];
