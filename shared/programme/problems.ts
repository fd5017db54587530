/** What can be refused about drafts, cases, publishing and replays. @module */
import { entry } from "../problem-entry.ts";

export const programmeProblems = {
  "rules-refused": entry(
    409,
    "规则之间有矛盾，不能发布",
    "These rules contradict each other and cannot be published",
    "请按标出的问题修改规则",
    "Change what the findings name",
    "findings",
  ),
  "cases-changed": entry(
    409,
    "有用例的结果变了，不能发布",
    "Saved cases would give another outcome, so this cannot be published",
    "请修改规则，或写明理由接受新的结果",
    "Change the rules, or accept the new outcomes with a reason",
    "cases",
  ),
  "start-passed": entry(
    409,
    "原定的执行时间已过",
    "The instant from which it should hold has passed",
    "请拒绝或撤回，重新提交",
    "Refuse or withdraw it, and ask again",
  ),
  "second-person-needed": entry(
    403,
    "需要第二个人批准，接口密钥不能发起",
    "A second person has to approve this, which an API key cannot ask for",
    "请在管理台操作",
    "Do it in the console",
  ),
  "nothing-to-extend": entry(
    409,
    "这个版本没有会到期的积分",
    "This version has no open points that lapse",
    "请选择其他版本",
    "Choose another version",
  ),
  "drafts-full": entry(
    409,
    "草稿已满",
    "There are too many drafts",
    "请先删除不用的草稿",
    "Remove drafts nobody needs",
    "max",
  ),
  "cases-full": entry(
    409,
    "用例已满",
    "There are too many saved cases",
    "请先删除不用的用例",
    "Remove cases nobody needs",
    "max",
  ),
  "period-invalid": entry(
    400,
    "期间有误",
    "The period is not valid",
    "结束不能早于开始，也不能晚于今天，最长五年",
    "It ends on or after its start, not after today, and is five years at most",
  ),
  "what-if-running": entry(
    409,
    "已有一次试算在进行",
    "Another what-if of this brand is running",
    "请等它完成，或先取消它",
    "Wait for it or cancel it",
    "runId",
  ),
};
