import { useState } from "preact/hooks";
import { addMonths, dayOf } from "../../shared/business-day.ts";
import type { TierStep } from "../../shared/tiers/endpoints.ts";
import { Button, commonWords, Dialog, Facts, formats, toast } from "../../shared/ui/index.ts";
import type { Command } from "../commands/command.ts";
import { OutcomeUnknown } from "../commands/send-once.ts";
import { Trouble } from "../problems/trouble.tsx";
import { nameOf } from "../shell/name-in.ts";
import { serverNow } from "../terminal/clock.ts";
import { points, scanAgain } from "../visit/visit.ts";
import { tierWords } from "../words.ts";
import { buy, buyAgain } from "./buy.ts";

type State =
  | { name: "asking" }
  | { name: "sending" }
  | { name: "refused"; error: unknown }
  | { name: "unknown"; command: Command };

/** What a step costs and until when it is held: really? */
export function AskBuy({ step, onClose }: { step: TierStep; onClose: () => void }) {
  const t = tierWords.value.purchase;
  const f = formats.value;
  const [state, setState] = useState<State>({ name: "asking" });
  const price = step.pricePoints ?? 0;
  const send = async () => {
    const { name } = state;
    setState({ name: "sending" });
    try {
      const bought = name === "unknown"
        ? await buyAgain(state.command, () => {})
        : await buy(step, () => {});
      if (bought) toast(t.done(nameOf(bought.tier)), "good");
      onClose();
    } catch (error) {
      if (error instanceof OutcomeUnknown) setState({ name: "unknown", command: error.command });
      else if (!scanAgain(error)) setState({ name: "refused", error });
    }
  };
  const busy = state.name === "sending";
  return (
    <Dialog
      open
      stubborn={busy || state.name === "unknown"}
      title={t.title}
      onClose={onClose}
      actions={
        <>
          <Button size="l" disabled={busy} onClick={onClose}>{commonWords.value.cancel}</Button>
          {state.name !== "refused" && (
            <Button
              size="l"
              variant="primary"
              busy={busy}
              onClick={() => void send()}
            >
              {state.name === "unknown" ? commonWords.value.retry : t.confirm}
            </Button>
          )}
        </>
      }
    >
      <Facts
        facts={[
          [t.to, nameOf(step)],
          [t.pay, f.count(price)],
          [t.left, f.count((points.value?.spendable ?? 0) - price)],
          [t.until, f.day(addMonths(dayOf(serverNow()), step.priceMonths))],
        ]}
      />
      {state.name === "refused" && <Trouble error={state.error} />}
      {state.name === "unknown" && <p role="alert">{t.unknownTitle}</p>}
    </Dialog>
  );
}
