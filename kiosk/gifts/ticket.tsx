import { Check, Gift as GiftIcon, Printer, Smartphone } from "lucide-preact";
import { groupDigits } from "../../shared/cards/card-code.ts";
import type { ClaimView } from "../../shared/gifts/endpoints.ts";
import {
  Button,
  formats,
  GiftPicture,
  lang,
  printReceipt,
  QrCode,
  ReceiptLine,
  ReceiptPaper,
  ReceiptRule,
} from "../../shared/ui/index.ts";
import { nameOf, storeNameOf } from "../shell/name-in.ts";
import { Frame } from "../visit/frame.tsx";
import { claim, giftId, goTo, leave, points } from "../visit/visit.ts";
import { words } from "../words.ts";
import { mallWords } from "./mall-words.ts";
import "./ticket.css";

/** The claim: a code to show at the service desk. */
export function Ticket() {
  const made = claim.value;
  if (!made) return null;
  const more = () => {
    claim.value = null;
    giftId.value = null;
    goTo("gifts");
  };
  const t = words.value.ticket;
  return (
    <Frame class="ticket">
      <div class="ticket-head">
        <span class="ticket-check" aria-hidden="true">
          <Check />
        </span>
        <h1 class="frame-title">{t.title}</h1>
        <p class="soft">{leadOf(made)}</p>
      </div>
      <Stub claim={made} />
      <p class="ticket-phone">
        <Smartphone aria-hidden="true" />
        {t.phone}
      </p>
      <div class="ticket-actions">
        <Button size="l" icon={<Printer />} onClick={() => printReceipt()}>{t.print}</Button>
        <Button size="l" icon={<GiftIcon />} onClick={more}>{t.more}</Button>
        <Button size="l" variant="primary" onClick={() => leave()}>{t.finish}</Button>
      </div>
      <Paper claim={made} />
    </Frame>
  );
}

const leadOf = (made: ClaimView): string => {
  const t = words.value.ticket;
  if (made.event) return mallWords.value.ticketEvent;
  return made.state === "handed-over" ? t.leadVirtual : t.lead;
};
const giftName = (made: ClaimView): string =>
  made.quantity > 1
    ? `${nameOf(made.gift)} ${mallWords.value.quantity(made.quantity)}`
    : nameOf(made.gift);
const venueOf = (event: { venueZh: string; venueEn: string }): string =>
  lang.value === "zh-CN" ? event.venueZh : event.venueEn;

function Stub(props: { claim: ClaimView }) {
  const made = props.claim;
  const t = words.value.ticket;
  const m = mallWords.value;
  return (
    <article class="stub">
      <div class="stub-gift">
        <GiftPicture src={made.gift.picture} width="320" height="320" />
        <div>
          <p class="stub-name">{giftName(made)}</p>
          <p class="soft">{t.spent(made.points)}</p>
          {points.value && (
            <p class="soft">
              {t.left}{" "}
              <strong class="numbers">{formats.value.count(points.value.spendable)}</strong>
            </p>
          )}
        </div>
      </div>
      <div class="stub-code">
        <QrCode text={made.code} label={t.code} />
        <p class="stub-digits numbers">{groupDigits(made.code)}</p>
        {made.moneyFen > 0 && (
          <p>
            <strong>{m.ticketMoney(made.moneyFen)}</strong>
          </p>
        )}
        {made.event
          ? (
            <>
              <p>{formats.value.dateTime(made.event.at)}</p>
              <p class="stub-until">{venueOf(made.event)}</p>
            </>
          )
          : (
            <>
              <p>{t.where(storeNameOf(made))}</p>
              <p class="stub-until">{t.until(made.expiresAt)}</p>
            </>
          )}
      </div>
    </article>
  );
}

/** The same on 80 mm paper; on screen only the printer sees it. */
function Paper(props: { claim: ClaimView }) {
  const made = props.claim;
  const t = words.value.ticket;
  const m = mallWords.value;
  return (
    <div class="paper-away" aria-hidden="true">
      <ReceiptPaper label={t.paper}>
        <h2>{t.paper}</h2>
        <p class="center">{storeNameOf(made)}</p>
        <ReceiptRule />
        <ReceiptLine strong name={nameOf(made.gift)} value={m.quantity(made.quantity)} />
        <ReceiptLine name={t.spent(made.points)} />
        {made.moneyFen > 0 && <ReceiptLine strong name={m.ticketMoney(made.moneyFen)} />}
        {made.event && <ReceiptLine name={formats.value.dateTime(made.event.at)} />}
        {made.event && <ReceiptLine name={venueOf(made.event)} />}
        <ReceiptLine name={formats.value.dateTime(made.claimedAt)} />
        <ReceiptRule />
        <QrCode text={made.code} label={t.code} />
        <p class="center">{groupDigits(made.code)}</p>
        <p class="center">{t.until(made.expiresAt)}</p>
        <p class="center">{t.paperHint}</p>
      </ReceiptPaper>
    </div>
  );
}
