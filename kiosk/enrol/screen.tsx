import { CreditCard, UserPlus } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { Segmented } from "../../shared/ui/index.ts";
import { hearCode } from "../sale/sale.ts";
import { recognise } from "../counter/member.ts";
import { hearScans, room } from "../counter/room.ts";
import { counterWords } from "../counter/words.ts";
import { parseCardCode } from "../../shared/cards/card-code.ts";
import { referralCodeForm, typedReferralCode } from "../../shared/grants/typed-code.ts";
import { EnrolForm } from "./enrol-form.tsx";
import { IssuedCard } from "./issued-card.tsx";
import { type Issued, issued, kept } from "./issuing.ts";
import { KeptEnrolment } from "./kept-enrolment.tsx";
import { MoreCard } from "./more-card.tsx";
import "./style.css";

type What = "fresh" | "card";

/** New members, and one more card for those who have one. */
export function Enrol(props: { what?: What }) {
  const t = counterWords.value.enrol;
  const [what, setWhat] = useState<What>(props.what ?? "fresh");
  const [invite, setInvite] = useState("");
  useEffect(() =>
    hearScans((text) => {
      const { kind } = parseCardCode(text);
      if (kind === "rotating" || kind === "static") {
        setWhat("card");
        void recognise(text);
      } else if (kind === "claim") void hearCode(text);
      else if (referralCodeForm.test(typedReferralCode(text))) {
        setWhat("fresh");
        setInvite(typedReferralCode(text));
      }
    }), []);
  const enrolled = (card: Issued) => {
    setInvite("");
    issued.value = card;
  };
  const use = async (number: string) => {
    if (await recognise(number)) room.value = "sale";
  };
  if (kept.value) return <KeptEnrolment onNext={() => kept.value = false} />;
  if (issued.value) {
    return <IssuedCard issued={issued.value} onNext={() => issued.value = null} onUse={use} />;
  }
  return (
    <div class="enrol">
      <h1 class="sr-only">{t.title}</h1>
      <section class="pane enrol-pane">
        <Segmented
          block
          label={t.kind}
          value={what}
          onChange={setWhat}
          options={[
            { value: "fresh", label: t.fresh, icon: <UserPlus /> },
            { value: "card", label: t.card, icon: <CreditCard /> },
          ]}
        />
        {what === "fresh"
          ? (
            <EnrolForm
              scannedInvite={invite}
              onIssued={enrolled}
              onKept={() => kept.value = true}
              onExists={use}
            />
          )
          : <MoreCard onIssued={enrolled} />}
      </section>
    </div>
  );
}
