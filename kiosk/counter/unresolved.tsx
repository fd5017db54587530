import { useState } from "preact/hooks";
import { Button, Dialog, EmptyState, toast } from "../../shared/ui/index.ts";
import { CircleCheck } from "lucide-preact";
import type { Command } from "../commands/command.ts";
import { OutcomeUnknown } from "../commands/send-once.ts";
import { sayCode, sayShort } from "../problems/say-problem.ts";
import { Trouble } from "../problems/trouble.tsx";
import { askAgain, unresolved, unresolvedOpen } from "./commands.ts";
import { counterWords } from "./words.ts";

/** Operations whose answer was lost: each is asked about again, under its own key. */
export function Unresolved() {
  const t = counterWords.value.unresolved;
  const waiting = unresolved.value;
  // Settled is not booked: what was refused has left this list too.
  const none = waiting.length === 0;
  return (
    <Dialog
      open={unresolvedOpen.value}
      title={none ? t.none : t.title}
      onClose={() => unresolvedOpen.value = false}
      actions={
        <Button autofocus onClick={() => unresolvedOpen.value = false}>
          {none ? t.goOn : t.later}
        </Button>
      }
    >
      {none ? <EmptyState icon={<CircleCheck />} title={t.noneHint} /> : (
        <>
          <p class="soft">{t.hint}</p>
          <ul class="unresolved">
            {waiting.map((each) => <Waiting key={each.key} command={each} />)}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function Waiting(props: { command: Command }) {
  const { command } = props;
  const t = counterWords.value.unresolved;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const check = async () => {
    setBusy(true);
    setError(null);
    try {
      const asked = await askAgain(command);
      if (asked.end === "booked") toast(t.booked);
      else if (asked.end === "left") toast(t.asLeft, "danger", 8_000);
      else {toast(
          t.asTask(sayCode(asked.refusal.code, asked.refusal.fields).title),
          "danger",
          8_000,
        );}
    } catch (refused) {
      if (refused instanceof OutcomeUnknown) setError(refused.cause);
      else toast(t.refused(sayShort(refused)), "danger", 8_000);
    }
    setBusy(false);
  };
  return (
    <li>
      <div class="inline apart">
        <span class="stack unresolved-what">
          <strong>{t.kinds[command.endpoint]} · {command.label}</strong>
          <span class="small soft">{t.madeAt(command.madeAt)}</span>
        </span>
        <Button variant="primary" busy={busy} onClick={check}>{t.check}</Button>
      </div>
      <Trouble error={error} />
    </li>
  );
}
