import { ScrollText } from "lucide-preact";
import { Button, QrCode } from "../../shared/ui/index.ts";
import { goTo } from "../visit/visit.ts";
import { words } from "../words.ts";
import "./earn-more.css";

/** What is better done on the own phone: check-in, surveys, inviting a friend. */
export function EarnMore() {
  const t = words.value.home;
  return (
    <aside class="earn-more" aria-label={t.earnTitle}>
      <QrCode text={`${location.origin}/card/earn`} label={t.earnQr} />
      <div>
        <h2>{t.earnTitle}</h2>
        <p class="soft">{t.earnHint}</p>
        <Button icon={<ScrollText />} onClick={() => goTo("programme")}>{t.how}</Button>
      </div>
    </aside>
  );
}
