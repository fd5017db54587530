import type { MemberProfile } from "../../shared/members/member.ts";
import { lang } from "../../shared/ui/index.ts";
import { words } from "../words.ts";

/** "Spendable points", by the name that the brand gives them. */
export const spendableName = (
  member: Pick<MemberProfile, "pointsNameZh" | "pointsNameEn"> | undefined,
): string => {
  const t = words.value.points;
  const name = lang.value === "zh-CN" ? member?.pointsNameZh : member?.pointsNameEn;
  return name ? t.spendableOf(name) : t.spendable;
};
