import { Banner } from "../../shared/ui/index.ts";
import { type StartDraft, startRules } from "./start-fields.tsx";
import { useNaming } from "./use-names.ts";
import { toCome } from "./versions.tsx";
import { words } from "./words.ts";

/** The version that is set for a later day and will replace what is published now. */
export function Following({ start }: { start: StartDraft }) {
  const t = words.value.publish;
  const { versions } = useNaming().programme;
  const from = start.when === "now" ? Date.now() : startRules.instant(start.on);
  const next = toCome(versions, from)[0];
  if (!next) return null;
  return (
    <Banner tone="warn" title={t.follows(next.version, next.effectiveFrom)}>
      {t.followsText}
    </Banner>
  );
}
