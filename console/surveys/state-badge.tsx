import { Badge } from "../../shared/ui/index.ts";
import { words } from "./words.ts";

export interface StateBadgeProps {
  survey: { state: "draft" | "published" | "closed"; opensAt: number; closesAt: number };
}

/** Where a survey stands: a published one may not have begun, or be over. */
export function StateBadge({ survey }: StateBadgeProps) {
  const t = words.value;
  const now = Date.now();
  if (survey.state !== "published") {
    return (
      <Badge tone={survey.state === "draft" ? "info" : "plain"}>{t.states[survey.state]}</Badge>
    );
  }
  if (now < survey.opensAt) return <Badge tone="info">{t.planned}</Badge>;
  if (now >= survey.closesAt) return <Badge>{t.over}</Badge>;
  return <Badge tone="good">{t.states.published}</Badge>;
}
