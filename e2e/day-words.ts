/** What a day at head office reads and types, in each language. @module */
import { en as approvalsEn } from "../shared/wording/console/approvals/en.ts";
import { zh as approvalsZh } from "../shared/wording/console/approvals/zh.ts";
import { en as logEn } from "../shared/wording/console/log/en.ts";
import { zh as logZh } from "../shared/wording/console/log/zh.ts";
import { en as memberEn } from "../shared/wording/console/member/en.ts";
import { zh as memberZh } from "../shared/wording/console/member/zh.ts";
import { en as membersEn } from "../shared/wording/console/members/en.ts";
import { zh as membersZh } from "../shared/wording/console/members/zh.ts";
import { en as parametersEn } from "../shared/wording/console/parameters/en.ts";
import { zh as parametersZh } from "../shared/wording/console/parameters/zh.ts";
import { en as rolesEn } from "../shared/wording/console/roles/en.ts";
import { zh as rolesZh } from "../shared/wording/console/roles/zh.ts";
import { en as staffEn } from "../shared/wording/console/staff/en.ts";
import { zh as staffZh } from "../shared/wording/console/staff/zh.ts";

export const days = {
  "zh-CN": {
    approvals: approvalsZh,
    log: logZh,
    member: memberZh,
    members: membersZh,
    parameters: parametersZh,
    roles: rolesZh,
    staff: staffZh,
    role: { zh: "会员专员", en: "Member desk" },
    person: "陆晓蔓",
    tag: "年货名单",
    kept: "积分大户",
    days: "30",
    points: 150_000,
  },
  "en": {
    approvals: approvalsEn,
    log: logEn,
    member: memberEn,
    members: membersEn,
    parameters: parametersEn,
    roles: rolesEn,
    staff: staffEn,
    role: { zh: "客服组长", en: "Service lead" },
    person: "何建国",
    tag: "Spring list",
    kept: "Big savers",
    days: "45",
    points: 160_000,
  },
};
