import { CloudUpload, Coins, UserRound, UserRoundX } from "lucide-preact";
import { Problem } from "../../shared/problems.ts";
import { Button, Dialog, formats, MoneyText, Spinner } from "../../shared/ui/index.ts";
import { dropMember, member, type Unchecked, unchecked } from "../counter/member.ts";
import { counterWords } from "../counter/words.ts";
import { Trouble } from "../problems/trouble.tsx";
import { offlineWords } from "../offline/words.ts";
import { online } from "../terminal/ask.ts";
import { type Agreed, sumNow } from "./agreed.ts";
import { pay, payAgain, payAnew } from "./pay.ts";
import { agreeAnew, askForMoney, phase } from "./phase.ts";
import { startOver } from "./sale.ts";

/** From "has the money been received?" to an outcome that is known. */
export function PayDialog() {
  const now = phase.value;
  if (now.name === "ringing" || now.name === "done" || now.name === "kept") return null;
  if (now.name === "unknown") return <Unknown {...now} />;
  if (now.name === "changed") return <Changed before={now.before} />;
  if (now.name === "refused") return <Refused {...now} />;
  return <Confirm agreed={now.agreed} sending={now.name === "sending" ? now : null} />;
}

const back = () => phase.value = { name: "ringing" };

/** What the customer pays, in money and in points. */
function Sum(props: Agreed) {
  const { payFen, offset } = props;
  return (
    <>
      <p class="pay-total">
        <MoneyText fen={payFen} size="hero" />
      </p>
      {offset && (
        <p class="pay-whose">
          <Coins aria-hidden="true" />
          {counterWords.value.offset.wasPaid(offset.points, formats.value.money(offset.fen))}
        </p>
      )}
    </>
  );
}

function Confirm(props: { agreed: Agreed; sending: { slow: boolean } | null }) {
  const { agreed } = props;
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
      <Sum {...agreed} />
      <p class="pay-whose">
        {known || read ? <UserRound aria-hidden="true" /> : <UserRoundX aria-hidden="true" />}
        {known ? t.forMember(known.member.nameMasked) : read ? readText(read) : t.withoutMember}
      </p>
      {!online.value && !agreed.offset && (
        <p class="pay-whose">
          <CloudUpload aria-hidden="true" />
          {t.keptThen}
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

/** The sum is no more what the customer was told: it is asked for anew. */
function Changed(props: { before: Agreed }) {
  const { sale: t, offset } = counterWords.value;
  const { money } = formats.value;
  const now = sumNow.value;
  const noPoints = !online.value && props.before.offset && !now.offset;
  return (
    <Dialog
      open
      size="s"
      title={t.changedTitle}
      onClose={back}
      actions={
        <>
          <Button size="l" onClick={back}>{t.confirmNo}</Button>
          <Button size="l" variant="primary" onClick={agreeAnew}>
            {t.payOf(money(now.payFen))}
          </Button>
        </>
      }
    >
      <p class="pay-changed" role="alert">
        {noPoints ? offset.notOffline(money(now.payFen)) : t.changed(money(now.payFen))}
      </p>
      <p class="soft">{t.changedFrom(money(props.before.payFen))}</p>
      <Sum {...now} />
    </Dialog>
  );
}

function readText({ kind, digits }: Unchecked): string {
  const t = offlineWords.value.member;
  return kind === "card" ? t.card(`**** ${digits.slice(-4)}`) : t.code;
}

function Refused(props: { error: unknown; orderNo: string; agreed: Agreed }) {
  const t = counterWords.value;
  const { error, agreed } = props;
  const code = error instanceof Problem ? error.code : null;
  const scanOver = code === "scan-expired" || code === "scan-used";
  if (code === "order-exists") return <NumberTaken orderNo={props.orderNo} />;
  const withoutMember = () => {
    dropMember();
    askForMoney();
  };
  return (
    <Dialog
      open
      size="s"
      title={scanOver ? t.sale.expiredMember : t.sale.payOf(formats.value.money(agreed.payFen))}
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

/** The number is another sale's, or this very sale was booked: only a look at it tells. */
function NumberTaken(props: { orderNo: string }) {
  const t = counterWords.value.sale;
  return (
    <Dialog
      open
      size="s"
      title={t.numberTaken(props.orderNo)}
      onClose={back}
      actions={
        <>
          <Button size="l" autofocus onClick={back}>{t.confirmNo}</Button>
          <Button size="l" variant="primary" onClick={() => payAnew()}>{t.newNumber}</Button>
        </>
      }
    >
      <p>{t.numberTakenHint}</p>
    </Dialog>
  );
}

/** No answer came. The same key is asked about again; the next customer need not wait. */
function Unknown(props: { busy: boolean; agreed: Agreed }) {
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
      <Sum {...props.agreed} />
    </Dialog>
  );
}
