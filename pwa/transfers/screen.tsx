import { useEffect } from "preact/hooks";
import { member, points } from "../members/session.ts";
import { lastMove } from "../shell/live.ts";
import { accept, acceptCode, cancel, decline, send, transfers } from "./data.ts";
import { TransfersView } from "./transfers-view.tsx";

/** Points sent and received; reloads when the account has moved. */
export default function TransfersScreen() {
  useEffect(() => void transfers.load(), [lastMove.value]);
  return (
    <TransfersView
      transfers={transfers.state.value}
      spendable={points.value?.spendable ?? 0}
      hasPin={member.value?.hasPin ?? false}
      onRetry={() => void transfers.load()}
      {...{ onSend: send, onAccept: accept, onAcceptCode: acceptCode }}
      {...{ onDecline: decline, onCancel: cancel }}
    />
  );
}
