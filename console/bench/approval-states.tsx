import { decideApproval, listApprovals } from "../../shared/console/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { ApprovalsScreen } from "../approvals/screen.tsx";
import { door } from "./doors.ts";
import { type BenchState, inTurn, pause, press, type } from "./state.ts";

const approvals = () => <ApprovalsScreen />;

/** What waits for a second person, in every state. */
export const approvalStates: readonly BenchState[] = [
  { name: "approvals", draw: approvals },
  {
    name: "approvals/over",
    draw: approvals,
    act: () => press(".page > .segmented label:nth-of-type(2)"),
  },
  {
    name: "approvals/none",
    doors: [door(listApprovals, () => ({ approvals: [], nextBefore: null }))],
    draw: approvals,
  },
  { name: "approvals/loading", mood: "slow", draw: approvals },
  { name: "approvals/down", mood: "down", draw: approvals },
  { name: "approvals/approve", draw: approvals, act: () => press("approve-apv_0003") },
  {
    name: "approvals/refuse",
    draw: approvals,
    act: inTurn(
      () => press("refuse-apv_0003"),
      () => press("dialog[open] button[type=submit]"),
      pause(100),
    ),
  },
  { name: "approvals/withdraw", draw: approvals, act: () => press("withdraw-apv_0002") },
  {
    name: "approvals/faster",
    draw: approvals,
    doors: [door(decideApproval, () => {
      throw new Problem("approval-over", { state: "approved" });
    })],
    act: inTurn(
      () => press("approve-apv_0003"),
      () => type("dialog[open] textarea", "已核对小票"),
      () => press("dialog[open] button[type=submit]"),
      pause(150),
    ),
  },
].map((state) => ({ ...state, path: "/console/approvals" })) as BenchState[];
