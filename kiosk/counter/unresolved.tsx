import { useState } from "preact/hooks";
import { Problem } from "../../shared/problems.ts";
import { Button, Dialog, EmptyState, toast } from "../../shared/ui/index.ts";
import { CircleCheck } from "lucide-preact";
import type { Command } from "../commands/command.ts";
import { OutcomeUnknown } from "../commands/send-once.ts";
import { sayShort } from "../problems/say-problem.ts";
import { Trouble } from "../problems/trouble.tsx";
import { resolve, unresolved } from "./commands.ts";
import { unresolvedOpen } from "./top-bar.tsx";
import { counterWords } from "./words.ts";

/** Operations whose answer was lost: each is asked about again, under its own key. */
export function Unresolved() {
  const t = counterWords.value.unresolved;
  const waiting = unresolved.value;
  return (
    <Dialog
      open={unresolvedOpen.value}
      title={t.title}
      onClose={() => unresolvedOpen.value = false}
      actions={<Button autofocus onClick={() => unresolvedOpen.value = false}>{t.later}</Button>}
    >
      {waiting.length === 0 ? <EmptyState icon={<CircleCheck />} title={t.booked} /> : (
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
      await resolve(command);
      toast(t.booked);
    } catch (refused) {
      if (refused instanceof OutcomeUnknown) setError(refused.cause);
      else sayOutcome(refused);
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

/** A refusal of an old command. An order number that is taken is taken by this very order. */
export function sayOutcome(refused: unknown): void {
  const t = counterWords.value.unresolved;
  if (refused instanceof Problem && refused.code === "order-exists") toast(t.booked);
  else toast(t.refused(sayShort(refused)), "danger", 8_000);
}
