import { useState } from "preact/hooks";
import type { Command } from "../commands/command.ts";
import { OutcomeUnknown } from "../commands/send-once.ts";
import type { GiftView } from "../../shared/gifts/endpoints.ts";
import {
  Button,
  commonWords,
  Dialog,
  formats,
  GiftPicture,
  Spinner,
} from "../../shared/ui/index.ts";
import { Trouble } from "../problems/trouble.tsx";
import { nameOf } from "../shell/name-in.ts";
import { leave, loadGifts, points, scanAgain } from "../visit/visit.ts";
import { words } from "../words.ts";
import { mallWords } from "./mall-words.ts";
import { swap, swapAgain } from "./swap.ts";

export type SwapState =
  | { name: "asking" }
  | { name: "sending"; slow: boolean }
  | { name: "refused"; error: unknown }
  | { name: "unknown"; command: Command };

interface AskSwapProps {
  gift: GiftView;
  onClose: () => void;
  /** Where to begin, for the bench. */
  state?: SwapState;
}

/** "Really?", and everything that can come of a yes. */
export function AskSwap(props: AskSwapProps) {
  const { gift, onClose } = props;
  const t = words.value.gift;
  const [state, setState] = useState<SwapState>(props.state ?? { name: "asking" });
  const run = async (work: (swapping: { onRepeat: () => void }) => Promise<void>) => {
    setState({ name: "sending", slow: false });
    try {
      await work({ onRepeat: () => setState({ name: "sending", slow: true }) });
    } catch (error) {
      if (error instanceof OutcomeUnknown) setState({ name: "unknown", command: error.command });
      else if (!scanAgain(error)) setState({ name: "refused", error });
    }
  };
  const close = () => {
    if (state.name === "refused") void loadGifts();
    onClose();
  };
  if (state.name === "unknown") {
    return <Unknown onAgain={() => run((s) => swapAgain(state.command, s))} />;
  }
  const busy = state.name === "sending";
  return (
    <Dialog
      open
      stubborn={busy}
      title={t.askTitle}
      onClose={close}
      actions={state.name === "refused"
        ? <Button size="l" block onClick={close}>{words.value.gifts.back}</Button>
        : (
          <>
            <Button size="l" disabled={busy} onClick={close}>{t.no}</Button>
            <Button
              size="l"
              variant="primary"
              busy={busy}
              onClick={() => run((s) => swap(gift, s))}
            >
              {t.yes}
            </Button>
          </>
        )}
    >
      <Question gift={gift} />
      {state.name === "sending" && (
        <p class="swap-busy" role="status">
          <Spinner />
          {state.slow ? t.slow : t.sending}
        </p>
      )}
      {state.name === "refused" && <Trouble error={state.error} />}
    </Dialog>
  );
}

function Question(props: { gift: GiftView }) {
  const { gift } = props;
  const t = words.value.gift;
  const left = (points.value?.spendable ?? 0) - gift.points;
  return (
    <div class="swap">
      <GiftPicture src={gift.picture} width="320" height="320" />
      <div class="stack">
        <p class="swap-what">
          {t.ask(nameOf(gift), mallWords.value.price(gift.points, gift.moneyFen))}
        </p>
        {gift.moneyFen > 0 && <p>{mallWords.value.moneyHint(gift.moneyFen)}</p>}
        <p class="soft">
          {t.after} <strong class="numbers">{formats.value.count(left)}</strong>
        </p>
      </div>
    </div>
  );
}

/** The answer never came. The visitor may ask again, at no cost, or trust the phone. */
function Unknown(props: { onAgain: () => void }) {
  const t = words.value.gift;
  return (
    <Dialog
      open
      stubborn
      title={t.unknown}
      onClose={() => {}}
      actions={
        <>
          <Button size="l" onClick={() => leave()}>{t.unknownLeave}</Button>
          <Button size="l" variant="primary" onClick={props.onAgain}>
            {commonWords.value.retry}
          </Button>
        </>
      }
    >
      <p>{t.unknownHint}</p>
      <p class="soft">{t.unknownLeaveHint}</p>
    </Dialog>
  );
}
