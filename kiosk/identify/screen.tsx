import { CreditCard, QrCode as QrIcon, Smartphone } from "lucide-preact";
import { useState } from "preact/hooks";
import { Segmented, Spinner } from "../../shared/ui/index.ts";
import { Trouble } from "../problems/trouble.tsx";
import { CameraView } from "../scan/camera-view.tsx";
import { Frame } from "../visit/frame.tsx";
import { identify, misread, reading, refused } from "../visit/visit.ts";
import { words } from "../words.ts";
import { TypeCard, TypePhone } from "./type-number.tsx";
import "./style.css";

type Way = "scan" | "card" | "phone";

/** Who is it? By camera, by scanner, or by a number on the kiosk's own keys. */
export function Identify(props: { way?: Way }) {
  const t = words.value.identify;
  const [way, setWay] = useState<Way>(props.way ?? "scan");
  return (
    <Frame class="identify">
      <h1 class="frame-title">{t.title}</h1>
      <Segmented
        block
        label={t.ways}
        value={way}
        onChange={setWay}
        options={[
          { value: "scan", label: t.scanTab, icon: <QrIcon /> },
          { value: "card", label: t.cardTab, icon: <CreditCard /> },
          { value: "phone", label: t.phoneTab, icon: <Smartphone /> },
        ]}
      />
      <Said />
      {way === "scan" && <ScanCode />}
      {way === "card" && <TypeCard />}
      {way === "phone" && <TypePhone />}
    </Frame>
  );
}

function ScanCode() {
  const t = words.value.identify;
  return (
    <div class="stack identify-scan">
      <p class="identify-lead">{t.lead}</p>
      <div class="identify-camera">
        <CameraView onCode={identify} />
        {reading.value && (
          <p class="identify-reading" role="status">
            <Spinner size="m" />
            {t.reading}
          </p>
        )}
      </div>
      <p class="soft center">{t.stale}</p>
    </div>
  );
}

/** Why the last code was not taken. */
function Said() {
  const t = words.value.identify;
  if (refused.value) return <Trouble error={refused.value} />;
  if (!misread.value) return null;
  const [title, hint] = misread.value === "claim-code"
    ? [t.claimCode, t.claimCodeHint]
    : [t.notOurs, t.notOursHint];
  return (
    <div class="trouble" role="alert">
      <QrIcon aria-hidden="true" />
      <div>
        <p class="trouble-title">{title}</p>
        <p>{hint}</p>
      </div>
    </div>
  );
}
