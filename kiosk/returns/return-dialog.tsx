import { Button, Dialog, formats, MoneyText } from "../../shared/ui/index.ts";
import { counterWords } from "../counter/words.ts";
import { Trouble } from "../problems/trouble.tsx";
import { refundOf } from "./parts.ts";
import { chosen, giveBack, giveBackAgain, phase, sale, startOver } from "./returning.ts";

/** "Return these?", and everything that can come of a yes. */
export function ReturnDialog() {
  const now = phase.value;
  const view = sale.value;
  if (!view || now.name === "choosing" || now.name === "done") return null;
  if (now.name === "unknown") return <Unknown busy={now.busy} />;
  if (now.name === "refused") return <Refused error={now.error} />;
  return <Confirm refundFen={refundOf(view, chosen.value)} busy={now.name === "sending"} />;
}

const back = () => phase.value = { name: "choosing" };

function Confirm(props: { refundFen: number; busy: boolean }) {
  const { refundFen, busy } = props;
  const t = counterWords.value.returns;
  return (
    <Dialog
      open
      size="s"
      stubborn={busy}
      title={t.askTitle}
      onClose={back}
      actions={
        <>
          <Button size="l" disabled={busy} onClick={back}>
            {counterWords.value.sale.confirmNo}
          </Button>
          <Button size="l" variant="primary" autofocus busy={busy} onClick={() => giveBack()}>
            {t.yes(formats.value.money(refundFen))}
          </Button>
        </>
      }
    >
      <p class="pay-total">
        <MoneyText fen={refundFen} size="hero" />
      </p>
      <p class="soft center">{busy ? t.sending : t.askHint}</p>
    </Dialog>
  );
}

function Refused(props: { error: unknown }) {
  const t = counterWords.value;
  return (
    <Dialog
      open
      size="s"
      title={t.returns.title}
      onClose={back}
      actions={<Button variant="primary" autofocus onClick={back}>{t.sale.confirmNo}</Button>}
    >
      <Trouble error={props.error} />
    </Dialog>
  );
}

function Unknown(props: { busy: boolean }) {
  const t = counterWords.value.sale;
  return (
    <Dialog
      open
      stubborn
      title={t.unknownTitle}
      onClose={() => {}}
      actions={
        <>
          <Button size="l" disabled={props.busy} onClick={startOver}>{t.unknownLater}</Button>
          <Button
            size="l"
            variant="primary"
            autofocus
            busy={props.busy}
            onClick={() => giveBackAgain()}
          >
            {t.unknownRetry}
          </Button>
        </>
      }
    >
      <p>{t.unknownHint}</p>
    </Dialog>
  );
}
