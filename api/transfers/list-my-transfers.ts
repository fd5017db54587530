import type { AnswerOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import type { listMyTransfers as door } from "../../shared/transfers/endpoints.ts";
import { leftToSend, sendingPeriods } from "../../shared/transfers/transfer.ts";
import type { Desk } from "../desk.ts";
import { policyIn } from "./policy.ts";
import { sentSince, transferPolicyOf, transfersFrom, transfersTo } from "./queries.ts";
import { receivedView, sentView } from "./views.ts";

/** Points sent and received by the member who asks. @throws Problem not-found */
export const listMyTransfers = async (desk: Desk): Promise<AnswerOf<typeof door>> => {
  const { memberId } = desk.actor;
  if (!memberId) throw new Problem("not-found");
  const { day, month } = sendingPeriods(desk.now);
  const [[row], [sums], sent, received] = await Promise.all([
    desk.db.read(transferPolicyOf, [memberId]),
    desk.db.read(sentSince, [memberId, day, month]),
    desk.db.read(transfersFrom, [memberId]),
    desk.db.read(transfersTo, [memberId, desk.now]),
  ]);
  const policy = policyIn(row);
  return {
    enabled: policy.enabled,
    least: policy.least,
    left: leftToSend({
      policy,
      sentToday: sums?.today ?? 0,
      sentThisMonth: sums?.month ?? 0,
    }),
    perDay: policy.perDay,
    perMonth: policy.perMonth,
    acceptDays: policy.acceptDays,
    sent: sent.map((each) => sentView(desk, each)),
    received: received.map(receivedView),
  };
};
