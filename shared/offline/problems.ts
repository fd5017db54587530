/** What can be refused about tasks that came back from the offline queue. @module */
import { entry } from "../problem-entry.ts";

export const offlineProblems = {
  "task-ended": entry(
    409,
    "该任务已处理",
    "This task has been dealt with",
    "请刷新列表",
    "Refresh the list",
  ),
  "task-overdue": entry(
    403,
    "超过 72 小时的交易需由店长补录",
    "A sale of more than 72 hours ago is for the store manager",
    "请店长登录后处理",
    "Ask the store manager to sign in and settle it",
  ),
};
