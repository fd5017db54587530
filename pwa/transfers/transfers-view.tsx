import { useState } from "preact/hooks";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { listMyTransfers, SentGift } from "../../shared/transfers/endpoints.ts";
import { Segmented } from "../../shared/ui/index.ts";
import { PATHS } from "../shell/base.ts";
import { Part } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import { transferWords, type Wish } from "./data.ts";
import { ReceivePart } from "./receive-part.tsx";
import { SendPart } from "./send-part.tsx";
import { SentList } from "./sent-list.tsx";
import "./transfers-view.css";

export type Transfers = AnswerOf<typeof listMyTransfers>;
type Tab = "send" | "receive" | "sent";

export interface TransfersViewProps {
  transfers: Loaded<Transfers>;
  spendable: number;
  hasPin: boolean;
  onRetry: () => void;
  /** All reject with Problem or Unreachable. */
  onSend: (wish: Wish, pin: string) => Promise<SentGift>;
  onAccept: (id: string) => Promise<void>;
  onAcceptCode: (code: string) => Promise<number>;
  onDecline: (id: string) => Promise<void>;
  onCancel: (id: string) => Promise<void>;
  /** For the bench. */
  tab?: Tab;
}

/** Sending points, taking what waits, and what became of what was sent. */
export function TransfersView(props: TransfersViewProps) {
  const t = transferWords.value;
  const { transfers } = props;
  const waiting = transfers.data?.received.filter((each) => each.state === "waiting").length ?? 0;
  const [chosen, setTab] = useState<Tab | null>(props.tab ?? null);
  const tab = chosen ?? (waiting > 0 ? "receive" : "send");
  return (
    <Screen title={t.title} backTo={PATHS.points}>
      <Segmented<Tab>
        block
        label={t.title}
        value={tab}
        onChange={setTab}
        options={[
          { value: "send", label: t.send.title },
          {
            value: "receive",
            label: t.receive.title,
            ...(waiting > 0 ? { count: waiting } : {}),
          },
          { value: "sent", label: t.history.title },
        ]}
      />
      <Part of={transfers} onRetry={props.onRetry}>
        {(data) =>
          tab === "send"
            ? <SendPart {...props} data={data} onSent={() => setTab("sent")} />
            : tab === "receive"
            ? <ReceivePart {...props} data={data} />
            : <SentList sent={data.sent} onCancel={props.onCancel} />}
      </Part>
    </Screen>
  );
}
