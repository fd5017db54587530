import { Reason } from "../../shared/points/reason.ts";
import type { ReasonNames, ReasonWording } from "../../shared/wording/reasons/zh.ts";
import { openWording } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import type { ProgrammeView } from "../use-programme.ts";
import { words } from "./words.ts";

/** Why points moved, in the words that phone, kiosk and counter use too. */
export const reasonWords = openWording<ReasonWording>({
  "zh-CN": () => import("../../shared/wording/reasons/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/reasons/en.ts").then((file) => file.en),
});

/** The name of a kind of journal. */
export const kindName = (kind: string): string => reasonWords.value.kinds[kind] ?? kind;

/** The sentence for a reason as the API sends it; null for one this version does not know. */
export function reasonText(sent: Record<string, unknown>, names: ReasonNames): string | null {
  const reason = Reason.safeParse(sent);
  return reason.success ? reasonWords.value.sentence(reason.data, names) : null;
}

/** The names that reasons of a brand's members need. */
export function namesFrom(
  programme: ProgrammeView | undefined,
  lineName: (n: number) => string | undefined,
): ReasonNames {
  const t = words.value;
  const named = (list: readonly { id: string; nameZh: string; nameEn: string }[], id: string) => {
    const found = list.find((each) => each.id === id);
    return found && nameIn(found);
  };
  return {
    tier: (id) => named(programme?.tiers ?? [], id) ?? t.unknownTier,
    category: (id) => named(programme?.categories ?? [], id) ?? t.unknownCategory,
    line: (n) => lineName(n) ?? t.line(n),
    version: (id) => programme?.versions.find((each) => each.id === id)?.version ?? null,
  };
}
