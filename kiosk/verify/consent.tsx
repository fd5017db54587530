import { useState } from "preact/hooks";
import type { ScanView } from "../../shared/cards/endpoints.ts";
import { Segmented } from "../../shared/ui/index.ts";
import { consented } from "../counter/member.ts";
import { counterWords } from "../counter/words.ts";
import { words } from "../words.ts";
import { ByCode } from "./by-code.tsx";
import { ByPin } from "./by-pin.tsx";

/** The member's consent at the counter: PIN or one-time code, entered by the member on this screen. */
export function Consent(props: { scan: ScanView }) {
  const { scan } = props;
  const v = words.value.verify;
  const [way, setWay] = useState<"pin" | "code">(scan.hasPin ? "pin" : "code");
  const proof = {
    scan,
    onProved: consented,
    onExpired: () => false,
  };
  if (!scan.hasPin && !scan.hasPhone) return <p>{v.noneHint}</p>;
  return (
    <div class="stack consent">
      <p class="consent-turn">{counterWords.value.redeem.proof}</p>
      {scan.hasPin && scan.hasPhone && (
        <Segmented
          block
          label={v.ways}
          value={way}
          onChange={setWay}
          options={[{ value: "pin", label: v.pinTab }, { value: "code", label: v.codeTab }]}
        />
      )}
      {way === "pin" ? <ByPin {...proof} /> : <ByCode {...proof} />}
    </div>
  );
}
