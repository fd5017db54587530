import { useEffect, useState } from "preact/hooks";
import { Button, Spinner } from "../../shared/ui/index.ts";
import { Trouble } from "../problems/trouble.tsx";
import type { PairingKept } from "../terminal/credential.ts";
import { followCode, isOver } from "../terminal/pair.ts";
import { words } from "../words.ts";

/** How often the server is asked whether the manager has approved. */
const FOLLOW_EVERY_MS = 3_000;

interface ShowCodeProps {
  pairing: PairingKept;
  busy: boolean;
  onAgain: () => void;
  onBack: () => void;
}

/** The pairing code, big enough to be read across the shop, until it is approved or over. */
export function ShowCode(props: ShowCodeProps) {
  const { pairing, busy, onAgain, onBack } = props;
  const t = words.value.pairing;
  const { over, error } = useFollowing(pairing);
  const code = `${pairing.code.slice(0, 4)}-${pairing.code.slice(-4)}`;
  return (
    <div class="stack pairing-form">
      <h1>{over ? t.over : t.codeTitle}</h1>
      {over ? <p class="soft">{t.overHint}</p> : (
        <ol class="pairing-how">
          {t.how.map((step) => <li key={step}>{step}</li>)}
        </ol>
      )}
      <p class={`pairing-code ${over ? "pairing-code-over" : ""}`} aria-label={t.codeLabel}>
        {[...code].map((letter, index) => <span key={index}>{letter}</span>)}
      </p>
      {!over && <Waiting pairing={pairing} />}
      {!over && <Trouble error={error} />}
      <div class="inline pairing-actions">
        <Button size="l" onClick={onBack}>{t.startOver}</Button>
        {over && <Button size="l" variant="primary" busy={busy} onClick={onAgain}>{t.again}
        </Button>}
      </div>
    </div>
  );
}

function Waiting(props: { pairing: PairingKept }) {
  const t = words.value.pairing;
  const minutes = useMinutesLeft(props.pairing.expiresAt);
  return (
    <div class="pairing-waiting" role="status">
      <Spinner />
      <span>{t.waiting}</span>
      <span class="soft">{minutes > 0 ? t.expiresIn(minutes) : t.expiresSoon}</span>
    </div>
  );
}

function useFollowing(pairing: PairingKept): { over: boolean; error: unknown } {
  const [over, setOver] = useState(pairing.expiresAt <= Date.now());
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    setOver(pairing.expiresAt <= Date.now());
    setError(null);
    let stopped = false;
    let timer = 0;
    const follow = async () => {
      try {
        if (await followCode(pairing) === "approved") return;
        setError(null);
      } catch (refused) {
        if (isOver(refused)) return setOver(true);
        setError(refused);
      }
      if (!stopped) timer = setTimeout(follow, FOLLOW_EVERY_MS);
    };
    if (pairing.expiresAt > Date.now()) void follow();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [pairing.pairingId]);
  return { over, error };
}

function useMinutesLeft(expiresAt: number): number {
  const left = () => Math.floor((expiresAt - Date.now()) / 60_000);
  const [minutes, setMinutes] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setMinutes(left()), 5_000);
    return () => clearInterval(timer);
  }, [expiresAt]);
  return minutes;
}
