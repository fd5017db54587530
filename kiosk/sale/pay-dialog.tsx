import { CloudUpload, Coins, UserRound, UserRoundX } from "lucide-preact";
import { Problem } from "../../shared/problems.ts";
import { Button, Dialog, formats, MoneyText, Spinner } from "../../shared/ui/index.ts";
import { dropMember, member, type Unchecked, unchecked } from "../counter/member.ts";
import { counterWords } from "../counter/words.ts";
import { Trouble } from "../problems/trouble.tsx";
import { offlineWords } from "../offline/words.ts";
import { online } from "../terminal/ask.ts";
import { payFen, used } from "./paying.ts";
import { pay, payAgain, phase, startOver } from "./sale.ts";

/** From "has the money been received?" to an outcome that is known. */
export function PayDialog() {
  const now = phase.value;
  if (now.name === "ringing" || now.name === "done" || now.name === "kept") return null;
  if (now.name === "unknown") return <Unknown busy={now.busy} />;
  if (now.name === "refused") return <Refused error={now.error} />;
  return <Confirm sending={now.name === "sending" ? now : null} />;
}

const back = () => phase.value = { name: "ringing" };

function Confirm(props: { sending: { slow: boolean } | null }) {
  const t = counterWords.value.sale;
  const busy = props.sending !== null;
  const known = member.value;
  const read = unchecked.value;
  return (
    <Dialog
      open
      size="s"
      stubborn={busy}
      title={t.confirmTitle}
      onClose={back}
      actions={
        <>
          <Button size="l" disabled={busy} onClick={back}>{t.confirmNo}</Button>
          <Button
            size="l"
            variant="primary"
            busy={busy}
            autofocus
            onClick={() => pay()}
          >
            {t.confirmYes}
          </Button>
        </>
      }
    >
      <p class="pay-total">
        <MoneyText fen={payFen.value} size="hero" />
      </p>
      {used.value && (
        <p class="pay-whose">
          <Coins aria-hidden="true" />
          {counterWords.value.offset.wasPaid(
            used.value.points,
            formats.value.money(used.value.fen),
          )}
        </p>
      )}
      <p class="pay-whose">
        {known || read ? <UserRound aria-hidden="true" /> : <UserRoundX aria-hidden="true" />}
        {known ? t.forMember(known.member.nameMasked) : read ? readText(read) : t.withoutMember}
      </p>
      {!online.value && (
        <p class="pay-whose">
          <CloudUpload aria-hidden="true" />
          {offlineWords.value.kept.hint}
        </p>
      )}
      {props.sending && (
        <p class="pay-busy" role="status">
          <Spinner />
          {props.sending.slow ? t.slow : t.sending}
        </p>
      )}
    </Dialog>
  );
}

function readText({ kind, digits }: Unchecked): string {
  const t = offlineWords.value.member;
  return kind === "card" ? t.card(`**** ${digits.slice(-4)}`) : t.code;
}

function Refused(props: { error: unknown }) {
  const t = counterWords.value;
  const { error } = props;
  const code = error instanceof Problem ? error.code : null;
  const scanOver = code === "scan-expired" || code === "scan-used";
  const withoutMember = () => {
    dropMember();
    phase.value = { name: "confirming" };
  };
  return (
    <Dialog
      open
      size="s"
      title={scanOver ? t.sale.expiredMember : t.sale.payOf(formats.value.money(payFen.value))}
      onClose={back}
      actions={
        <>
          {scanOver && <Button onClick={withoutMember}>{t.member.remove}</Button>}
          <Button variant="primary" autofocus onClick={back}>{t.sale.confirmNo}</Button>
        </>
      }
    >
      {scanOver && <p>{t.sale.expiredMemberHint}</p>}
      <Trouble error={error} />
    </Dialog>
  );
}

/** No answer came. The same key is asked about again; the next customer need not wait. */
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
            onClick={() => payAgain()}
          >
            {t.unknownRetry}
          </Button>
        </>
      }
    >
      <p>{t.unknownHint}</p>
      <p class="pay-total">
        <MoneyText fen={payFen.value} size="hero" />
      </p>
    </Dialog>
  );
}
