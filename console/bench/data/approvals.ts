import type { ApprovalRow } from "../../../shared/console/endpoints.ts";
import { day, market, now } from "./places.ts";

const request = (part: Partial<ApprovalRow> & Pick<ApprovalRow, "id">): ApprovalRow => ({
  kind: "points.adjust",
  subject: "mem_lin_wanqing",
  brandId: market,
  storeId: null,
  asked: JSON.stringify({ points: 8_000, reason: "国庆活动系统故障，按小票补登" }),
  effect: JSON.stringify({ memberName: "林**", before: 2_486, after: 10_386, repaid: 100 }),
  amount: 8_000,
  reason: "国庆活动系统故障，按小票补登",
  askedBy: { id: "stf_xu_jiamin", name: "徐佳敏", role: "store-manager" },
  askedAt: now - 2 * 3_600_000,
  expiresAt: now + 13 * day,
  state: "waiting",
  decidedBy: null,
  decidedAt: null,
  decision: "",
  verdict: "yes",
  ...part,
});

export const waiting: ApprovalRow[] = [
  request({ id: "apv_0003" }),
  request({
    id: "apv_0002",
    asked: JSON.stringify({ points: -60_000, reason: "重复积分更正" }),
    effect: JSON.stringify({ memberName: "周**", before: 1_240, after: null, repaid: 0 }),
    amount: 60_000,
    reason: "重复积分更正",
    askedBy: { id: "stf_chen_liqun", name: "陈立群", role: "hq-admin" },
    askedAt: now - 26 * 3_600_000,
    verdict: "own",
  }),
  request({
    id: "apv_0001",
    amount: 200_000,
    asked: JSON.stringify({ points: 200_000, reason: "团购客户年度返利" }),
    effect: JSON.stringify({ memberName: "赵**", before: 12_004, after: 212_004, repaid: 0 }),
    reason: "团购客户年度返利",
    askedBy: { id: "stf_shen_wenjing", name: "沈文静", role: "hq-finance" },
    verdict: "limit",
  }),
];

export const over: ApprovalRow[] = (["approved", "refused", "withdrawn", "expired"] as const)
  .map((state, index) =>
    request({
      id: `apv_100${index}`,
      state,
      effect: null,
      verdict: "over",
      askedAt: now - (index + 3) * day,
      ...(state === "expired" ? {} : {
        decidedBy: { id: "stf_shen_wenjing", name: "沈文静" },
        decidedAt: now - (index + 2) * day,
        decision: state === "refused" ? "与凭证不符" : state === "approved" ? "已核对小票" : "",
      }),
    })
  );
