import type { AnswerOf } from "../../shared/endpoint.ts";
import type { listMyTransfers as door } from "../../shared/transfers/endpoints.ts";
import { leftToSend, sendingPeriods } from "../../shared/transfers/transfer.ts";
import type { Desk } from "../desk.ts";
import { ownMember } from "./own-account.ts";
import { policyIn } from "./policy.ts";
import { sentSince, transferPolicyOf, transfersFrom, transfersTo } from "./queries.ts";
import { receivedView, sentView } from "./views.ts";

/** Points sent and received by the member who asks. @throws Problem not-found */
export const listMyTransfers = async (desk: Desk): Promise<AnswerOf<typeof door>> => {
  const { member, index } = await ownMember(desk);
  const { day, month } = sendingPeriods(desk.now);
  const account = member.account_id;
  const [[row], [sums], sent, received] = await Promise.all([
    desk.db.read(transferPolicyOf, [member.brand_id]),
    desk.db.read(sentSince, [account, day, month]),
    desk.db.read(transfersFrom, [account]),
    desk.db.read(transfersTo, [account, member.brand_id, index, desk.now]),
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
