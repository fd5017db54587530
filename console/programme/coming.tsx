import { CalendarClock } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button, Panel } from "../../shared/ui/index.ts";
import { mayI } from "../session.ts";
import type { RulesVersion } from "../use-programme.ts";
import { Changes, changesBetween } from "./changes.tsx";
import { useNaming } from "./use-names.ts";
import { beforeStart, versionAt } from "./versions.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";
import { words } from "./words.ts";

/** A version that is to begin: what it changes of what holds until then, and the way to stop it. */
export function Coming(props: { version: RulesVersion; onChanged: () => void }) {
  const { version, onChanged } = props;
  const t = words.value;
  const naming = useNaming();
  const { versions } = naming.programme;
  const before = beforeStart(versions, version);
  const [withdrawing, setWithdrawing] = useState(false);
  // Where none has begun, the first holds already.
  const stoppable = before && versionAt(versions, Date.now()) && mayI("programme.publish");
  return (
    <Panel
      tone="gold"
      title={
        <span class="coming-title">
          <CalendarClock aria-hidden="true" />
          {t.coming(version.version, version.effectiveFrom)}
        </span>
      }
    >
      <div class="stack">
        {before && (
          <>
            <p class="soft">{t.versions.replaces(before.version)}</p>
            <Changes
              lines={changesBetween(before.body, version.body, naming)}
              none={t.versions.same}
            />
          </>
        )}
        {stoppable && (
          <div>
            <Button size="s" data-act="withdraw" onClick={() => setWithdrawing(true)}>
              {t.versions.withdraw}
            </Button>
          </div>
        )}
      </div>
      {withdrawing && before && (
        <WithdrawDialog
          version={version}
          instead={before.version}
          onClose={() => setWithdrawing(false)}
          onDone={onChanged}
        />
      )}
    </Panel>
  );
}
