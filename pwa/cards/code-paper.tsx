import { RotateCw } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { groupDigits } from "../../shared/cards/card-code.ts";
import { LAST_REFRESH, STEP_SECONDS } from "../../shared/cards/ecard.ts";
import {
  Barcode128,
  Button,
  ConfirmDialog,
  CountdownRing,
  QrCode,
  Spinner,
} from "../../shared/ui/index.ts";
import { words } from "../words.ts";
import type { ShownCode } from "./rotation.ts";
import "./code-paper.css";

/** Digits hide again by themselves: a phone on the counter is seen by many. */
const DIGITS_SHOWN_MS = 60_000;

export interface CodePaperProps {
  code: ShownCode | null;
  left: number;
  onRenew: () => void;
  /** The page is hidden: nothing may be seen in the app switcher. */
  hidden?: boolean;
  /** For the bench: digits already shown. */
  digitsOpen?: boolean;
}

/** The white paper with both codes. It stays white in the dark: readers need dark on light. */
export function CodePaper(props: CodePaperProps) {
  const { code, hidden } = props;
  const t = words.value.card;
  if (!code) {
    return (
      <section class="code-paper code-waiting" role="status">
        {!hidden && <Spinner size="m" />}
        <p>{hidden ? t.hidden : t.preparing}</p>
      </section>
    );
  }
  return <Codes {...props} code={code} />;
}

function Codes(props: CodePaperProps & { code: ShownCode }) {
  const { code, left, onRenew } = props;
  const [asking, setAsking] = useState(false);
  const [digits, setDigits] = useState(props.digitsOpen ?? false);
  useEffect(() => {
    if (!digits) return;
    const timer = setTimeout(() => setDigits(false), DIGITS_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [digits]);
  const t = words.value.card;
  const usedUp = code.refresh >= LAST_REFRESH;
  return (
    <>
      <section class="code-paper" aria-label={t.title}>
        <Barcode128 text={code.digits} label={t.barcode} />
        <div class="code-digits">
          {digits && <p class="numbers" aria-label={t.digitsLabel}>{groupDigits(code.digits)}</p>}
          <button
            type="button"
            class="code-digits-button"
            onClick={() => digits ? setDigits(false) : setAsking(true)}
          >
            {digits ? t.hideDigits : t.showDigits}
          </button>
        </div>
        <QrCode text={code.digits} label={t.qr} />
        <div class="code-row">
          <span class="code-left">
            <CountdownRing size="s" left={left} of={STEP_SECONDS} label={t.nextIn(left)} />
            {t.hint}
          </span>
          <Button
            size="s"
            variant="quiet"
            icon={<RotateCw />}
            disabled={usedUp}
            title={usedUp ? t.refreshUsedUp : undefined}
            onClick={onRenew}
          >
            {t.refresh}
          </Button>
        </div>
      </section>
      <DigitsWarning
        open={asking}
        onClose={() => setAsking(false)}
        onShow={() => {
          setAsking(false);
          setDigits(true);
        }}
      />
    </>
  );
}

/** Digits are what swindlers ask for on the phone, so they stand behind a tap and a warning. */
function DigitsWarning(props: { open: boolean; onClose: () => void; onShow: () => void }) {
  const t = words.value.card;
  return (
    <ConfirmDialog
      open={props.open}
      title={t.digitsTitle}
      confirm={t.digitsShow}
      onClose={props.onClose}
      onConfirm={props.onShow}
    >
      <p>{t.digitsWarning}</p>
    </ConfirmDialog>
  );
}
