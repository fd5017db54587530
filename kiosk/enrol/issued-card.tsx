import { Printer, ScanBarcode, UserPlus } from "lucide-preact";
import { groupDigits } from "../../shared/cards/card-code.ts";
import {
  Barcode128,
  Button,
  formats,
  printReceipt,
  ReceiptLine,
  ReceiptRule,
  Seal,
} from "../../shared/ui/index.ts";
import { counterWords } from "../counter/words.ts";
import type { Issued } from "./issuing.ts";
import { Slip } from "../sale/receipt.tsx";
import { nameOf } from "../shell/name-in.ts";
import { terminal } from "../terminal/standing.ts";

interface IssuedCardProps {
  issued: Issued;
  onNext: () => void;
  /** Ring up for the new member. */
  onUse: (number: string) => void;
}

/** The number of a new card: on the screen, and on paper. */
export function IssuedCard(props: IssuedCardProps) {
  const { number, signUpPoints } = props.issued;
  const t = counterWords.value.enrol;
  const brand = terminal.value?.brand;
  return (
    <div class="done">
      <section class="done-said issued">
        <h1>{signUpPoints === null ? t.cardDone : t.doneTitle}</h1>
        <div class="issued-card tier-paper">
          <div class="inline apart">
            <strong class="issued-brand">{brand ? nameOf(brand) : ""}</strong>
            <Seal />
          </div>
          <div>
            <p class="small">{t.number}</p>
            <p class="issued-number numbers">{groupDigits(number)}</p>
          </div>
        </div>
        <p class="soft">{signUpPoints === null ? t.cardHint : t.signUp(signUpPoints)}</p>
        <div class="done-actions">
          <Button size="l" icon={<Printer />} onClick={() => printReceipt()}>{t.print}</Button>
          <Button size="l" icon={<UserPlus />} onClick={props.onNext}>{t.next}</Button>
          <Button
            size="l"
            variant="primary"
            icon={<ScanBarcode />}
            onClick={() => props.onUse(number)}
          >
            {t.use}
          </Button>
        </div>
      </section>
      <aside class="done-paper">
        <CardSlip issued={props.issued} />
      </aside>
    </div>
  );
}

function CardSlip(props: { issued: Issued }) {
  const { number, signUpPoints } = props.issued;
  const t = counterWords.value.receipt;
  const store = terminal.value?.store;
  return (
    <Slip title={t.cardTitle} store={store ? nameOf(store) : ""} label={t.cardTitle}>
      <ReceiptRule />
      <ReceiptLine strong name={t.cardNumber} />
      <p class="center">{groupDigits(number)}</p>
      <Barcode128 text={number} label={t.cardNumber} />
      {signUpPoints !== null && (
        <ReceiptLine name={t.signUp} value={formats.value.signed(signUpPoints)} />
      )}
      <p class="center">{t.cardHint}</p>
    </Slip>
  );
}
