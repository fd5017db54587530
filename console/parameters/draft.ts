/** Parameters as they are typed. @module */
import type { Parameters } from "../../shared/parameters/parameters.ts";
import type { ParametersWording } from "../../shared/wording/console/parameters/zh.ts";
import { fenOf, wholeOf, yuanText } from "../form/typed-number.ts";

type Name = keyof Parameters;

/** Numbers are typed as text; an empty one stands for "no limit" where that is allowed. */
export type ParametersDraft = {
  [N in Name]: Parameters[N] extends number | null ? string : Parameters[N];
};

/** Which parameters stand together, in the order of the screen. */
export const groups: readonly { group: keyof ParametersWording["groups"]; names: Name[] }[] = [
  { group: "points", names: ["pointsNameZh", "pointsNameEn", "hundredPointsFen", "claimDays"] },
  { group: "sales", names: ["returnWindowDays"] },
  { group: "security", names: ["codeTries", "pinTries", "pinLockMinutes"] },
  {
    group: "approvals",
    names: ["adjustmentAloneMax", "surveyAloneMax", "approvalDays", "publishNeedsSecond"],
  },
  { group: "terminals", names: ["kioskIdleSeconds", "counterLockMinutes"] },
  { group: "messages", names: ["messagesOff"] },
];

/** Parameters that may be left empty. */
const mayBeEmpty: readonly Name[] = ["returnWindowDays", "adjustmentAloneMax"];
/** Amounts are typed in yuan and kept in fen. */
export const inYuan: readonly Name[] = ["hundredPointsFen"];
const texts: readonly Name[] = ["pointsNameZh", "pointsNameEn"];

export const draftFrom = (parameters: Parameters): ParametersDraft =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === "number"
        ? inYuan.includes(name as Name) ? yuanText(value) : String(value)
        : value ?? "",
    ]),
  ) as ParametersDraft;

/** What would be sent; NaN for a number that is none. */
export const parametersFrom = (draft: ParametersDraft): unknown =>
  Object.fromEntries(
    (Object.entries(draft) as [Name, unknown][]).map(([name, value]) => {
      if (typeof value !== "string" || texts.includes(name)) return [name, value];
      if (inYuan.includes(name)) return [name, fenOf(value)];
      return [name, value.trim() === "" && mayBeEmpty.includes(name) ? null : wholeOf(value)];
    }),
  );
