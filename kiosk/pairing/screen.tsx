import { useEffect, useState } from "preact/hooks";
import { LangSwitch, Seal } from "../../shared/ui/index.ts";
import type { PairingKept, TerminalKind } from "../terminal/credential.ts";
import { askForCode, pairingUnderWay } from "../terminal/pair.ts";
import { words } from "../words.ts";
import { ChooseUse } from "./choose-use.tsx";
import { ShowCode } from "./show-code.tsx";
import "./style.css";

/** The first start of a device: what it is for, then the code that a manager approves. */
export function Pairing(props: { underWay?: PairingKept }) {
  const t = words.value.pairing;
  const [pairing, setPairing] = useState<PairingKept | null>(props.underWay ?? null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!props.underWay) void pairingUnderWay(Date.now()).then(setPairing);
  }, []);
  const getCode = async (kind: TerminalKind, label: string) => {
    setBusy(true);
    setError(null);
    try {
      setPairing(await askForCode(kind, label));
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  return (
    <main class="pairing">
      <header class="pairing-head">
        <Seal />
        <LangSwitch />
      </header>
      <div class="pairing-body">
        <p class="pairing-step">{t.step(pairing ? 2 : 1, 2)}</p>
        {pairing
          ? (
            <ShowCode
              pairing={pairing}
              busy={busy}
              onAgain={() => getCode(pairing.kind, pairing.label)}
              onBack={() => setPairing(null)}
            />
          )
          : <ChooseUse busy={busy} error={error} onChosen={getCode} />}
      </div>
    </main>
  );
}
