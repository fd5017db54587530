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
  "device-full": entry(
    507,
    "本机存不下：存储空间已满",
    "This device cannot keep it: its storage is full",
    "没有入账，也没有保存。请店员记在纸上，并清理本机空间或改用另一台收银机",
    "Nothing was booked or kept. Staff: write it down on paper, and free space here or use another till",
  ),
  "other-terminal": entry(
    409,
    "这笔业务是本机上次配对时做的",
    "This was done before this device was paired anew",
    "没有发送。请在原门店手工办理",
    "It was not sent. Settle it by hand at the store where it was done",
  ),
};
