import { useSignalEffect } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { keepAwake } from "../../shared/ui/index.ts";
import { me, member, points } from "../members/session.ts";
import { type Trouble, troubleOf } from "../shell/trouble.ts";
import { clockJumped } from "../shell/clock.ts";
import { lastMove } from "../shell/live.ts";
import { online } from "../shell/online.ts";
import { CardView } from "./card-view.tsx";
import { enrolCredential, recallCredential } from "./credential.ts";
import { type Rotation, startRotation } from "./rotation.ts";

/** The card room: wakes the screen, makes codes, renews after one was used. */
export default function CardScreen() {
  const { rotation, trouble, busy, retry } = useCard(member.value?.deviceId);
  useEffect(keepAwake, []);
  useSignalEffect(() => {
    if (lastMove.value > 0) rotation?.renew();
  });
  if (!member.value) return null;
  return (
    <CardView
      member={member.value}
      points={points.value}
      code={rotation?.code.value ?? null}
      left={rotation?.left.value ?? 15}
      hidden={document.hidden}
      onRenew={() => rotation?.renew()}
      keyTrouble={trouble && { offline: trouble.offline, busy, onRetry: retry }}
      clockJumped={clockJumped.value}
      onSyncClock={() => void me.load()}
    />
  );
}

function useCard(deviceId: string | undefined) {
  const [rotation, setRotation] = useState<Rotation | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const connected = online.value;
  useEffect(() => {
    if (!deviceId || rotation) return;
    let gone = false;
    const open = async () => {
      setBusy(true);
      try {
        const credential = await recallCredential(deviceId) ?? await enrolCredential(deviceId);
        if (gone) return;
        setRotation(startRotation(credential));
        setTrouble(null);
      } catch (error) {
        if (!gone) setTrouble(troubleOf(error));
      } finally {
        if (!gone) setBusy(false);
      }
    };
    void open();
    return () => void (gone = true);
  }, [deviceId, attempt, connected]);
  useEffect(() => () => rotation?.stop(), [rotation]);
  return { rotation, trouble, busy, retry: () => setAttempt(attempt + 1) };
}
