import { Unplug } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { Banner, Button, EmptyState } from "../../shared/ui/index.ts";
import { countAll } from "../offline/box.ts";
import { offlineWords } from "../offline/words.ts";
import { recall } from "../terminal/database.ts";
import { forgetTerminal, terminal } from "../terminal/standing.ts";
import { words } from "../words.ts";

/** Starts anew with an empty page: nothing of the old store stays on any screen. */
async function pairAgain(): Promise<void> {
  const kept = await recall("credential");
  const known = terminal.value?.terminal.id;
  // Another tab may have paired the device already.
  if (!kept || !known || kept.terminalId === known) await forgetTerminal();
  location.reload();
}

/** The terminal was switched off: what it kept is not sent any more, and is not lost either. */
export function Revoked() {
  const t = words.value.revoked;
  const o = offlineWords.value.left;
  const [unsent, setUnsent] = useState(0);
  useEffect(() => {
    void countAll().then(({ waiting, left }) => setUnsent(waiting + left), () => {});
  }, []);
  return (
    <EmptyState
      icon={<Unplug />}
      title={t.title}
      action={
        <Button variant="primary" size="l" onClick={() => void pairAgain()}>{t.action}</Button>
      }
    >
      {t.hint}
      {unsent > 0 && <Banner tone="warn" title={o.unsent(unsent)}>{o.unsentHint}</Banner>}
    </EmptyState>
  );
}
