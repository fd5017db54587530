import { KeyRound, MessageSquareText, ShieldCheck, UserX } from "lucide-preact";
import { useState } from "preact/hooks";
import { EmptyState, Segmented } from "../../shared/ui/index.ts";
import { Frame } from "../visit/frame.tsx";
import { giftId, goTo, proved, scan, scanAgain, wantedTier } from "../visit/visit.ts";
import { words } from "../words.ts";
import { ByCode } from "./by-code.tsx";
import { ByPin } from "./by-pin.tsx";
import "./style.css";
import { Button, commonWords } from "../../shared/ui/index.ts";

type Way = "pin" | "code";

/** Proof that it is the member: the spending PIN, or a code sent to their phone. */
export function Verify(props: { way?: Way }) {
  const t = words.value.verify;
  const open = scan.value;
  const [way, setWay] = useState<Way>(props.way ?? (open?.hasPin ? "pin" : "code"));
  if (!open) return null;
  const seeing = giftId.value === null && wantedTier.value === null;
  const possible = open.hasPin || open.hasPhone;
  return (
    <Frame class="verify">
      <div class="verify-head">
        <ShieldCheck aria-hidden="true" />
        <h1 class="frame-title">{t.title}</h1>
        <p class="soft">{seeing ? t.whySee : t.whySpend}</p>
      </div>
      {open.hasPin && open.hasPhone && (
        <Segmented
          block
          label={t.ways}
          value={way}
          onChange={setWay}
          options={[
            { value: "pin", label: t.pinTab, icon: <KeyRound /> },
            { value: "code", label: t.codeTab, icon: <MessageSquareText /> },
          ]}
        />
      )}
      {!possible && <EmptyState icon={<UserX />} title={t.none}>{t.noneHint}</EmptyState>}
      {possible && way === "pin" && <ByPin scan={open} onProved={proved} onExpired={scanAgain} />}
      {possible && way === "code" && <ByCode scan={open} onProved={proved} onExpired={scanAgain} />}
      {!seeing && (
        <div class="center">
          <Button
            variant="quiet"
            size="l"
            onClick={() => goTo(wantedTier.value === null ? "gift" : "tiers")}
          >
            {commonWords.value.back}
          </Button>
        </div>
      )}
    </Frame>
  );
}
