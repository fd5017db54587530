import { Compass, Unplug } from "lucide-preact";
import { Button, ButtonLink, EmptyState } from "../../shared/ui/index.ts";
import { shellWords } from "../words.ts";
import { Page } from "./page.tsx";

/** No such screen, or none for this role. */
export function Lost() {
  const t = shellWords.value;
  return (
    <Page title={t.lostTitle}>
      <EmptyState
        icon={<Compass />}
        title={t.lostText}
        action={<ButtonLink href="/console/">{t.lostBack}</ButtonLink>}
      />
    </Page>
  );
}

/** A screen that failed to load or to draw. */
export function Broken() {
  const t = shellWords.value;
  return (
    <Page title={t.brokenTitle}>
      <EmptyState
        icon={<Unplug />}
        title={t.brokenText}
        action={<Button variant="primary" onClick={() => location.reload()}>{t.reload}</Button>}
      />
    </Page>
  );
}
