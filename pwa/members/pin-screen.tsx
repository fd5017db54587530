import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import { setMyPin } from "../../shared/members/endpoints.ts";
import { toast } from "../../shared/ui/index.ts";
import { ask } from "../shell/api.ts";
import { type Trouble, troubleOf } from "../shell/trouble.ts";
import { PATHS } from "../shell/base.ts";
import { words } from "../words.ts";
import { PinView } from "./pin-view.tsx";
import { member, putMember } from "./session.ts";

/** Sets or changes the PIN. */
export default function PinScreen() {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { route } = useLocation();
  const save = async (pin: string, currentPin: string | null) => {
    setBusy(true);
    setTrouble(null);
    try {
      await ask(setMyPin, { body: currentPin === null ? { pin } : { pin, currentPin } });
      if (member.value) putMember({ ...member.value, hasPin: true });
      toast(words.value.pin.saved);
      if (history.length > 1) history.back();
      else route(PATHS.me, true);
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <PinView
      hasPin={member.value?.hasPin ?? false}
      busy={busy}
      trouble={trouble}
      onSave={(pin, current) => void save(pin, current)}
    />
  );
}
